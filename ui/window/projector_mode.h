#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QObject>
#include <QSize>

class QAction;
class QWidget;

namespace gan {

class Appearance;

/// Larger text for a lecture room. On a small screen the panels make way for the plots, and one at a time can
/// be brought back; whoever leaves it has window, panes and panels as they were before. GUI thread.
class ProjectorMode : public QObject {
    Q_OBJECT

public:
    /// All of these must outlive it. The actions show panels.
    ProjectorMode(QWidget& window, Appearance& appearance, QList<QAction*> panels);

    bool isOn() const;
    void set(bool on);

Q_SIGNALS:
    /// Text has its new size, and the panes are to be placed for it.
    void entered();

private:
    /// A splitter's state, and whether a hand has moved it.
    using Pane = std::pair<QByteArray, bool>;

    void enter();
    void leave();
    bool isCrowded() const;
    void hidePanels(const QAction* except = nullptr);
    void keepPanes();
    void restorePanes();
    void settle();

    QWidget& m_window;
    Appearance& m_appearance;
    const QList<QAction*> m_panels;
    QSize m_before, m_after; ///< of the window, when it was entered
    QList<bool> m_shown;     ///< of the panels, before
    QMap<QString, Pane> m_panes;
};

} // namespace gan
