#include "ui/status_line.h"

#include "ui/text.h"

#include <QHBoxLayout>
#include <QLabel>

#include <cmath>
#include <map>

namespace gan {

namespace {

constexpr int kPeriod = 500; ///< milliseconds

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
    return StatusLine::tr("paused");
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(14, 3, 14, 4);
    box->setSpacing(24);
    for (QLabel** label : {&m_state, &m_iterations, &m_pictures, &m_age}) {
        *label = new QLabel;
        (*label)->setForegroundRole(QPalette::PlaceholderText);
        box->addWidget(*label);
    }
    m_state->setObjectName(QStringLiteral("state"));
    box->addStretch();
    m_tick.setInterval(kPeriod);
    connect(&m_tick, &QTimer::timeout, this, &StatusLine::refresh);
    setState(SessionState::Loading);
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
}

void StatusLine::countPicture()
{
    ++m_pictureCount;
    m_sincePicture.start();
}

void StatusLine::refresh()
{
    const double seconds = double(m_period.nsecsElapsed()) / 1e9;
    m_iterations->setText(
        tr("%1 iterations/s").arg(groupedText(std::llround(double(m_iterationCount) / seconds))));
    m_pictures->setText(tr("%1 pictures/s").arg(std::lround(m_pictureCount / seconds)));
    m_age->setText(m_sincePicture.isValid()
                       ? tr("picture %1 ms old").arg(groupedText(m_sincePicture.elapsed()))
                       : QString());
    beginPeriod();
}

} // namespace gan
