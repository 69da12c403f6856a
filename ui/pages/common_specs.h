#pragma once

#include "ui/plots/plot_spec.h"

// What the pages of several experiments show alike.
namespace gan {

/// The same plot, and what a tab with it is called.
template <class Spec>
Spec onTab(Spec spec, const char* name)
{
    spec.face.tab = name;
    return spec;
}

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
