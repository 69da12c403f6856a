#pragma once

#include <QString>
#include <QVariantMap>

class QSplitter;
class QWidget;

namespace gan {

/// A pane has a name, and from the moment a hand moves it, its sizes are the user's: they are kept for the
/// next time and nothing in the program changes them.
void makePane(QSplitter* splitter, const QString& name);
bool isPane(const QSplitter& splitter);
bool wasMoved(const QSplitter& pane);
void setMoved(QSplitter& pane, bool moved);

/// What a hand has made of the panes of a window, by name, also of those that are not there now.
QVariantMap paneStates(const QWidget& window);
void setPaneStates(QWidget& window, const QVariantMap& states);
/// Gives a pane the sizes that a hand has given it in this window before, if it has.
void restorePane(QSplitter& pane);
/// Forgets those whose names begin so.
void forgetPanes(QWidget& window, const QString& name);

} // namespace gan
