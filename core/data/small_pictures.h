#pragma once

#include "core/data/picture_set.h"

#include <cstdint>
#include <span>
#include <vector>

namespace gan {

/// One picture of a set, and how far it is from another picture.
struct Neighbor {
    std::int64_t index;
    double distance; ///< root of the mean squared difference of all numbers, 0 (equal) to 1
};

/// The training pictures of a set at no more than 16x16 pixels, each the average of the area that it covers:
/// so small that the nearest of 200 000 is found in a moment, and large enough to tell faces apart.
class SmallPictures {
public:
    SmallPictures() = default;
    explicit SmallPictures(const PictureSet& set);

    /// The `count` nearest to a picture of the set's size, nearest first; fewer when there are fewer. Of two
    /// that are equally near, the earlier.
    std::vector<Neighbor> nearest(std::span<const std::uint8_t> picture, std::size_t count) const;

    bool isEmpty() const { return m_bytes.empty(); }

private:
    int m_side = 0;                    ///< of the set's pictures
    std::vector<std::uint8_t> m_bytes; ///< of all training pictures, one after the other
};

} // namespace gan
