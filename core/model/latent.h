#pragma once

#include "core/model/tensor.h"

namespace gan {

// Places in the latent space of the faces, whose z are standard normal: nearly all of it lies near a sphere
// of radius sqrt(latent), and a walk that leaves that sphere leaves what G has learned.

/// `count` draws of z, shape [count, latent], on the CPU.
Tensor normalNoise(std::int64_t count, std::int64_t latent, at::Generator random);

/// `count` (at least 2) places from a [latent] to b [latent], both ends included, along the great circle
/// between their directions, with evenly changing length (Shoemake 1985, "Animating Rotation with Quaternion
/// Curves"). Shape [count, latent]. Opposite or equal directions have no circle of their own: then a straight
/// line.
Tensor slerp(const Tensor& a, const Tensor& b, std::int64_t count);

/// `count` directions at right angles to each other, of length 1, drawn from `random`: [count, latent]. No
/// more than `latent` of them.
Tensor latentDirections(std::int64_t count, std::int64_t latent, at::Generator random);

/// z [latent] turned towards the directions [n, latent] by amounts [n], of which 3 is half a right angle; its
/// length stays.
Tensor displaced(const Tensor& z, const Tensor& directions, const Tensor& amounts);

} // namespace gan
