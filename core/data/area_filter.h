#pragma once

#include <cstdint>
#include <functional>

namespace gan {

/// Gives row `row` of a square picture: `rgb` has place for its pixels, three bytes each.
using PixelRow = std::function<void(int row, std::uint8_t* rgb)>;

/// Writes a square picture of `from` pixels a side as one of `to` pixels: each new pixel is the mean of the
/// area it covers, to the nearest byte, exactly (whole numbers only). `rgb` has place for to * to * 3 bytes.
/// Both sides are at least 1 and at most 65536. Any thread.
void areaFilter(int from, const PixelRow& rows, int to, std::uint8_t* rgb);

} // namespace gan
