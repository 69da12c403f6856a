#include "ui/pages/plot_row.h"

#include "ui/plots/plot_view.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/widgets/panes.h"

#include <QApplication>
#include <QPointer>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace gan {

namespace {

constexpr int kLeastWidth = 260, kLeastHeight = 120; ///< of a plot that is alone
constexpr int kGap = 8;                              ///< as wide as the handle of a splitter at most
constexpr int kMainShare = 3, kOtherShare = 2;       ///< of the width, for a main picture and each other one

/// How wide these plots of a tab must be to be read.
std::vector<int> leastWidths(const PlotTab& tab, std::size_t first, std::size_t count)
{
    std::vector<int> widths;
    for (std::size_t i = first; i < first + count; ++i)
        widths.push_back(scaled(tab.plots[i]->readableWidth()));
    if (tab.widths == TabSpec::Widths::MainFirst && first == 0 && count > 2)
        widths.front() = widths.front() * kMainShare / kOtherShare;
    return widths;
}

/// Of some of its plots, or of all.
QString titleOf(const PlotTab& tab, const PlotPage& page)
{
    if (page.count == tab.plots.size())
        return tab.title;
    QStringList names;
    for (std::size_t i = page.first; i < page.first + page.count; ++i)
        names.append(tab.plots[i]->tabTitle());
    return names.join(QStringLiteral(" · "));
}

} // namespace

PlotRow::PlotRow(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_outer(new QSplitter(Qt::Horizontal, this))
    , m_bar(new QTabBar)
    , m_stack(new QStackedWidget)
{
    explain(m_bar, tr("Tabs"),
            tr("Other plots in the same place. Left and Right change the tab that has the focus."));
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->hide();
    makePane(m_outer, m_name + QStringLiteral("-main"));
    auto* body = new QWidget;
    auto* inner = new QVBoxLayout(body);
    inner->setContentsMargins({});
    inner->setSpacing(2);
    inner->addWidget(m_bar);
    inner->addWidget(m_stack, 1);
    m_outer->addWidget(body);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(m_outer);
    connect(m_bar, &QTabBar::currentChanged, this, &PlotRow::showPage);
}

void PlotRow::addTab(const QString& title, const std::vector<PlotView*>& plots, TabSpec::Widths widths)
{
    m_tabs.push_back({title, plots, widths, nullptr});
    regroup();
}

int PlotRow::addPanel(const QString& title, QWidget* panel)
{
    m_tabs.push_back({title, {}, {}, panel});
    regroup();
    return int(m_tabs.size()) - 1;
}

void PlotRow::showTab(int index)
{
    const auto tab = static_cast<std::size_t>(index);
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const PlotPage& page = m_pages[i];
        const std::size_t seen = m_tabs[tab].seen;
        if (page.tab == tab && (page.count == 0 || (seen >= page.first && seen < page.first + page.count)))
            return m_bar->setCurrentIndex(int(i));
    }
}

int PlotRow::currentTab() const
{
    return int(m_pages.at(static_cast<std::size_t>(m_bar->currentIndex())).tab);
}

void PlotRow::showPage(int index)
{
    m_stack->setCurrentIndex(index);
    if (index < 0)
        return;
    const PlotPage& page = m_pages[std::size_t(index)];
    std::size_t& seen = m_tabs[page.tab].seen;
    if (seen < page.first || seen >= page.first + page.count)
        seen = page.first;
}

void PlotRow::reveal(const PlotView* plot)
{
    for (std::size_t tab = 0; tab < m_tabs.size(); ++tab) {
        const auto& plots = m_tabs[tab].plots;
        const auto found = std::find(plots.begin(), plots.end(), plot);
        if (found == plots.end() || (m_leads && found == plots.begin()))
            continue;
        m_tabs[tab].seen = static_cast<std::size_t>(found - plots.begin());
        showTab(int(tab));
    }
}

/// Whether the main picture stays beside tabs of the others. Otherwise it is in the tabs.
bool PlotRow::leads(int width) const
{
    const PlotTab& tab = m_tabs.front();
    if (m_tabs.size() > 1 || tab.widths != TabSpec::Widths::MainFirst || tab.plots.size() < 3)
        return false;
    const std::vector<int> all = leastWidths(tab, 0, tab.plots.size()), two = leastWidths(tab, 0, 2);
    return pageSizes(all, width, kGap).size() > 1 && pageSizes(two, width, kGap).size() == 1;
}

std::vector<PlotPage> PlotRow::pagesFor(int width) const
{
    std::vector<PlotPage> pages;
    for (std::size_t i = 0; i < m_tabs.size(); ++i) {
        const PlotTab& tab = m_tabs[i];
        const std::size_t count = tab.plots.size();
        std::size_t first = leads(width) ? 1 : 0;
        const int room = first ? width - kGap - leastWidths(tab, 0, count).front() : width;
        if (tab.panel)
            pages.push_back({i, 0, 0});
        else
            for (const std::size_t size : pageSizes(leastWidths(tab, first, count - first), room, kGap)) {
                pages.push_back({i, first, size});
                first += size;
            }
    }
    return pages;
}

