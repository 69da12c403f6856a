#include "ui/pages/log_tab.h"

#include "ui/pages/plot_row.h"
#include "ui/pages/plot_rows.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/log_panel.h"
#include "ui/plots/large_plot.h"

namespace gan {

LogTab::LogTab(const LogLine& logLine, PlotSheet& plots, QObject* parent)
    : QObject(parent)
    , m_plots(plots)
    , m_row(*plots.rows().all().back())
    , m_panel(new LogPanel(logLine))
    , m_tab(m_row.addPanel(tr("Log"), m_panel))
{
}

void LogTab::toggle()
{
    m_plots.large().restore();
    const bool isShown = m_row.currentTab() == m_tab;
    if (!isShown)
        m_tabBefore = m_row.currentTab();
    m_row.showTab(isShown ? m_tabBefore : m_tab);
}

} // namespace gan
