#pragma once

#include <chrono>

namespace gan {

/// How long the screen rests after a frame, so that training loses at most a share of its time to drawing,
/// and a hand never waits for long. What a frame costs is what training loses by it: the time that it takes,
/// less the time in which the iterations made meanwhile are made while the screen rests. So drawing on a
/// processor core that would be idle is free. Values in, values out: it reads no clock.
class FrameClock {
public:
    using Seconds = std::chrono::duration<double>;
    /// A stretch of time, and the iterations made in it.
    struct Span {
        Seconds time{0};
        double iterations = 0;
    };

    /// Of training's time.
    static constexpr double kShare = 0.07;
    /// From one frame to the next; also the longest, unless a frame itself takes more than half of that.
    static constexpr Seconds kShortest{0.04}, kLongest{1};

    /// A frame, and the rest before it.
    void add(const Span& rest, const Span& frame);
    /// What is known is of another run.
    void forget() { *this = {}; }

    /// Of training's time, what a frame costs; all of its own as long as nothing else is known, 0 before the
    /// first.
    Seconds cost() const;
    /// After a frame of that length. At least as long as the frame was: half of the time is a hand's. With a
    /// speed limit (iterations a second; 0: none) that lets every iteration be seen, training waits anyway
    /// and loses nothing.
    Seconds restAfter(Seconds frame, double speedLimit = 0) const;

private:
    double m_frames = 0; ///< how many the sums stand for; older ones count less
    Span m_rests, m_drawn;
};

} // namespace gan