/// A row that was never seen has no width; everything is together.
void PlotRow::regroup()
{
    const int room = testAttribute(Qt::WA_WState_Created) ? width() : QWIDGETSIZE_MAX;
    const std::vector<PlotPage> pages = pagesFor(room);
    const bool leadsNow = leads(room);
    if (pages == m_pages && leadsNow == m_leads)
        return;
    arrange(pages, leadsNow);
    updateGeometry();
    Q_EMIT regrouped();
}

/// What was seen stays in sight, and what has the focus keeps it.
void PlotRow::arrange(const std::vector<PlotPage>& pages, bool leads)
{
    const int tab = m_pages.empty() ? 0 : currentTab();
    const QPointer<QWidget> focus =
        isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    std::vector<QWidget*> before;
    while (m_stack->count() > 0) {
        before.push_back(m_stack->widget(0));
        m_stack->removeWidget(before.back());
    }
    {
        const QSignalBlocker quiet(m_bar);
        while (m_bar->count() > 0)
            m_bar->removeTab(0);
        m_pages = pages;
        m_leads = leads;
        for (const PlotPage& page : m_pages) {
            const QString title = titleOf(m_tabs[page.tab], page);
            m_stack->addWidget(makePage(page));
            m_bar->setTabToolTip(m_bar->addTab(title), title);
        }
        if (m_leads)
            m_outer->insertWidget(0, m_tabs.front().plots.front());
        restorePane(*m_outer);
    }
    m_bar->setVisible(m_bar->count() > 1);
    for (QWidget* old : before)
        if (qobject_cast<QSplitter*>(old))
            delete old;
    showTab(tab);
    showPage(m_bar->currentIndex());
    if (focus && focus->isVisible())
        focus->setFocus();
}

/// Made in its place from the start, so that the order of the Tab key stays.
QWidget* PlotRow::makePage(const PlotPage& page)
{
    const PlotTab& tab = m_tabs[page.tab];
    if (tab.panel)
        return tab.panel;
    auto* pane = new QSplitter(Qt::Horizontal, m_stack);
    makePane(pane, paneName(page));
    for (std::size_t i = page.first; i < page.first + page.count; ++i)
        pane->addWidget(tab.plots[i]);
    restorePane(*pane);
    return pane;
}

QString PlotRow::paneName(const PlotPage& page) const
{
    const QString tab = m_name + QLatin1Char('-') + QString::number(page.tab + 1);
    const bool isWhole = page.count == m_tabs[page.tab].plots.size();
    return isWhole ? tab : tab + QStringLiteral("-%1-%2").arg(page.first + 1).arg(page.count);
}

int PlotRow::cells() const
{
    return m_pages.empty() ? 1 : int(m_pages.front().count) + (m_leads ? 1 : 0);
}

/// In a row of `cells` equal columns the first plot takes those that the others leave, and the gaps between
/// them. A main picture is wider than the others in any case.
QList<int> PlotRow::widthsOf(const PlotPage& page, int cells, int room) const
{
    const PlotTab& tab = m_tabs[page.tab];
    const int count = int(page.count), gap = m_outer->handleWidth();
    const bool isWhole = page.count == tab.plots.size(), isMain = tab.widths == TabSpec::Widths::MainFirst;
    const int columns = isWhole && tab.widths != TabSpec::Widths::Even ? std::max(cells, count) : count;
    QList<int> widths(count, (room - (columns - 1) * gap) / columns);
    if (isWhole && isMain && columns == count && count > 1)
        widths.fill((room - (count - 1) * gap) * kOtherShare / (kMainShare + (count - 1) * kOtherShare));
    widths.first() = room - std::accumulate(widths.begin() + 1, widths.end(), (count - 1) * gap);
    return atLeast(widths, leastWidths(tab, page.first, page.count));
}

int PlotRow::leadWidth() const
{
    const int room = width() - m_outer->handleWidth();
    const int other = leastWidths(m_tabs.front(), 1, 1).front();
    return std::min(room * kMainShare / (kMainShare + kOtherShare), room - other);
}

void PlotRow::align(int cells)
{
    m_cells = cells;
    int room = width();
    if (m_leads) {
        const int lead = leadWidth();
        room -= lead + m_outer->handleWidth();
        if (!wasMoved(*m_outer))
            m_outer->setSizes({lead, room});
    }
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        if (auto* pane = qobject_cast<QSplitter*>(m_stack->widget(int(i))); pane && !wasMoved(*pane))
            pane->setSizes(widthsOf(m_pages[i], cells, room));
}

void PlotRow::forgetPanes()
{
    gan::forgetPanes(*window(), m_name);
    for (QSplitter* pane : findChildren<QSplitter*>())
        setMoved(*pane, false);
}

QSize PlotRow::minimumSizeHint() const
{
    const int bar = m_bar->isVisibleTo(this) ? m_bar->sizeHint().height() + layout()->spacing() : 0;
    return {scaled(kLeastWidth), kLeastHeight + bar};
}

void PlotRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        regroup();
    align(m_cells);
}

void PlotRow::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    regroup();
}

} // namespace gan
