#include "ui/widgets/panes.h"

#include <QSplitter>
#include <QVariant>

namespace gan {

namespace {

constexpr const char* kMoved = "moved";
constexpr const char* kStates = "panes";

void keepState(const QSplitter& pane)
{
    QVariantMap states = paneStates(*pane.window());
    states.insert(pane.objectName(), pane.saveState());
    setPaneStates(*pane.window(), states);
}

} // namespace

void makePane(QSplitter* splitter, const QString& name)
{
    splitter->setObjectName(name);
    splitter->setChildrenCollapsible(false);
    setMoved(*splitter, false);
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter, [splitter] {
        setMoved(*splitter, true);
        keepState(*splitter);
    });
}

bool isPane(const QSplitter& splitter)
{
    return splitter.property(kMoved).isValid();
}

bool wasMoved(const QSplitter& pane)
{
    return pane.property(kMoved).toBool();
}

void setMoved(QSplitter& pane, bool moved)
{
    pane.setProperty(kMoved, moved);
}

QVariantMap paneStates(const QWidget& window)
{
    return window.property(kStates).toMap();
}

void setPaneStates(QWidget& window, const QVariantMap& states)
{
    window.setProperty(kStates, states);
}

void restorePane(QSplitter& pane)
{
    if (pane.restoreState(paneStates(*pane.window()).value(pane.objectName()).toByteArray()))
        setMoved(pane, true);
}

void forgetPanes(QWidget& window, const QString& name)
{
    QVariantMap states = paneStates(window);
    for (const QString& key : states.keys())
        if (key.startsWith(name))
            states.remove(key);
    setPaneStates(window, states);
}

} // namespace gan
