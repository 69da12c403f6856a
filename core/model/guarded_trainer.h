#pragma once

#include "core/trainer.h"

namespace gan {

/// The same trainer with one kind of error: whatever LibTorch, the memory or the standard library throws
/// becomes an Error of one sentence. Error and Canceled pass through.
std::unique_ptr<Trainer> makeGuarded(std::unique_ptr<Trainer> trainer);

} // namespace gan
