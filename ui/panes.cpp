#include "ui/panes.h"

#include <QSplitter>
#include <QVariant>

namespace gan {

namespace {

constexpr const char* kMoved = "moved";

}

void makePane(QSplitter* splitter, const QString& name)
{
    splitter->setObjectName(name);
    splitter->setChildrenCollapsible(false);
    setMoved(*splitter, false);
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter,
                     [splitter] { setMoved(*splitter, true); });
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

} // namespace gan
