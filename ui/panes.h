#pragma once

#include <QString>

class QSplitter;

namespace gan {

/// A pane has a name, and from the moment a hand moves it, its sizes are the user's: they are kept for the
/// next time and nothing in the program changes them.
void makePane(QSplitter* splitter, const QString& name);
bool isPane(const QSplitter& splitter);
bool wasMoved(const QSplitter& pane);
void setMoved(QSplitter& pane, bool moved);

} // namespace gan
