#include "ui/plots/history/history_plots.h"

#include "ui/plots/history/history_plot.h"
#include "ui/plots/history/history_strip.h"
#include "ui/plots/plot_reading.h"

namespace gan {

void HistoryPlots::add(HistoryPlot* plot)
{
    m_plots.push_back(plot);
    connect(&plot->reading(), &PlotReading::moved, this, [this, plot](std::optional<double> iteration) {
        for (HistoryPlot* other : m_plots)
            if (other != plot)
                other->reading().showAt(iteration);
    });
}

void HistoryPlots::add(HistoryStrip* strip)
{
    m_strips.push_back(strip);
}

void HistoryPlots::setSettings(const Settings& settings)
{
    for (HistoryPlot* plot : m_plots)
        plot->setSettings(settings);
}

void HistoryPlots::append(const MetricRows& rows)
{
    for (HistoryPlot* plot : m_plots)
        plot->append(rows);
    for (HistoryStrip* strip : m_strips)
        strip->append(rows);
}

void HistoryPlots::mark(const Event& event)
{
    for (HistoryPlot* plot : m_plots)
        plot->mark(event);
}

void HistoryPlots::clear()
{
    for (HistoryPlot* plot : m_plots)
        plot->clear();
    for (HistoryStrip* strip : m_strips)
        strip->clear();
}

void HistoryPlots::setSmoothing(double weight)
{
    for (HistoryPlot* plot : m_plots)
        plot->setSmoothing(weight);
}

void HistoryPlots::showReadout(std::optional<double> iteration)
{
    for (HistoryPlot* plot : m_plots)
        plot->reading().showAt(iteration);
}

void HistoryPlots::keepGhost(std::uint64_t runId, int number)
{
    for (HistoryPlot* plot : m_plots)
        plot->keepGhost(runId, number);
}

void HistoryPlots::removeGhost(std::uint64_t runId)
{
    for (HistoryPlot* plot : m_plots)
        plot->removeGhost(runId);
}

void HistoryPlots::setGhostVisible(std::uint64_t runId, bool visible)
{
    for (HistoryPlot* plot : m_plots)
        plot->setGhostVisible(runId, visible);
}

} // namespace gan
