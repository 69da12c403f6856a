#pragma once

// Not ATen/ATen.h: it costs three times the compile time, and each source file names the few operations it
// calls.
#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

namespace gan {

using at::Tensor;

} // namespace gan
