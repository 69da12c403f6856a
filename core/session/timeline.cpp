#include "core/session/timeline.h"

namespace gan {

namespace {

constexpr std::int64_t kIterationsBetweenStates =
    25; ///< taking one is then no hundredth of the steps between

} // namespace

/// States are the larger ones: those of the widest preset take 90 MB each.
std::size_t roomForPictures(const Timeline::Limits& limits)
{
    return limits.bytes / 10 * 3;
}

Timeline::Timeline(const Limits& limits)
    : m_pictures(roomForPictures(limits), limits.moments)
    , m_states(limits.bytes - roomForPictures(limits), limits.states)
{
}

void Timeline::add(Snapshot picture)
{
    const std::int64_t iteration = picture.iteration;
    const std::size_t bytes = bytesOf(picture);
    const std::lock_guard lock(m_mutex);
    m_pictures.add({iteration, bytes, std::make_shared<const Snapshot>(std::move(picture))});
}

bool Timeline::wantsState(std::int64_t iteration) const
{
    const std::lock_guard lock(m_mutex);
    return m_states.hasRoomFor(m_lastStateBytes) && iteration - m_states.newest() >= kIterationsBetweenStates;
}

void Timeline::addState(std::int64_t iteration, Resumption state, bool isFixed)
{
    const std::size_t bytes = sizeof state + state.trainerState.capacity();
    const std::lock_guard lock(m_mutex);
    m_lastStateBytes = bytes;
    if (isFixed && iteration == m_states.newest())
        return m_states.fixNewest();
    m_states.add({iteration, bytes, std::make_shared<const Resumption>(std::move(state)), isFixed});
}

void Timeline::keepState(std::int64_t iteration, Resumption state)
{
    const std::size_t bytes = sizeof state + state.trainerState.capacity();
    const std::lock_guard lock(m_mutex);
    m_states.insertFixed({iteration, bytes, std::make_shared<const Resumption>(std::move(state))});
}

void Timeline::take(const Timeline& other, std::int64_t iteration)
{
    const std::scoped_lock lock(m_mutex, other.m_mutex);
    for (const auto& moment : other.m_pictures.moments())
        if (moment.iteration <= iteration)
            m_pictures.add(moment);
    for (const auto& moment : other.m_states.moments())
        if (moment.iteration <= iteration)
            m_states.add(moment);
}

void Timeline::setLimits(const Limits& limits)
{
    const std::lock_guard lock(m_mutex);
    m_pictures.setLimits(roomForPictures(limits), limits.moments);
    m_states.setLimits(limits.bytes - roomForPictures(limits), limits.states);
}

std::vector<std::int64_t> Timeline::iterations() const
{
    const std::lock_guard lock(m_mutex);
    return m_pictures.iterations();
}

std::shared_ptr<const Snapshot> Timeline::at(std::int64_t iteration) const
{
    const std::lock_guard lock(m_mutex);
    return m_pictures.at(iteration).value;
}

std::vector<std::int64_t> Timeline::stateIterations() const
{
    const std::lock_guard lock(m_mutex);
    return m_states.iterations();
}

Timeline::State Timeline::stateAt(std::int64_t iteration) const
{
    const std::lock_guard lock(m_mutex);
    return m_states.at(iteration);
}

std::vector<Timeline::State> Timeline::statesUntil(std::int64_t iteration) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<State> states = m_states.moments();
    std::erase_if(states, [&](const State& state) { return state.iteration > iteration; });
    return states;
}

std::size_t Timeline::stateBytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_states.bytes();
}

std::size_t Timeline::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_pictures.bytes() + m_states.bytes();
}

} // namespace gan
