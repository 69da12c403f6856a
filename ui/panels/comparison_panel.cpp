#include "ui/panels/comparison_panel.h"

#include "core/experiment.h"
#include "ui/plots/history/ghost_style.h"
#include "ui/style/icons.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/run_words.h"
#include "ui/text/text.h"
#include "ui/widgets/steady_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace gan {

namespace {

constexpr std::size_t kMostDifferences = 6; ///< named one by one

QToolButton* makeButton(const char* id, Symbol symbol, const QColor& color, const QString& name,
                        const QString& help)
{
    auto* button = new QToolButton;
    button->setObjectName(QLatin1String(id));
    button->setIcon(symbolIcon(symbol, color));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    explain(button, name, help);
    return button;
}

} // namespace

ComparisonPanel::ComparisonPanel(const Theme& theme, const Run& present, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_present(present)
    , m_rows(new QVBoxLayout(this))
{
    setAccessibleName(tr("Earlier runs"));
    m_rows->setContentsMargins(12, 10, 6, 10); // as those of the numbers above
    m_rows->setSpacing(4);
    auto* title = new QLabel(tr("Earlier runs"));
    setThemeSize(title, ThemeSize::StrongText, 13);
    m_rows->addWidget(title);
    refresh();
}

int ComparisonPanel::freeNumber()
{
    if (m_earlier.size() == kMost) {
        const auto oldest = std::find_if(m_earlier.begin(), m_earlier.end(),
                                         [](const Earlier& earlier) { return !earlier.pinned; });
        if (oldest == m_earlier.end())
            return 0;
        remove(oldest->runId);
    }
    for (int number = 1; number < kMost; ++number)
        if (std::none_of(m_earlier.begin(), m_earlier.end(),
                         [&](const Earlier& earlier) { return earlier.number == number; }))
            return number;
    return kMost;
}

int ComparisonPanel::keep(std::uint64_t runId, const Run& run)
{
    const int number = freeNumber();
    if (number != 0)
        m_earlier.push_back({runId, number, run});
    refresh();
    return number;
}

void ComparisonPanel::remove(std::uint64_t runId)
{
    if (std::erase_if(m_earlier, [&](const Earlier& earlier) { return earlier.runId == runId; }) == 0)
        return;
    Q_EMIT removed(runId);
    refresh();
}

void ComparisonPanel::setPresent(const Run& run)
{
    m_present = run;
    refresh();
}

void ComparisonPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    refresh();
}

ComparisonPanel::Earlier* ComparisonPanel::find(std::uint64_t runId)
{
    const auto found = std::find_if(m_earlier.begin(), m_earlier.end(),
                                    [&](const Earlier& earlier) { return earlier.runId == runId; });
    return found == m_earlier.end() ? nullptr : &*found;
}

/// Made anew: there are three rows at most, and they change when a run ends or a button is pressed.
void ComparisonPanel::refresh()
{
    setVisible(!m_earlier.empty());
    for (QWidget* row : m_made) {
        row->hide(); // at once; a button of it may be what called
        row->deleteLater();
    }
    m_made.clear();
    for (const Earlier& earlier : m_earlier) {
        m_made.push_back(makeRow(earlier));
        m_rows->addWidget(m_made.back());
    }
}

QWidget* ComparisonPanel::makeRow(const Earlier& earlier)
{
    auto* row = new QWidget;
    row->setObjectName(QStringLiteral("earlierRun%1").arg(earlier.number));
    auto* swatch = new QLabel;
    swatch->setPixmap(ghostSwatch(earlier.number, m_theme, devicePixelRatioF()));
    auto* heading = new QHBoxLayout;
    heading->setSpacing(2);
    heading->addWidget(swatch);
    heading->addSpacing(4);
    auto* name = new SteadyLabel; // a long number makes the panel no wider
    name->setText(tr("Run %1, to %2").arg(earlier.number).arg(groupedText(earlier.run.iterations)));
    heading->addWidget(name, 1);
    addButtons(*heading, earlier);
    auto* what = new QLabel(differences(earlier.run));
    what->setObjectName(QStringLiteral("differences"));
    what->setWordWrap(true);
    what->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new QVBoxLayout(row);
    box->setContentsMargins(0, 4, 0, 4);
    box->setSpacing(0);
    box->addLayout(heading);
    box->addWidget(what);
    return row;
}

void ComparisonPanel::addButtons(QHBoxLayout& row, const Earlier& earlier)
{
    const QColor color = m_theme.mutedText;
    const std::uint64_t id = earlier.runId;
    auto* pin = makeButton(
        "pin", Symbol::Pin, earlier.pinned ? m_theme.accent : color, tr("Pin run %1").arg(earlier.number),
        tr("A pinned run stays when others come. Of those that are not pinned, the oldest makes "
           "room for the next."));
    auto* eye = makeButton("eye", earlier.visible ? Symbol::Eye : Symbol::EyeClosed, color,
                           tr("Show run %1").arg(earlier.number),
                           tr("Shows the curves of this run, or hides them. A hidden run is still kept."));
    auto* away =
        makeButton("remove", Symbol::Remove, color, tr("Remove run %1").arg(earlier.number),
                   tr("Takes this run out of the plots. The run itself can still be brought back with Undo "
                      "(Ctrl+Z) if it was the last one to end."));
    for (QToolButton* button : {pin, eye, away})
        row.addWidget(button);
    pin->setCheckable(true);
    pin->setChecked(earlier.pinned);
    eye->setCheckable(true);
    eye->setChecked(earlier.visible);
    connect(pin, &QToolButton::clicked, this, [this, id](bool on) {
        find(id)->pinned = on;
        refresh();
    });
    connect(eye, &QToolButton::clicked, this, [this, id](bool on) {
        find(id)->visible = on;
        Q_EMIT visibilityChanged(id, on);
        refresh();
    });
    connect(away, &QToolButton::clicked, this, [this, id] { remove(id); });
}

/// In the words of the control panel: what this run had where the present one has something else.
QString ComparisonPanel::differences(const Run& run) const
{
    const Experiment& experiment = run.settings.experiment();
    const auto keys = differencesThatCount(run.settings, m_present.settings);
    QStringList parts;
    for (const std::string& key : keys)
        if (parts.size() < qsizetype(kMostDifferences))
            parts += settingWords(experiment, key, run.settings.value(key));
    if (keys.size() > kMostDifferences)
        parts += tr("%1 more").arg(keys.size() - kMostDifferences);
    std::vector<std::string> changed;
    for (const Event& event : run.events)
        if (std::find(changed.begin(), changed.end(), event.key) == changed.end())
            changed.push_back(event.key);
    for (const std::string& key : changed)
        parts += tr("%1 changed during the run").arg(translated(experiment.setting(key).label));
    return parts.isEmpty() ? tr("the same settings") : parts.join(QStringLiteral("; "));
}

} // namespace gan
