#include "ui/plots/snapshot/snapshot_view.h"

#include "ui/text/help.h"

#include <QToolButton>

#include <utility>

namespace gan {

void SnapshotView::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool isNew = differs(m_snapshot.get(), snapshot.get());
    m_snapshot = std::move(snapshot);
    if (isNew)
        touch();
}

void SnapshotView::addDrawButton(const char* setting)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("drawAgain"));
    button->setText(tr("Draw again"));
    explain(button, button->text(),
            tr("Shows another random sample. This does not affect the training. The same number of the draw "
               "gives the same sample again."));
    connect(button, &QToolButton::clicked, this,
            [this, setting] { Q_EMIT drawRequested(QLatin1String(setting)); });
    addCorner(button);
}

} // namespace gan
