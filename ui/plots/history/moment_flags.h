#pragma once

#include <QString>

#include <span>
#include <vector>

namespace gan {

/// Something that happened at one place of the horizontal axis: what, and to which value it led.
struct PlotMoment {
    double at;
    QString what;
    QString value;
};

/// Moments [first, end) that share a flag, for their lines are close together.
struct MomentFlag {
    std::size_t first, end;
    double pole; ///< pixel at which it stands: the line of the first

    std::size_t count() const { return end - first; }
};

/// Flags for moments in ascending order, whose lines stand at the pixels `lines`. Two poles are at least
/// `width` pixels apart.
std::vector<MomentFlag> momentFlags(const std::vector<double>& lines, double width);

/// What a flag says: "Batch size: 64 at 2 000", or "3 changes at 2 000 – 2 040: Batch size: 64; Learning rate
/// of G: 0.01 → 0.002", each thing once, from its first value to its last.
QString flagText(std::span<const PlotMoment> moments);

} // namespace gan
