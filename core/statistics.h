#pragma once

#include "core/snapshot.h"

#include <span>
#include <string>

namespace gan {

double mean(std::span<const double> values);
/// Standard deviation of the sample (divisor n - 1); 0 for a single value.
double deviation(std::span<const double> values);

/// Counts `values` in `bins` bins of equal width over [low, high]; the last bin includes `high`. What is
/// outside goes to `below` and `above`; a value that is not a number counts as above.
Histogram makeHistogram(std::string name, std::span<const double> values, double low, double high, int bins);

} // namespace gan
