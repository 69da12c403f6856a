#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace gan {

/// Values of moments of a run, ascending, thinned so that they fit into so many bytes. First and newest stay
/// as long as both fit; between them a moment is the more dispensable the closer its neighbors are to each
/// other, measured by how far it is from the nearer end. What stays lies on a logarithmic scale from both
/// ends. Fixed moments are only dispensable when they alone take more than half of the room.
template <class T>
class MomentList {
public:
    struct Moment {
        std::int64_t iteration = 0;
        std::size_t bytes = 0;
        std::shared_ptr<const T> value = nullptr;
        bool isFixed = false;
    };

    MomentList(std::size_t mostBytes, std::size_t most)
        : m_mostBytes(mostBytes)
        , m_most(most)
    {
    }

    bool isLater(std::int64_t iteration) const
    {
        return m_moments.empty() || iteration > m_moments.back().iteration;
    }
    /// 0 when there is none.
    std::int64_t newest() const { return m_moments.empty() ? 0 : m_moments.back().iteration; }
    void fixNewest()
    {
        if (!m_moments.empty())
            fix(m_moments.back());
    }
    bool hasRoomFor(std::size_t bytes) const { return bytes <= m_mostBytes; }

    /// False, and nothing happened, when it is not later than the others or larger than all the room.
    bool add(Moment moment)
    {
        if (!isLater(moment.iteration) || !hasRoomFor(moment.bytes))
            return false;
        m_bytes += moment.bytes;
        m_fixedBytes += moment.isFixed ? moment.bytes : 0;
        m_moments.push_back(std::move(moment));
        thin();
        return true;
    }

    /// Also between the others; one that is there already becomes fixed. Nothing happens when it is larger
    /// than all the room.
    void insertFixed(Moment moment)
    {
        const auto place =
            std::lower_bound(m_moments.begin(), m_moments.end(), moment.iteration,
                             [](const Moment& one, std::int64_t wanted) { return one.iteration < wanted; });
        if (place != m_moments.end() && place->iteration == moment.iteration)
            return fix(*place);
        if (!hasRoomFor(moment.bytes))
            return;
        m_bytes += moment.bytes;
        moment.isFixed = false;
        fix(*m_moments.insert(place, std::move(moment)));
        thin();
    }

    void setLimits(std::size_t mostBytes, std::size_t most)
    {
        m_mostBytes = mostBytes;
        m_most = most;
        thin();
    }

    const std::vector<Moment>& moments() const { return m_moments; }
    std::size_t bytes() const { return m_bytes; }

    std::vector<std::int64_t> iterations() const
    {
        std::vector<std::int64_t> all;
        for (const Moment& moment : m_moments)
            all.push_back(moment.iteration);
        return all;
    }

    /// The last one at or before `iteration`; one without a value when there is none.
    Moment at(std::int64_t iteration) const
    {
        const auto next = std::upper_bound(
            m_moments.begin(), m_moments.end(), iteration,
            [](std::int64_t wanted, const Moment& moment) { return wanted < moment.iteration; });
        return next == m_moments.begin() ? Moment{} : *(next - 1);
    }

private:
    void fix(Moment& moment)
    {
        if (!std::exchange(moment.isFixed, true))
            m_fixedBytes += moment.bytes;
    }

    void thin()
    {
        while (!m_moments.empty() && (m_bytes > m_mostBytes || m_moments.size() > m_most)) {
            const auto least = m_moments.begin() + leastMissed();
            m_bytes -= least->bytes;
            m_fixedBytes -= least->isFixed ? least->bytes : 0;
            m_moments.erase(least);
        }
    }

    /// The first one when there is none between first and newest.
    std::ptrdiff_t leastMissed() const
    {
        const std::int64_t first = m_moments.front().iteration, newest = m_moments.back().iteration;
        std::size_t least = 0;
        double smallest = 0;
        const bool keepsFixed = m_fixedBytes <= m_mostBytes / 2;
        for (std::size_t i = 1; i + 1 < m_moments.size(); ++i) {
            if (m_moments[i].isFixed && keepsFixed)
                continue;
            const std::int64_t here = m_moments[i].iteration;
            const double gap = double(m_moments[i + 1].iteration - m_moments[i - 1].iteration);
            const double missed = gap / double(std::min(here - first, newest - here));
            if (least == 0 || missed < smallest) {
                least = i;
                smallest = missed;
            }
        }
        return static_cast<std::ptrdiff_t>(least);
    }

    std::size_t m_mostBytes, m_most;
    std::vector<Moment> m_moments;
    std::size_t m_bytes = 0, m_fixedBytes = 0;
};

} // namespace gan
