#include "ui/timeline/playback.h"

#include <algorithm>
#include <utility>

namespace gan {

namespace {

constexpr int kFrame = 33;             ///< milliseconds
constexpr double kLongestStall = 0.25; ///< seconds; after a longer one the picture does not jump

} // namespace

Playback::Playback(std::function<bool()> isShown, QObject* parent)
    : QObject(parent)
    , m_isShown(std::move(isShown))
{
    m_timer.setInterval(kFrame);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_isShown())
            pass(double(m_since.restart()) / 1000);
    });
}

void Playback::play(Direction direction)
{
    if (std::exchange(m_direction, direction) == direction)
        return;
    m_due = 0;
    m_since.start();
    if (direction == Direction::Stopped)
        m_timer.stop();
    else
        m_timer.start();
    Q_EMIT directionChanged();
}

void Playback::pass(double seconds)
{
    m_due += std::min(seconds, kLongestStall) * kIterationsPerSecond * m_speed;
    const auto whole = static_cast<std::int64_t>(m_due);
    m_due -= double(whole);
    if (whole > 0 && m_direction != Direction::Stopped)
        Q_EMIT advanced(m_direction == Direction::Forwards ? whole : -whole);
}

} // namespace gan
