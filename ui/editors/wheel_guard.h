#pragma once

#include <QWidget>

namespace gan {

/// A wheel that turns over a slider, a list or a field without focus scrolls the panel below and changes no
/// value.
void guardFromWheel(QWidget* widget);

} // namespace gan
