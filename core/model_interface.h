#pragma once

#include "core/trainer.h"

namespace gan {

/// What the program and the network module that it loads at run time agree on: the module exports these two
/// functions. The string changes with each version and each change of Trainer or of what it passes, so a
/// module of another version is told from a wrong file and never called.
inline constexpr const char* kModelInterface = "gan-explorer model " GAN_VERSION " interface 5";

/// The module's file: beside the program, or in ../lib/gan-explorer from there.
inline constexpr const char* kModelFileName = "gan_model.so";

inline constexpr const char* kModelInterfaceSymbol = "ganModelInterface";
using ModelInterfaceFunction = const char*();

/// A new trainer, which the caller owns; throws Error (and nothing else) when there is no such experiment.
inline constexpr const char* kMakeTrainerSymbol = "ganMakeTrainer";
using MakeTrainerFunction = Trainer*(const char* experimentId);

} // namespace gan
