#pragma once

#include "ui/plots/plot_spec.h"

// What the pages of several experiments show alike.
namespace gan {

/// Losses of D and G together.
HistorySpec losses();
HistorySpec lossOfD();
HistorySpec lossOfG();
/// Mean D(x) and mean D(G(z)), before and after D has learnt.
HistorySpec discriminatorOutputs();
HistorySpec accuracy();
/// Histograms of D's answers to real and to generated samples.
SnapshotSpec discriminatorReadout();
/// Updates, D's answers, losses and gradients.
std::vector<NumberSpec> commonNumbers();

} // namespace gan
