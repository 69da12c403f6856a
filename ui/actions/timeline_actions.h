#pragma once

#include <functional>

class QMenu;

namespace gan {

class Actions;
class TimelineBar;

/// What the actions of the timeline work on.
struct TimelineCommands {
    std::function<TimelineBar&()> bar; ///< of the page that is shown
    std::function<void()> continueHere, togglePin;
};

/// Adds what can be done with the past of a run: playing it, going along it, pins, live, continuing from
/// there. `menu` gets all of it.
void addTimelineActions(Actions& actions, const TimelineCommands& commands, QMenu& menu);
/// Refuses what cannot be done where the bar stands. Call it when that changes.
void updateTimelineActions(Actions& actions, const TimelineBar& bar);

} // namespace gan
