#include "ui/panels/status_line.h"

#include "ui/editors/wheel_guard.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"
#include "ui/widgets/steady_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

#include <cmath>

namespace gan {

namespace {

constexpr int kPeriod = 500; ///< milliseconds
constexpr int kSmoothingSteps = 30, kSmoothingWidth = 130;
constexpr double kSmoothingDecades = 3; ///< up to 1000 iterations: a weight of 0.999

QString stateText(SessionState state)
{
    switch (state) {
    case SessionState::Loading:
        return StatusLine::tr("loading LibTorch …");
    case SessionState::Running:
        return StatusLine::tr("running");
    case SessionState::Failed:
        return StatusLine::tr("stopped");
    case SessionState::Paused:
        break;
    }
    return StatusLine::tr("paused: Space runs");
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : FittingRow(parent)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    row().setContentsMargins(14, 3, 14, 4);
    row().setSpacing(24);
    addTexts();
    addSmoothing(row());
    m_tick.setInterval(kPeriod);
    connect(&m_tick, &QTimer::timeout, this, &StatusLine::refresh);
    setState(SessionState::Loading);
}

/// The last ones are missed least where it is narrow.
void StatusLine::addTexts()
{
    QStringList states;
    for (const SessionState state :
         {SessionState::Loading, SessionState::Running, SessionState::Failed, SessionState::Paused})
        states.append(stateText(state));
    m_state = new SteadyLabel(states);
    m_state->setObjectName(QStringLiteral("state"));
    m_iterations = new SteadyLabel({RunSpeed::longestText(false)});
    m_pictures = new SteadyLabel({RunSpeed::longestPicturesText()});
    m_age = new SteadyLabel({RunSpeed::longestAgeText()});
    m_note = new SteadyLabel;
    explain(m_state, tr("State"),
            tr("Whether the training runs. Paused, all that you see is of one iteration."));
    explain(
        m_iterations, tr("Speed"),
        tr("How many iterations the training makes in a second. With pictures it also says how many samples "
           "that is, and how long it takes to the end."));
    explain(m_pictures, tr("Pictures a second"),
            tr("How often the plots are drawn anew. They are drawn less often when that would slow the "
               "training."));
    explain(
        m_age, tr("Age of the picture"),
        tr("How long ago the iteration on the screen was made. Training goes on while the plots are drawn."));
    for (SteadyLabel* label : {m_state, m_iterations, m_pictures, m_age, m_note}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        row().addWidget(label, label == m_note ? 1 : 0);
    }
    canDoWithout({m_iterations});
    canDoWithout({m_pictures});
    canDoWithout({m_age});
}

/// The slider's steps are even in the number of iterations that the average remembers, 1 / (1 - weight).
void StatusLine::addSmoothing(QHBoxLayout& box)
{
    auto* name = new QLabel(tr("smoothing"));
    name->setForegroundRole(QPalette::PlaceholderText);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QStringLiteral("smoothing"));
    slider->setRange(0, kSmoothingSteps);
    setThemeSize(slider, ThemeSize::FixedWidth, kSmoothingWidth);
    explain(slider, tr("Smoothing of the curves"),
            tr("Shows a running average of each curve over so many iterations, and the curve itself pale "
               "behind it. At the "
               "left end the curves are shown as they are. It changes nothing in the run."));
    guardFromWheel(slider);
    auto* value = new SteadyLabel({tr("%1 iterations", nullptr, 1000).arg(groupedText(1000))});
    value->setText(tr("none"));
    value->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget* part :
         {static_cast<QWidget*>(name), static_cast<QWidget*>(slider), static_cast<QWidget*>(value)})
        box.addWidget(part);
    connect(slider, &QSlider::valueChanged, this, [this, value](int step) {
        const double remembered = std::pow(10.0, kSmoothingDecades * step / kSmoothingSteps);
        const auto iterations = int(std::lround(remembered));
        //: smoothing of the curves: there is none
        value->setText(step == 0 ? tr("none")
                                 : tr("%1 iterations", nullptr, iterations).arg(groupedText(iterations)));
        Q_EMIT smoothingChanged(1 - 1 / remembered);
    });
}

void StatusLine::setState(SessionState state)
{
    m_state->setText(stateText(state));
    if (state != SessionState::Running) {
        m_tick.stop();
        for (QLabel* label : {m_iterations, m_pictures, m_age})
            label->clear();
    } else if (!m_tick.isActive()) {
        m_speed.begin();
        m_tick.start();
    }
}

void StatusLine::countIterations(const MetricRows& rows)
{
    m_speed.countIterations(rows.count(), rows.firstIteration + rows.count() - 1);
}

void StatusLine::setRun(std::int64_t batch, std::int64_t end)
{
    m_speed.setRun(batch, end);
    m_iterations->setLongest({RunSpeed::longestText(batch > 0)});
}

void StatusLine::countPicture()
{
    m_speed.countPicture();
}

void StatusLine::say(const QString& sentence)
{
    m_note->setText(sentence);
}

void StatusLine::refresh()
{
    m_age->setText(m_speed.ageText());
    if (!m_speed.saysSomething())
        return;
    m_iterations->setText(m_speed.iterationsText());
    m_pictures->setText(m_speed.picturesText());
    m_speed.begin();
}

} // namespace gan
