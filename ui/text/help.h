#pragma once

#include <QString>

class QWidget;

namespace gan {

/// Gives a control what everybody needs to understand it: a name for the screen reader, and two or three
/// sentences as tooltip, as "What is this?" (Shift+F1) and as the reader's description. Both are translated.
void explain(QWidget* control, const QString& name, const QString& help);

} // namespace gan
