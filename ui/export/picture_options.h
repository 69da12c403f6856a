#pragma once

#include <QSize>
#include <QString>

namespace gan {

enum class PictureFormat { Png, Svg };

/// How a plot becomes a picture. The size gives it room, the scale makes everything larger.
struct PictureOptions {
    static constexpr int kLeastSide = 200, kMostSide = 8000; ///< pixels
    static constexpr double kLeastScale = 0.25, kMostScale = 8;
    static constexpr double kLeastText = 0.5, kMostText = 4;
    static constexpr double kMostMegapixels = 100; ///< after scale

    PictureFormat format = PictureFormat::Png;
    QSize size{1600, 1000}; ///< pixels, before scale
    double scale = 1;
    bool caption = false; ///< the run's description below the plot; it makes the picture taller
    double textScale = 1; ///< of text and lines within the picture, 0.5 to 4
    bool transparent = false;

    /// Throws Error when the picture would be too small or too large.
    void check() const;
    /// ".png" or ".svg".
    QString suffix() const;

    bool operator==(const PictureOptions&) const = default;
};

} // namespace gan
