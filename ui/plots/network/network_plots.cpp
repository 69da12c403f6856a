#include "ui/plots/network/network_plots.h"

#include "ui/plots/network/network_plot.h"

namespace gan {

void NetworkPlots::add(NetworkPlot* plot)
{
    m_plots.push_back(plot);
    connect(plot, &NetworkPlot::weightChanged, this, &NetworkPlots::weightChanged);
}

void NetworkPlots::setRunning(bool running)
{
    m_isRunning = running;
    refuse();
}

void NetworkPlots::setPast(bool past)
{
    m_isPast = past;
    refuse();
}

void NetworkPlots::refuse()
{
    QString why;
    if (m_isPast)
        why = tr("This is a moment of the past. Go back to now before you change a weight.");
    else if (m_isRunning)
        why = tr("Pause the run (Space) before you change a weight.");
    for (NetworkPlot* plot : m_plots)
        plot->refuse(why);
}

} // namespace gan
