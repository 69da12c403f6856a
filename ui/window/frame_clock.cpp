#include "ui/window/frame_clock.h"

#include <algorithm>

namespace gan {

namespace {

constexpr double kMemory = 0.9; ///< what a frame counts still after the next one

void fade(FrameClock::Span& sum, const FrameClock::Span& newest)
{
    sum.time = kMemory * sum.time + newest.time;
    sum.iterations = kMemory * sum.iterations + newest.iterations;
}

} // namespace

void FrameClock::add(const Span& rest, const Span& frame)
{
    m_frames = kMemory * m_frames + 1;
    fade(m_rests, rest);
    fade(m_drawn, frame);
}

FrameClock::Seconds FrameClock::cost() const
{
    if (m_frames == 0)
        return Seconds(0);
    const Seconds whole = m_drawn.time / m_frames;
    if (m_rests.iterations <= 0)
        return whole;
    const Seconds used = m_drawn.iterations / m_frames * m_rests.time / m_rests.iterations;
    return std::clamp(whole - used, Seconds(0), whole);
}

FrameClock::Seconds FrameClock::restAfter(Seconds frame, double speedLimit) const
{
    const bool waitsAnyway = speedLimit > 0 && speedLimit * kShortest.count() <= 1;
    const Seconds wanted = waitsAnyway ? kShortest : cost() / kShare;
    return std::max(std::clamp(wanted, kShortest, kLongest) - frame, frame);
}

} // namespace gan
