#pragma once

#include "core/model/tensor.h"

// Sums of tensors that have the same bits on every processor: on the CPU they are added here. Elsewhere
// LibTorch does it. No gradient passes through them.
namespace gan {

/// Of all numbers, added in double precision; without dimensions, of the type of x.
Tensor sumOf(const Tensor& x);
/// The mean over the rows of x [B, n], [n].
Tensor meanRow(const Tensor& x);
/// The Euclidean norm, in double precision: squares of large gradients leave the range of float.
double normOf(const Tensor& x);

} // namespace gan
