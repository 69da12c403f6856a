#include "ui/plots/snapshot_view.h"

#include <utility>

namespace gan {

void SnapshotView::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    touch();
}

} // namespace gan
