#pragma once

#include "ui/plots/qcp.h"

namespace gan {

/// Draws a line more simply where it is far longer than any screen, as under a deep zoom: Qt works on all of
/// it, also what is out of sight, and would take minutes for dashes and seconds for a wide pen. After data,
/// pen and axes are set.
void simplifyEndless(QCPGraph& graph);

} // namespace gan
