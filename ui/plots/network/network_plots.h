#pragma once

#include "core/weight_edit.h"

#include <QObject>

#include <vector>

namespace gan {

class NetworkPlot;

/// The plots of networks of a page: whether a hand can change their weights now, which it can between two
/// iterations of the run as it is now.
class NetworkPlots : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void add(NetworkPlot* plot);
    /// Whether the run runs.
    void setRunning(bool running);
    /// Whether a moment of the past is shown.
    void setPast(bool past);

Q_SIGNALS:
    void weightChanged(const gan::WeightEdit& edit);

private:
    void refuse();

    std::vector<NetworkPlot*> m_plots;
    bool m_isRunning = false, m_isPast = false;
};

} // namespace gan
