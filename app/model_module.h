#pragma once

#include "core/trainer.h"

namespace gan {

/// A factory that loads the module with the networks when it is first called, so that the window is on screen
/// before the half second that LibTorch needs. The module is looked for beside the program and in
/// ../lib/gan-explorer, never in the working folder, and is never unloaded. The factory throws Error when it
/// is missing or of another version.
TrainerFactory modelModule();

/// What OpenMP and OpenBLAS read when LibTorch is loaded: threads that wait do not spin, and OpenBLAS starts
/// none of its own inside LibTorch's. What the user has set stays. Before the first thread starts.
void setThreadEnvironment();

} // namespace gan
