#pragma once

#include "core/thinned_series.h"

#include <deque>

namespace gan {

/// A curve over iterations, kept three times in bounded memory: evenly over the whole run, ever coarser from
/// the start (what a logarithmic axis shows), and the newest values one by one (what a close look shows).
class CurveStore {
public:
    /// So many of the newest values are kept one by one.
    static constexpr std::size_t kNewest = 2048;

    /// Iterations start at 1 and must not fall. A value that is not a number is passed over.
    void append(std::int64_t iteration, float value);

    bool isEmpty() const { return m_newest.empty(); }
    /// The whole run in buckets of one length.
    const Buckets& even() const { return m_even.buckets(); }
    /// The whole run; the first 64 iterations one by one, then 32 buckets for each doubling.
    const Buckets& growing() const { return m_growing; }
    /// The even buckets, and behind them the newest values one by one.
    Buckets detailed() const;
    /// The finest of them that serves a look at the iterations from `from` on.
    Buckets finest(double from, bool logarithmic) const;

private:
    ThinnedSeries m_even{1024}; // a plot is seldom wider
    Buckets m_growing;
    std::deque<Bucket> m_newest;
};

} // namespace gan
