#include "ui/window/projector_mode.h"

#include "ui/style/appearance.h"
#include "ui/style/theme_size.h"
#include "ui/widgets/panes.h"

#include <QAction>
#include <QApplication>
#include <QLayout>
#include <QSplitter>
#include <QTimer>

namespace gan {

namespace {

constexpr int kEnoughForAll = 1000; ///< pixels at scale 1, for settings, plots and numbers side by side

}

ProjectorMode::ProjectorMode(QWidget& window, Appearance& appearance, QList<QAction*> panels)
    : QObject(&window)
    , m_window(window)
    , m_appearance(appearance)
    , m_panels(std::move(panels))
{
    for (QAction* panel : m_panels)
        connect(panel, &QAction::toggled, this, [this, panel](bool on) {
            if (on && isCrowded())
                hidePanels(panel);
        });
}

bool ProjectorMode::isCrowded() const
{
    return isOn() && m_window.width() < scaled(kEnoughForAll);
}

void ProjectorMode::hidePanels(const QAction* except)
{
    for (QAction* panel : m_panels)
        if (panel != except)
            panel->setChecked(false);
}

bool ProjectorMode::isOn() const
{
    return m_appearance.isForProjector();
}

void ProjectorMode::set(bool on)
{
    if (on != isOn())
        on ? enter() : leave();
}

void ProjectorMode::enter()
{
    m_before = m_window.size();
    m_shown.clear();
    for (const QAction* panel : m_panels)
        m_shown.append(panel->isChecked());
    keepPanes();
    m_appearance.setProjector(true);
    if (isCrowded())
        hidePanels();
    settle();
    m_window.resize(m_before); // it may have grown while the panels were still there
    Q_EMIT entered();
    m_after = m_window.size();
    QTimer::singleShot(0, this, [this] { m_after = m_window.size(); }); // rows may be grouped anew first
}

/// A window that a hand has resized since is left as large as it is.
void ProjectorMode::leave()
{
    const bool isUntouched = m_window.size() == m_after;
    m_appearance.setProjector(false);
    settle();
    for (qsizetype i = 0; i < m_panels.size(); ++i)
        m_panels[i]->setChecked(m_shown[i]);
    for (int round = 0; round < 2; ++round) { // what became smaller makes room for the rest
        settle();
        if (isUntouched)
            m_window.resize(m_before);
        settle();
        restorePanes();
    }
}

void ProjectorMode::keepPanes()
{
    m_panes.clear();
    for (const QSplitter* pane : m_window.findChildren<QSplitter*>())
        if (isPane(*pane))
            m_panes.insert(pane->objectName(), {pane->saveState(), wasMoved(*pane)});
}

/// In the order of their names, so the outer ones first: those in them may be made anew for the width that
/// they get.
void ProjectorMode::restorePanes()
{
    for (auto kept = m_panes.constBegin(); kept != m_panes.constEnd(); ++kept)
        if (auto* pane = m_window.findChild<QSplitter*>(kept.key())) {
            pane->restoreState(kept->first);
            setMoved(*pane, kept->second);
        }
}

/// Qt would tell the widgets later of the application's new font.
void ProjectorMode::settle()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    m_window.layout()->activate();
}

} // namespace gan
