#pragma once

#include "ui/plots/plot_spec.h"

// What the pages of several experiments show alike.
namespace gan {

struct Experiment;

/// The same plot, and what a tab with it is called.
template <class Spec>
Spec onTab(Spec spec, const char* name)
{
    spec.face.tab = name;
    return spec;
}

/// A curve of a column of the experiment's metric log, with its legend.
HistorySeries curveOf(const Experiment& experiment, const char* column, ColorRole color, bool dashed = false,
                      int pointsTogether = 1);
/// A line of the numbers panel for a column of the metric log, with all that its table says of it.
NumberSpec numberOf(const Experiment& experiment, const char* column,
                    NumberSpec::From from = NumberSpec::From::Log);
/// The same for a distance, with that of a perfect generator beside it.
NumberSpec distanceOf(const Experiment& experiment, const char* column, const char* floor);

/// Losses of D and G together.
HistorySpec losses(const Experiment& experiment);
HistorySpec lossOfD(const Experiment& experiment);
HistorySpec lossOfG(const Experiment& experiment);
/// Mean D(x) and mean D(G(z)), before and after D has learned.
HistorySpec discriminatorOutputs(const Experiment& experiment);
HistorySpec accuracy(const Experiment& experiment);
/// Histograms of D's answers to real and to generated samples.
SnapshotSpec discriminatorReadout();
/// Updates, D's answers, losses and gradients.
std::vector<NumberSpec> commonNumbers(const Experiment& experiment);

} // namespace gan
