#pragma once

#include "ui/plots/qcp.h"

namespace gan {

/// Makes the graph's pen solid where its line is far longer than any screen, as under a deep zoom: Qt draws
/// every dash of it, also those out of sight, and would take minutes. After data, pen and axes are set.
void keepDashesShort(QCPGraph& graph);

} // namespace gan
