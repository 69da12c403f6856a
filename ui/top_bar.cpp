#include "ui/top_bar.h"

#include "core/error.h"
#include "core/experiment.h"
#include "ui/flat_style.h"
#include "ui/icons.h"
#include "ui/text.h"
#include "ui/theme.h"
#include "ui/wheel_guard.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>

namespace gan {

namespace {

constexpr int kButtonHeight = 34;
constexpr int kSpeeds[] = {1, 2, 5, 10, 25, 100, 1000}; ///< iterations a second

QPushButton* makeButton(const QString& text, const QString& help)
{
    auto* button = new QPushButton(text);
    button->setToolTip(tipText(help));
    button->setAccessibleDescription(help);
    button->setMinimumHeight(kButtonHeight);
    return button;
}

QLabel* mutedLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
{
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(12, 8, 12, 8);
    box->setSpacing(8);
    addExperiments(*box);
    addButtons(*box);
    box->addStretch(1);
    addIteration(*box);
    box->addStretch(1);
    addSpeed(*box);
    addSeed(*box);
    addExport(*box);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base); // only now: it changes the palette, which renews the icons
    setState(SessionState::Loading);
}

void TopBar::addExperiments(QHBoxLayout& box)
{
    m_experiments = new QComboBox;
    m_experiments->setObjectName(QStringLiteral("experiment"));
    m_experiments->setAccessibleName(tr("Experiment"));
    m_experiments->setMinimumHeight(kButtonHeight);
    m_experiments->setFont(themeFont(13, true));
    for (const Experiment& experiment : experiments()) {
        m_experiments->addItem(translated(experiment.title), QString::fromLatin1(experiment.id));
        m_experiments->setItemData(m_experiments->count() - 1, tipText(translated(experiment.summary)),
                                   Qt::ToolTipRole);
    }
    guardFromWheel(m_experiments);
    box.addWidget(m_experiments);
    connect(m_experiments, &QComboBox::activated, this,
            [this] { Q_EMIT experimentChosen(m_experiments->currentData().toString()); });
}

void TopBar::addButtons(QHBoxLayout& box)
{
    m_reset = makeButton(tr("Reset"), tr("Back to iteration 0 with the same seed (Ctrl+R)"));
    m_run = makeButton(tr("Run"), tr("Run or pause (Space or F5)"));
    m_run->setFont(themeFont(14, true));
    m_run->setMinimumWidth(130);
    FlatStyle::setAccent(m_run);
    m_step = makeButton(tr("Step"), tr("One iteration: D learns, then G (Right or F10)"));
    auto* d = makeButton(tr("D only"), tr("One iteration in which only the discriminator learns (D)"));
    auto* g = makeButton(tr("G only"), tr("One iteration in which only the generator learns (G)"));
    m_steps = {m_step, d, g};
    const std::pair<QPushButton*, const char*> names[] = {
        {m_reset, "reset"}, {m_run, "run"}, {m_step, "step"}, {d, "dOnly"}, {g, "gOnly"}};
    for (const auto& [button, name] : names) {
        button->setObjectName(QString::fromLatin1(name));
        box.addWidget(button);
    }
    connect(m_reset, &QPushButton::clicked, this, &TopBar::reset);
    connect(m_run, &QPushButton::clicked, this, &TopBar::runPause);
    connect(m_step, &QPushButton::clicked, this, [this] { Q_EMIT step(Networks::Both); });
    connect(d, &QPushButton::clicked, this, [this] { Q_EMIT step(Networks::DiscriminatorOnly); });
    connect(g, &QPushButton::clicked, this, [this] { Q_EMIT step(Networks::GeneratorOnly); });
}

void TopBar::addIteration(QHBoxLayout& box)
{
    m_iterationName = mutedLabel(tr("iteration"));
    m_iteration = new QLabel;
    m_iteration->setObjectName(QStringLiteral("iteration"));
    m_iteration->setFont(themeFont(20, true));
    m_iteration->setMinimumWidth(
        QFontMetrics(m_iteration->font()).horizontalAdvance(QStringLiteral("1 000 000")));
    box.addWidget(m_iterationName);
    box.addWidget(m_iteration);
}

void TopBar::addSpeed(QHBoxLayout& box)
{
    m_speed = new QComboBox;
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setAccessibleName(tr("Speed limit"));
    m_speed->setToolTip(
        tipText(tr("How many iterations a second at most. It changes no number of the run.")));
    m_speed->setMinimumHeight(kButtonHeight);
    for (const int speed : kSpeeds)
        m_speed->addItem(tr("%1 a second").arg(groupedText(speed)), double(speed));
    m_speed->addItem(tr("full speed"), 0.0);
    m_speed->setCurrentIndex(m_speed->count() - 1);
    m_speed->setMaxVisibleItems(m_speed->count());
    guardFromWheel(m_speed);
    box.addWidget(mutedLabel(tr("speed")));
    box.addWidget(m_speed);
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT speedChosen(m_speed->currentData().toDouble()); });
}

