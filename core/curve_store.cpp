#include "core/curve_store.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace gan {

namespace {

constexpr int kSharesAsPower = 5; ///< 2^5 buckets for each doubling of the iteration

/// Which of the growing buckets an iteration belongs to.
std::int64_t growingPlace(std::int64_t iteration)
{
    const int doublings = std::bit_width(static_cast<std::uint64_t>(iteration));
    const int coarseness = std::max(0, doublings - 1 - kSharesAsPower);
    return (static_cast<std::int64_t>(coarseness) << (kSharesAsPower + 1)) + (iteration >> coarseness);
}

/// What of a bucket lies before the values that are kept one by one. Its extremes stay: those of a part are
/// not known.
Bucket without(Bucket bucket, const std::deque<Bucket>& newest)
{
    for (const Bucket& single : newest) {
        if (single.firstIteration > bucket.lastIteration)
            break;
        bucket.sum -= single.sum;
        bucket.count -= single.count;
    }
    bucket.lastIteration = std::min(bucket.lastIteration, newest.front().firstIteration - 1);
    return bucket;
}

} // namespace

void CurveStore::append(std::int64_t iteration, float value)
{
    if (std::isnan(value))
        return;
    m_even.append(iteration, value);
    const Bucket single = Bucket::of(iteration, value);
    if (!m_growing.empty() && growingPlace(m_growing.back().firstIteration) == growingPlace(iteration))
        m_growing.back().merge(single);
    else
        m_growing.push_back(single);
    m_newest.push_back(single);
    if (m_newest.size() > kNewest)
        m_newest.pop_front();
}

Buckets CurveStore::detailed() const
{
    Buckets result;
    for (const Bucket& bucket : even()) {
        if (m_newest.empty() || bucket.firstIteration >= m_newest.front().firstIteration)
            break;
        const bool reachesIn = bucket.lastIteration >= m_newest.front().firstIteration;
        result.push_back(reachesIn ? without(bucket, m_newest) : bucket);
    }
    result.insert(result.end(), m_newest.begin(), m_newest.end());
    return result;
}

Buckets CurveStore::finest(double from, bool logarithmic) const
{
    const bool isClose = !isEmpty() && static_cast<double>(m_newest.front().firstIteration) <= from;
    if (isClose)
        return detailed();
    return logarithmic ? growing() : even();
}

} // namespace gan
