#include "ui/plots/snapshot/snapshot_view.h"

#include "ui/text/help.h"

#include <QToolButton>

#include <algorithm>
#include <utility>

namespace gan {

void SnapshotView::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    const bool isNew = differs(m_snapshot.get(), snapshot.get());
    m_snapshot = std::move(snapshot);
    if (isNew)
        touch();
}

const PlotLooks& SnapshotView::looks() const
{
    static const PlotLooks none;
    return none;
}

bool SnapshotView::hasParts() const
{
    const View::Parts wanted = parts();
    return std::any_of(m_snapshot->parts.begin(), m_snapshot->parts.end(), [&](const Part& part) {
        return wanted.contains(std::visit([](const auto& kind) { return kind.name; }, part));
    });
}

void SnapshotView::addDrawButton()
{
    if (!looks().draw)
        return;
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("drawAgain"));
    button->setText(tr("Draw again"));
    explain(button, button->text(),
            tr("Shows another random sample. This does not affect the training. The same number of the draw "
               "gives the same sample again."));
    connect(button, &QToolButton::clicked, this,
            [this] { Q_EMIT drawRequested(QLatin1String(looks().draw)); });
    addCorner(button);
}

} // namespace gan
