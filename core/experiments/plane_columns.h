#pragma once

#include "core/metric_column.h"

namespace gan {

/// What plane-2d measures: distances with the value of a perfect generator, and what the hills have.
std::vector<MetricColumn> planeColumns();

} // namespace gan
