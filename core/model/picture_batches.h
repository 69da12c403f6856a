#pragma once

#include "core/data/picture_set.h"
#include "core/model/tensor.h"
#include "core/snapshot.h"

#include <memory>
#include <string>

namespace gan {

/// The pictures of a set as networks want them. The bytes are shared and stay bytes: only a batch is ever
/// made numbers.
class PictureBatches {
public:
    PictureBatches() = default;
    explicit PictureBatches(std::shared_ptr<const PictureSet> pictures);

    /// The pictures at these places [count], as numbers in [-1, 1], shape [count, 3, side, side].
    Tensor numbers(const Tensor& places) const;

    const PictureSet& set() const { return *m_set; }

private:
    std::shared_ptr<const PictureSet> m_set;
    Tensor m_bytes; ///< [count, bytes of each], where the set has them
};

/// Each of the pictures [B, 3, H, W] left to right or, with a chance of one half by `random`, right to left.
Tensor mirroredByChance(const Tensor& pictures, at::Generator random);

/// Pictures [B, 3, side, side] in [-1, 1] as bytes; what lies outside is cut off, what is no number is gray.
Pictures picturesOf(std::string name, const Tensor& pictures);

} // namespace gan
