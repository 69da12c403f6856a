#pragma once

#include "core/trainer.h"

namespace gan {

/// The experiment faces: convolutional networks on pictures. It needs usePictures() before each reset() that
/// shall learn from other ones; reset() throws Error when there are none, fewer than two to train on, or of
/// another size than the setting `side`.
std::unique_ptr<Trainer> makeFacesTrainer();

} // namespace gan
