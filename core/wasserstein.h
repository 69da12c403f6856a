#pragma once

#include "core/distribution.h"

#include <vector>

namespace gan {

/// The Wasserstein-1 distance between the empirical distribution of `values` and a distribution, in the unit
/// of x: the integral of |F_n^-1(u) - F^-1(u)| over u, exact by the closed forms of `truth`. Needs at least
/// one value, all finite.
double wasserstein1(std::vector<double> values, const Distribution& truth);

/// What a perfect generator scores: the expected wasserstein1() of n independent draws from `truth` itself.
/// It is the integral of E|F_n(x) - F(x)|, and n F_n(x) is binomial, whose mean absolute deviation has de
/// Moivre's closed form.
double wasserstein1Floor(int n, const Distribution& truth);

/// The distance between two samples of equal size: the mean of |a_(i) - b_(i)| over the sorted values.
double wasserstein1(std::vector<double> a, std::vector<double> b);

} // namespace gan
