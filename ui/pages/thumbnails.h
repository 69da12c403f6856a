#pragma once

#include "ui/plots/plot_spec.h"

class QIcon;

namespace gan {

class ControlPanel;

/// Gives the values of a choice in the panel their small pictures, in the theme's color.
void showThumbnails(ControlPanel& panel, const ThumbnailSpec& spec, const Theme& theme);

} // namespace gan
