#pragma once

#include "core/model/tensor.h"

namespace gan {

/// What is done to pictures before D sees them.
struct Augmentation {
    bool translation = false, color = false, cutout = false;

    bool operator==(const Augmentation&) const = default;
    bool any() const { return translation || color || cutout; }
};

/// The pictures [B, 3, H, W] in [-1, 1], each changed by chance, by `random`, in the ways that are switched
/// on: brightness, saturation and contrast; a shift by up to an eighth of the side, with gray (0) where
/// nothing was; a gray square of half the side. Applied to real and to generated pictures alike, it hides
/// from D which few real pictures there are, and it passes G's gradient on (Zhao et al. 2020, "Differentiable
/// Augmentation for Data-Efficient GAN Training").
Tensor augmented(const Tensor& pictures, const Augmentation& kinds, at::Generator random);

} // namespace gan
