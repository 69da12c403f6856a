#pragma once

#include "core/log_line.h"

#include <QObject>

namespace gan {

class LogPanel;
class PlotRow;
class PlotSheet;

/// The log of a page: a tab after the plots of the lowest row, and the way back from it.
class LogTab : public QObject {
    Q_OBJECT

public:
    LogTab(const LogLine& logLine, PlotSheet& plots, QObject* parent = nullptr);

    LogPanel& panel() const { return *m_panel; }
    /// Shows the log in place of the plots, or these again.
    void toggle();

private:
    PlotSheet& m_plots;
    PlotRow& m_row;
    LogPanel* m_panel;
    int m_tab, m_tabBefore = 0;
};

} // namespace gan
