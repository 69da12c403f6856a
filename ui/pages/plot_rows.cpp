#include "ui/pages/plot_rows.h"

#include "ui/pages/plot_row.h"
#include "ui/style/theme_size.h"
#include "ui/widgets/panes.h"

#include <algorithm>
#include <numeric>

namespace gan {

namespace {

constexpr int kCurvesHeight = 290; ///< of a row, tabs included, from which on curves are easy to read

}

PlotRows::PlotRows(const QString& name, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
{
    makePane(this, name);
}

void PlotRows::add(PlotRow* row, int height)
{
    connect(row, &PlotRow::regrouped, this, &PlotRows::align);
    addWidget(row);
    setStretchFactor(count() - 1, height);
    m_rows.push_back(row);
    m_heights.append(1000 * height);
}

void PlotRows::reveal(const PlotView* plot)
{
    for (PlotRow* row : m_rows)
        row->reveal(plot);
}

void PlotRows::placePanes()
{
    setMoved(*this, false);
    for (PlotRow* row : m_rows)
        row->forgetPanes();
    setSizes(m_heights);
    place();
}

/// The lowest row, with the curves, is high enough to be read as long as it has no more than half.
void PlotRows::place()
{
    align();
    const int room = height() - (int(m_heights.size()) - 1) * handleWidth();
    if (wasMoved(*this) || room <= 0 || m_heights.isEmpty())
        return;
    const int shares = std::accumulate(m_heights.begin(), m_heights.end(), 0);
    QList<int> heights;
    for (const int share : m_heights)
        heights.append(room * share / shares);
    const int enough = std::min(room / int(m_heights.size()), scaled(kCurvesHeight));
    const int more = std::max(0, enough - heights.last());
    heights.last() += more;
    heights.first() -= more;
    setSizes(heights);
}

void PlotRows::regroup()
{
    for (PlotRow* row : m_rows)
        if (row->isVisible())
            row->regroup();
    place();
}

/// Where another row has more plots, the first one is wider.
void PlotRows::align()
{
    int cells = 1;
    for (const PlotRow* row : m_rows)
        cells = std::max(cells, row->cells());
    for (PlotRow* row : m_rows)
        row->align(cells);
}

void PlotRows::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    place();
}

} // namespace gan
