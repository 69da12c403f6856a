#include "ui/plot_row.h"

#include "ui/help.h"
#include "ui/panes.h"
#include "ui/plots/plot_view.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace gan {

namespace {

/// In a row of `cells` equal columns the first plot takes those that the others leave, and the gaps between
/// them.
void setWidths(QSplitter& row, int cells, int width)
{
    const int gap = row.handleWidth();
    const int cell = (width - (cells - 1) * gap) / cells;
    const int extra = cells - row.count();
    QList<int> widths(row.count(), cell);
    widths.first() = cell * (1 + extra) + gap * extra;
    row.setSizes(widths);
}

} // namespace

PlotRow::PlotRow(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_bar(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
{
    explain(m_bar, tr("Tabs"),
            tr("Other plots in the same place. Left and Right change the tab that has the focus."));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->hide();
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(2);
    box->addWidget(m_bar);
    box->addWidget(m_stack, 1);
    connect(m_bar, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
}

void PlotRow::addTab(const QString& title, const std::vector<PlotView*>& plots, bool even)
{
    auto* pane = new QSplitter(Qt::Horizontal);
    makePane(pane, m_name + QLatin1Char('-') + QString::number(m_tabs.size() + 1));
    for (PlotView* plot : plots)
        pane->addWidget(plot);
    m_tabs.push_back(pane);
    if (even)
        m_even.insert(pane);
    addPart(title, pane);
}

int PlotRow::addPanel(const QString& title, QWidget* panel)
{
    addPart(title, panel);
    return m_bar->count() - 1;
}

void PlotRow::addPart(const QString& title, QWidget* part)
{
    m_stack->addWidget(part);
    m_bar->addTab(title);
    m_bar->setVisible(m_bar->count() > 1);
}

int PlotRow::currentTab() const
{
    return m_bar->currentIndex();
}

void PlotRow::showTab(int index)
{
    m_bar->setCurrentIndex(index);
}

void PlotRow::reveal(const PlotView* plot)
{
    for (int i = 0; i < m_stack->count(); ++i)
        if (m_stack->widget(i)->isAncestorOf(plot))
            showTab(i);
}

int PlotRow::cells() const
{
    int cells = 0;
    for (const QSplitter* tab : m_tabs)
        cells = std::max(cells, tab->count());
    return cells;
}

void PlotRow::align(int cells, int width)
{
    for (QSplitter* tab : m_tabs)
        if (tab->count() > 0 && !wasMoved(*tab))
            setWidths(*tab, m_even.contains(tab) ? tab->count() : cells, width);
}

void PlotRow::forgetPanes()
{
    for (QSplitter* tab : m_tabs)
        setMoved(*tab, false);
}

} // namespace gan
