#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace gan {

/// A file that was found but cannot be used.
struct UnusablePicture {
    std::string path;
    std::string reason;    ///< an English sentence for translation, such as "It is not a picture."
    bool isLasting = true; ///< until the file changes; false: another try may succeed
};

/// Pictures to learn from, all of one size, as bytes. A plain value; whoever shares it shares it as const.
struct PictureSet {
    static constexpr int channels = 3; ///< red, green, blue; gray pictures have three equal ones

    int side = 0;                    ///< pixels; every picture is square
    std::vector<std::uint8_t> bytes; ///< count() pictures, one after the other: rows from the top, RGB RGB
    std::int64_t trainCount = 0;     ///< the first pictures are for training, the others are held out
    std::vector<std::string> names;  ///< of each picture: its file, or empty when all are drawn
    std::vector<UnusablePicture> unusable;

    /// Whether the same files could give more pictures another time.
    bool mayGrow() const
    {
        return std::any_of(unusable.begin(), unusable.end(),
                           [](const UnusablePicture& picture) { return !picture.isLasting; });
    }
    std::int64_t bytesEach() const { return std::int64_t{side} * side * channels; }
    std::int64_t count() const { return side ? static_cast<std::int64_t>(bytes.size()) / bytesEach() : 0; }
    std::int64_t heldOutCount() const { return count() - trainCount; }
    std::span<const std::uint8_t> picture(std::int64_t index) const
    {
        return std::span(bytes).subspan(static_cast<std::size_t>(index * bytesEach()),
                                        static_cast<std::size_t>(bytesEach()));
    }
};

/// How many of `count` pictures are held out: a tenth, rounded, and at least one when there are two.
constexpr std::int64_t heldOutOf(std::int64_t count)
{
    return count < 2 ? 0 : (count + 9) / 10;
}

} // namespace gan
