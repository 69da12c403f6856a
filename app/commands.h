#pragma once

#include "app/command_line.h"

namespace gan {

/// Trains without a window and writes what was asked for. Returns the exit code: 0 done, 1 interrupted or
/// failed. A run that stops early writes what there is. Throws Error when nothing can be done at all. Needs a
/// QApplication, of any platform, for the plots.
int runTrainCommand(const Command& command);

/// Writes what an iteration of a run looked like, as the command train writes a run's end. The same exit
/// codes.
int runShowCommand(const Command& command);

/// Prints experiments with their presets and settings, ranges and defaults.
int runListCommand();

/// Opens the window; returns when it is closed. Needs a QApplication.
int runWindowCommand(const Command& command);

} // namespace gan
