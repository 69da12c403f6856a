#pragma once

#include <QImage>

#include <array>
#include <cstdint>
#include <vector>

namespace gan {

/// The 256 colors (or fewer) that stand for a picture's colors, found by median cut: the box of colors
/// that is farthest spread is halved until there are enough. It depends on nothing but the pixels.
class ColorPalette {
public:
    static constexpr int kMostColors = 256;

    /// `picture` has Format_RGB32.
    explicit ColorPalette(const QImage& picture);

    const std::vector<QRgb>& colors() const { return m_colors; }
    /// The nearest of them.
    std::uint8_t indexOf(QRgb color);

private:
    std::vector<QRgb> m_colors;
    std::vector<std::int16_t>
        m_known; ///< by the upper bits of a color: its index, or -1 before it was asked for
};

} // namespace gan
