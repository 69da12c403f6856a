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
#include <map>

namespace gan {

namespace {

constexpr int kPeriod = 500;         ///< milliseconds
constexpr double kLongestPeriod = 5; ///< seconds
constexpr int kMost = 88888;         ///< so wide are numbers as a rule
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

/// Slow runs have a place behind the point.
QString rateText(double perSecond)
{
    return perSecond < 9.95 ? QString::number(perSecond, 'f', 1) : groupedText(std::llround(perSecond));
}

/// "48 s", "3 min", "2 h".
QString durationText(double seconds)
{
    if (seconds < 100)
        return StatusLine::tr("%1 s").arg(std::llround(seconds));
    if (seconds < 100 * 60)
        return StatusLine::tr("%1 min").arg(std::llround(seconds / 60));
    return StatusLine::tr("%1 h").arg(groupedText(std::llround(seconds / 3600)));
}

/// As long as what StatusLine::speedText() says becomes.
QString longestSpeed(bool withSamples)
{
    if (!withSamples)
        return StatusLine::tr("%1 iterations/s").arg(groupedText(kMost));
    return QStringList{StatusLine::tr("%1 iterations/s").arg(groupedText(kMost / 100)),
                       StatusLine::tr("%1 samples/s").arg(groupedText(kMost)),
                       StatusLine::tr("%1 to iteration %2").arg(durationText(88), groupedText(kMost))}
        .join(QStringLiteral(", "));
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
    m_iterations = new SteadyLabel({longestSpeed(false)});
    m_pictures = new SteadyLabel({tr("%1 pictures/s").arg(kMost / 100)});
    m_age = new SteadyLabel({tr("picture %1 ms old").arg(groupedText(kMost))});
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
    auto* value = new SteadyLabel({tr("%1 iterations").arg(groupedText(1000))});
    value->setText(tr("none"));
    value->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget* part :
         {static_cast<QWidget*>(name), static_cast<QWidget*>(slider), static_cast<QWidget*>(value)})
        box.addWidget(part);
    connect(slider, &QSlider::valueChanged, this, [this, value](int step) {
        const double remembered = std::pow(10.0, kSmoothingDecades * step / kSmoothingSteps);
        value->setText(step == 0 ? tr("none")
                                 : tr("%1 iterations").arg(groupedText(std::llround(remembered))));
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
        beginPeriod();
        m_tick.start();
    }
}

void StatusLine::beginPeriod()
{
    m_iterationCount = 0;
    m_pictureCount = 0;
    m_period.start();
}

void StatusLine::countIterations(const MetricRows& rows)
{
    m_iterationCount += rows.count();
    m_iteration = rows.firstIteration + rows.count() - 1;
}

void StatusLine::setRun(std::int64_t batch, std::int64_t end)
{
    m_batch = batch;
    m_end = end;
    m_iteration = 0;
    m_iterations->setLongest({longestSpeed(batch > 0)});
}

void StatusLine::countPicture()
{
    ++m_pictureCount;
    m_sincePicture.start();
}

void StatusLine::say(const QString& sentence)
{
    m_note->setText(sentence);
}

/// With what a batch makes of it, and how long it will take to the end.
QString StatusLine::speedText(double perSecond) const
{
    QStringList parts = {tr("%1 iterations/s").arg(rateText(perSecond))};
    if (m_batch > 0)
        parts += tr("%1 samples/s").arg(groupedText(std::llround(perSecond * double(m_batch))));
    if (m_batch > 0 && m_iteration < m_end && perSecond > 0)
        parts += tr("%1 to iteration %2")
                     .arg(durationText(double(m_end - m_iteration) / perSecond), groupedText(m_end));
    return parts.join(QStringLiteral(", "));
}

void StatusLine::refresh()
{
    const double seconds = double(m_period.nsecsElapsed()) / 1e9;
    m_age->setText(m_sincePicture.isValid()
                       ? tr("picture %1 ms old").arg(groupedText(m_sincePicture.elapsed()))
                       : QString());
    if (m_iterationCount == 0 && seconds < kLongestPeriod)
        return; // rows come with pictures, and those of slow networks come seldom
    m_iterations->setText(speedText(double(m_iterationCount) / seconds));
    m_pictures->setText(tr("%1 pictures/s").arg(std::lround(m_pictureCount / seconds)));
    beginPeriod();
}

} // namespace gan
