#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace gan {

/// The context menu of a plot. Its entries are actions of the plot; a key counts while the plot has the
/// focus.
class PlotMenu : public QObject {
    Q_OBJECT

public:
    explicit PlotMenu(QWidget& plot);

    QAction* add(const QString& text, const QKeySequence& key, std::function<void()> run);
    /// An entry that is on or off.
    QAction* addSwitch(const QString& text, const QKeySequence& key, std::function<void(bool)> set);
    /// Of a plot that can be zoomed, with a line before it.
    void addBackToAll(std::function<void()> run);
    void addLine();

private:
    void open(const QPoint& place);

    QWidget& m_plot;
};

} // namespace gan
