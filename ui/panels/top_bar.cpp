#include "ui/panels/top_bar.h"

#include "core/experiment.h"
#include "ui/actions/actions.h"
#include "ui/editors/wheel_guard.h"
#include "ui/panels/iteration_counter.h"
#include "ui/panels/seed_field.h"
#include "ui/style/flat_style.h"
#include "ui/style/icons.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace gan {

namespace {

constexpr int kButtonHeight = 34;
constexpr int kTitleLength = 9;                         ///< letters, of an experiment
constexpr int kSpeeds[] = {1, 2, 5, 10, 25, 100, 1000}; ///< iterations a second

QPushButton* makeButton(const QString& text, const QString& help)
{
    auto* button = new QPushButton(text);
    explain(button, text, help);
    setThemeSize(button, ThemeSize::MinimumHeight, kButtonHeight);
    return button;
}

QLabel* mutedLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

TopBar::TopBar(Actions& actions, QWidget* parent)
    : FittingRow(parent)
{
    QHBoxLayout* const box = &row();
    box->setContentsMargins(12, 8, 12, 8);
    box->setSpacing(7);
    addExperiments(*box);
    addButtons(*box, actions);
    box->addStretch(1);
    addIteration(*box);
    box->addStretch(1);
    addSpeed(*box);
    m_seed = new SeedField(actions);
    box->addWidget(m_seed);
    canDoWithout({m_seed});
    connect(m_seed, &SeedField::chosen, this, &TopBar::seedChosen);
    addExport(*box);
    addHelp(*box, actions);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base); // only now: it changes the palette, which renews the icons
    setState(SessionState::Loading);
}

void TopBar::addExperiments(QHBoxLayout& box)
{
    m_experiments = new QComboBox;
    m_experiments->setObjectName(QStringLiteral("experiment"));
    explain(m_experiments, tr("Experiment"),
            tr("What is being learned. Each experiment keeps its run while you look at another."));
    setThemeSize(m_experiments, ThemeSize::MinimumHeight, kButtonHeight);
    setThemeSize(m_experiments, ThemeSize::StrongText, 13);
    for (const Experiment& experiment : experiments()) {
        m_experiments->addItem(translated(experiment.title), QString::fromLatin1(experiment.id));
        m_experiments->setItemData(m_experiments->count() - 1, tipText(translated(experiment.summary)),
                                   Qt::ToolTipRole);
    }
    m_experiments->insertSeparator(m_experiments->count());
    m_experiments->addItem(tr("Your own pictures…"));
    m_experiments->setItemData(
        m_experiments->count() - 1,
        tipText(tr("Asks for a folder of pictures and starts \"Faces\" with them. They "
                   "are cut to squares; the files stay as they are.")),
        Qt::ToolTipRole);
    m_experiments->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_experiments->setMinimumContentsLength(kTitleLength); // the last entry is never shown in the bar
    guardFromWheel(m_experiments);
    box.addWidget(m_experiments);
    connect(m_experiments, &QComboBox::activated, this, &TopBar::chooseExperiment);
}

/// The entry without an experiment asks for pictures; until there are some, nothing changes.
void TopBar::chooseExperiment()
{
    const QString id = m_experiments->currentData().toString();
    if (!id.isEmpty())
        return Q_EMIT experimentChosen(id);
    m_experiments->setCurrentIndex(m_shownExperiment);
    Q_EMIT picturesRequested();
}

void TopBar::addButtons(QHBoxLayout& box, Actions& actions)
{
    const auto add = [&](const QString& text, const char* id) {
        auto* button = new QPushButton(text);
        setThemeSize(button, ThemeSize::MinimumHeight, kButtonHeight);
        actions.bind(*button, QString::fromLatin1(id));
        box.addWidget(button);
        return button;
    };
    m_reset = add(tr("Reset"), "reset");
    m_run = add(tr("Run"), "run");
    setThemeSize(m_run, ThemeSize::StrongText, 14);
    setThemeSize(m_run, ThemeSize::MinimumWidth, 120);
    FlatStyle::setAccent(m_run);
    m_step = add(tr("Step"), "step");
    QPushButton *d = add(tr("D only"), "dOnly"), *g = add(tr("G only"), "gOnly");
    canDoWithout({d, g}); // only a projector's very small screen has no room for them
}

