#pragma once

#include <QString>

#include <vector>

namespace gan {

/// Something that happened at one place of the horizontal axis: what, and to which value it led.
struct PlotMoment {
    double at;
    QString what;
    QString value;
};

/// What is written beside the line of a moment, or beside the last of several that are close together.
struct MomentLabel {
    QString text;       ///< "lr_g 0.01", or "lr_g 0.01 → 0.002" from the first to the last value of several
    QString brief;      ///< "5 changes": where the text has no room; empty for a single moment
    double left, right; ///< pixels that it takes
};

/// Labels for moments in ascending order, whose lines stand at the pixels `lines`. Each is `height` pixels
/// wide, for it runs up beside its line: to the right of it, or to the left where it would pass `rightEnd`.
/// No label covers another or another's line; moments that are too close for that share one.
std::vector<MomentLabel> momentLabels(const std::vector<PlotMoment>& moments,
                                      const std::vector<double>& lines, double height, double rightEnd);

} // namespace gan
