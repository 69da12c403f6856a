#pragma once

#include <vector>

class QWidget;

namespace gan {

struct UnusablePicture;

/// Lists the files that cannot be used, each with its reason. Not modal.
void showUnusable(QWidget* window, const std::vector<UnusablePicture>& files);

} // namespace gan
