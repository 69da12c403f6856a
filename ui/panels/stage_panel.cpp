#include "ui/panels/stage_panel.h"

#include "core/epochs.h"
#include "ui/editors/wheel_guard.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/widgets/steady_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace gan {

namespace {

constexpr int kMostEpochs = 10000, kFieldWidth = 66;
constexpr int kButtonWidth = 58, kWideButtonWidth = 76;

} // namespace

StagePanel::StagePanel(const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_epochs(new QSpinBox)
    , m_progress(new SteadyLabel)
{
    m_epochs->setRange(1, kMostEpochs);
    m_epochs->setObjectName(QStringLiteral("stageEpochs"));
    explain(
        m_epochs, tr("Epochs of a stage"),
        tr("For how many epochs the buttons below train. In one epoch D sees every real vector once; when "
           "G learns alone, its batches are counted."));
    setThemeSize(m_epochs, ThemeSize::FixedWidth, kFieldWidth);
    guardFromWheel(m_epochs);
    auto* label = new QLabel(tr("Epochs at a time"));
    label->setBuddy(m_epochs);
    auto* first = new QHBoxLayout;
    first->addWidget(label, 1);
    first->addWidget(m_epochs);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    addButtons(*buttons);
    m_progress->setObjectName(QStringLiteral("stageProgress"));
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(4);
    box->addLayout(first);
    box->addLayout(buttons);
    box->addWidget(m_progress);
    showProgress();
}

void StagePanel::addButtons(QLayout& box)
{
    const auto add = [&](const QString& text, const char* name, Networks networks, const QString& help) {
        auto* button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        explain(button, text, help);
        setThemeSize(button, ThemeSize::MinimumWidth,
                     networks == Networks::Both ? kWideButtonWidth : kButtonWidth);
        connect(button, &QPushButton::clicked, this, [this, networks] { train(networks); });
        box.addWidget(button);
    };
    add(tr("Train D"), "trainD", Networks::DiscriminatorOnly,
        tr("Freezes G and trains D for this many epochs; then the run pauses. The current networks go on."));
    add(tr("Train G"), "trainG", Networks::GeneratorOnly,
        tr("Freezes D and trains G for this many epochs; then the run pauses. The current networks go on."));
    add(tr("Train both"), "trainBoth", Networks::Both,
        tr("Trains D and G in turn for this many epochs; then the run pauses. The current networks go on."));
}

void StagePanel::train(Networks networks)
{
    const std::int64_t epoch = iterationsPerEpoch(m_settings, vectors(), networks != Networks::GeneratorOnly,
                                                  networks != Networks::DiscriminatorOnly);
    const std::int64_t count = m_epochs->value() * epoch;
    m_stages.train(networks, m_iteration, count);
    showProgress();
    Q_EMIT stepsRequested(networks, count);
}

std::int64_t StagePanel::vectors() const
{
    return m_vectorsRead > 0 ? m_vectorsRead : m_settings.integer("vectors");
}

void StagePanel::begin(const Run& plan)
{
    m_stages.begin(plan);
    m_iteration = m_vectorsRead = 0;
    showProgress();
}

void StagePanel::setSettings(const Settings& settings)
{
    m_settings = settings;
    showProgress();
}

void StagePanel::setSnapshot(const Snapshot& snapshot)
{
    m_iteration = snapshot.iteration;
    const Readout* read = snapshot.find<Readout>("vectors");
    m_vectorsRead = read ? static_cast<std::int64_t>(read->value) : 0;
    showProgress();
}

/// A pause ends a stage that was asked for by hand; one of the plan goes on with the next Run.
void StagePanel::setRunning(bool running)
{
    if (!running)
        m_stages.stop();
    showProgress();
}

void StagePanel::showProgress()
{
    const QString text = m_stages.text(m_iteration, m_settings, vectors());
    m_progress->setText(text.isEmpty() ? tr("no stage") : text);
}

} // namespace gan
