#pragma once

#include <ATen/ATen.h>
#include <ATen/core/Generator.h>

namespace gan {

using at::Tensor;

} // namespace gan
