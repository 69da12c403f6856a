#include "ui/plots/snapshot/snapshot_view.h"

#include "ui/plots/qcp.h"
#include "ui/text/help.h"

#include <QMouseEvent>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace gan {

SnapshotView::SnapshotView(const PlotFace& face, const Theme& theme, QWidget* parent)
    : PlotView(face, theme, parent)
{
    plot().installEventFilter(this);
}

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

bool SnapshotView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove)
        pointAt(partAt(static_cast<QMouseEvent*>(event)->position()));
    else if (event->type() == QEvent::Leave || event->type() == QEvent::Hide)
        pointAt({});
    return PlotView::eventFilter(watched, event);
}

void SnapshotView::pointAt(const QString& part)
{
    if (std::exchange(m_pointed, part) != part)
        Q_EMIT partPointed(part);
}

bool SnapshotView::hasAny(const View::Parts& wanted) const
{
    return m_snapshot &&
           std::any_of(m_snapshot->parts.begin(), m_snapshot->parts.end(), [&](const Part& part) {
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