void TopBar::addIteration(QHBoxLayout& box)
{
    m_counter = new IterationCounter;
    box.addWidget(m_counter);
}

void TopBar::addSpeed(QHBoxLayout& box)
{
    m_speed = new QComboBox;
    m_speed->setObjectName(QStringLiteral("speed"));
    explain(
        m_speed, tr("Speed limit"),
        tr("How many iterations a second at most. It changes no number of the run, only how fast it goes."));
    setThemeSize(m_speed, ThemeSize::MinimumHeight, kButtonHeight);
    for (const int speed : kSpeeds)
        m_speed->addItem(tr("%1 a second").arg(groupedText(speed)), double(speed));
    m_speed->addItem(tr("full speed"), 0.0);
    m_speed->setCurrentIndex(m_speed->count() - 1);
    m_speed->setMaxVisibleItems(m_speed->count());
    guardFromWheel(m_speed);
    auto* name = mutedLabel(tr("speed"));
    box.addWidget(name);
    box.addWidget(m_speed);
    canDoWithout({name, m_speed});
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT speedChosen(m_speed->currentData().toDouble()); });
}

void TopBar::addExport(QHBoxLayout& box)
{
    auto* button =
        makeButton(tr("Export"), tr("Saves plots, the window, the numbers or all of it. The File menu has "
                                    "the same."));
    m_exportMenu = new QMenu(button);
    m_exportMenu->setObjectName(QStringLiteral("exportMenu"));
    button->setMenu(m_exportMenu);
    box.addWidget(button);
    canDoWithout({button});
}

void TopBar::addHelp(QHBoxLayout& box, Actions& actions)
{
    auto* button = new QPushButton(tr("?"));
    actions.bind(*button, QStringLiteral("help"));
    button->setAccessibleName(tr("What is this?"));
    setThemeSize(button, ThemeSize::MinimumHeight, kButtonHeight);
    setThemeSize(button, ThemeSize::FixedWidth, kButtonHeight);
    box.addWidget(button);
}

void TopBar::drawSeed()
{
    m_seed->draw();
}

void TopBar::setState(SessionState state)
{
    m_state = state;
    const bool running = state == SessionState::Running;
    m_run->setText(running ? tr("Pause") : tr("Run"));
    m_counter->setLoading(state == SessionState::Loading);
    refreshIcons();
}

void TopBar::setSpeed(double limit)
{
    m_speed->setCurrentIndex(m_speed->findData(limit));
}

void TopBar::focusRun()
{
    m_run->setFocus();
}

void TopBar::setSettings(const Settings& settings)
{
    const Experiment& experiment = settings.experiment();
    QAbstractItemView* entries = m_experiments->view();
    entries->setMinimumWidth(entries->sizeHintForColumn(0) + scaled(kButtonHeight));
    m_shownExperiment = m_experiments->findData(QString::fromLatin1(experiment.id));
    m_experiments->setCurrentIndex(m_shownExperiment);
    m_seed->setSettings(settings);
}

void TopBar::refreshIcons()
{
    const QColor color = palette().color(QPalette::Text);
    m_reset->setIcon(symbolIcon(Symbol::Reset, color));
    m_step->setIcon(symbolIcon(Symbol::Step, color));
    m_seed->refreshIcon();
    const bool running = m_state == SessionState::Running;
    m_run->setIcon(
        symbolIcon(running ? Symbol::Pause : Symbol::Run, palette().color(QPalette::HighlightedText)));
}

void TopBar::changeEvent(QEvent* event)
{
    FittingRow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
}

} // namespace gan