void TopBar::addSeed(QHBoxLayout& box)
{
    m_seed = new QLineEdit;
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tipText(tr("Where all random numbers start. Enter begins a run with this seed.")));
    m_seed->setFixedWidth(88);
    m_seed->setTextMargins(5, 0, 5, 0);
    m_seed->setMinimumHeight(kButtonHeight);
    m_newSeed = makeButton({}, tr("Begin a run with a new seed"));
    m_newSeed->setObjectName(QStringLiteral("newSeed"));
    m_newSeed->setAccessibleName(tr("New seed"));
    m_newSeed->setFixedWidth(kButtonHeight);
    box.addWidget(mutedLabel(tr("seed")));
    box.addWidget(m_seed);
    box.addWidget(m_newSeed);
    connect(m_seed, &QLineEdit::returnPressed, this, &TopBar::typeSeed);
    connect(m_seed, &QLineEdit::editingFinished, this,
            [this] { m_seed->setText(m_seedText); }); // unless it counted
    connect(m_newSeed, &QPushButton::clicked, this,
            [this] { Q_EMIT seedChosen(QRandomGenerator::global()->bounded(1'000'000)); });
}

void TopBar::addExport(QHBoxLayout& box)
{
    auto* button = makeButton(tr("Export"), tr("Save plots as PNG pictures"));
    m_exportMenu = new QMenu(button);
    button->setMenu(m_exportMenu);
    box.addWidget(button);
}

void TopBar::typeSeed()
{
    if (!m_seedRow || m_seed->text() == m_seedText)
        return;
    try {
        const SettingValue seed = parseSettingValue(*m_seedRow, m_seed->text().trimmed().toStdString());
        Q_EMIT seedChosen(std::get<std::int64_t>(seed));
    } catch (const Error& error) {
        Q_EMIT refused(error.text());
    }
}

void TopBar::setState(SessionState state)
{
    m_state = state;
    const bool running = state == SessionState::Running;
    const bool failed = state == SessionState::Failed;
    m_run->setText(running ? tr("Pause") : tr("Run"));
    m_run->setEnabled(!failed);
    for (QPushButton* step : m_steps)
        step->setEnabled(!failed);
    if (state == SessionState::Loading)
        m_iterationName->setText(tr("loading LibTorch …"));
    else
        m_iterationName->setText(tr("iteration"));
    m_iteration->setVisible(state != SessionState::Loading);
    refreshIcons();
}

void TopBar::focusRun()
{
    m_run->setFocus();
}

void TopBar::setIteration(std::int64_t iteration)
{
    m_iteration->setText(groupedText(iteration));
}

void TopBar::setSettings(const Settings& settings)
{
    const Experiment& experiment = settings.experiment();
    m_experiments->setCurrentIndex(m_experiments->findData(QString::fromLatin1(experiment.id)));
    m_seedRow = experiment.find("seed");
    for (QWidget* part : {static_cast<QWidget*>(m_seed), static_cast<QWidget*>(m_newSeed)})
        part->setEnabled(m_seedRow);
    m_seedText = m_seedRow ? QString::number(settings.integer("seed")) : QString();
    m_seed->setText(m_seedText);
}

void TopBar::refreshIcons()
{
    const QColor color = palette().color(QPalette::Text);
    m_reset->setIcon(symbolIcon(Symbol::Reset, color));
    m_step->setIcon(symbolIcon(Symbol::Step, color));
    m_newSeed->setIcon(symbolIcon(Symbol::Dice, color));
    const bool running = m_state == SessionState::Running;
    m_run->setIcon(
        symbolIcon(running ? Symbol::Pause : Symbol::Run, palette().color(QPalette::HighlightedText)));
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
}

} // namespace gan
