#pragma once

#include "ui/plots/hover_readout.h"

#include <vector>

namespace gan {

/// What a plot can be asked for at a place of its horizontal axis.
class PlotValues {
public:
    virtual ~PlotValues() = default;

    /// What the read-out says at x, the place itself first; nothing where there is nothing.
    virtual std::vector<HoverLine> valuesAt(double x) const = 0;
    /// The same at a point, for a plot whose values differ from one height to another.
    virtual std::vector<HoverLine> valuesAtPoint(double x, double) const { return valuesAt(x); }
    /// The place at or beside x that the read-out can stand at.
    virtual double placeAt(double x) const { return x; }
    /// The smallest distance of two such places.
    virtual double placeStep() const { return 0; }
    virtual bool isEmpty() const = 0;
};

} // namespace gan
