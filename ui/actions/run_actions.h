#pragma once

#include "core/session/networks.h"
#include "core/session/training_session.h"

#include <functional>

class QMenu;

namespace gan {

class Actions;

/// What the actions of the run do.
struct RunCommands {
    std::function<void()> runOrPause, reset, newSeed;
    std::function<void(Networks)> step;
};

/// Adds "run", "step", "dOnly", "gOnly", "reset" and "newSeed". `menu` gets all of them.
void addRunActions(Actions& actions, const RunCommands& commands, QMenu& menu);
/// Refuses what a run in this state cannot do.
void updateRunActions(Actions& actions, SessionState state);

} // namespace gan
