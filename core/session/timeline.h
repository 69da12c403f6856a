#pragma once

#include "core/session/moment_list.h"
#include "core/session/resumption.h"
#include "core/snapshot.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace gan {

/// What a run has looked like at moments of its measurement grid, and its whole state at some of them. It has
/// room for so many bytes and no more, however long the run lasts: the moment that is missed least makes way.
/// First and newest stay; the others lie the closer the nearer they are to one of the two, because most is
/// learned in the beginning, and a hand most often goes back a little. It depends on iterations alone, so a
/// run that is repeated keeps the same. Every member locks: the training thread adds, any thread reads.
class Timeline {
public:
    struct Limits {
        std::size_t bytes;          ///< three tenths of it for pictures, the rest for states
        std::size_t moments = 1000; ///< pictures: a slider cannot tell more apart
        std::size_t states = 1800;  ///< those of small networks take some 17 kB each
    };
    /// A current run and three that have ended stay below 200 MB.
    static constexpr Limits current() { return {140'000'000}; }
    static constexpr Limits ended() { return {20'000'000}; }

    explicit Timeline(const Limits& limits = current());

    /// One more moment. Nothing happens when it is not later than the others or larger than all the room.
    void add(Snapshot picture);
    /// Whether the state of this iteration shall be added; asked before it is made, which takes time.
    bool wantsState(std::int64_t iteration) const;
    /// A fixed one stays as long as all of them take no more than half of the room.
    void addState(std::int64_t iteration, Resumption state, bool isFixed = false);
    /// The state of an iteration that may lie between the others, to stay as a fixed one does.
    void keepState(std::int64_t iteration, Resumption state);
    /// All of another one up to `iteration`; values are shared, not copied.
    void take(const Timeline& other, std::int64_t iteration);
    /// Less room from now on, or more.
    void setLimits(const Limits& limits);

    /// Of the moments kept, ascending.
    std::vector<std::int64_t> iterations() const;
    /// The last moment at or before `iteration`, or null.
    std::shared_ptr<const Snapshot> at(std::int64_t iteration) const;
    /// Of the states kept, ascending.
    std::vector<std::int64_t> stateIterations() const;
    using State = MomentList<Resumption>::Moment;
    /// The last state at or before `iteration`; one without a value when there is none.
    State stateAt(std::int64_t iteration) const;
    /// Those up to `iteration`, ascending; values are shared, not copied.
    std::vector<State> statesUntil(std::int64_t iteration) const;
    /// All that is kept, and the states alone.
    std::size_t bytes() const;
    std::size_t stateBytes() const;

private:
    mutable std::mutex m_mutex;
    MomentList<Snapshot> m_pictures;
    MomentList<Resumption> m_states;
    std::size_t m_lastStateBytes = 0; ///< kept or not
};

} // namespace gan
