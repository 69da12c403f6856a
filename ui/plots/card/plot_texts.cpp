#include "ui/plots/card/plot_texts.h"

#include "ui/plots/axis_ticker.h"
#include "ui/plots/card/plot_header.h"
#include "ui/plots/card/plot_legend.h"
#include "ui/plots/card/plot_style.h"
#include "ui/plots/plot_marks.h"
#include "ui/text/text.h"

namespace gan {

namespace {

constexpr int kRightMargin = 14; ///< room for half of the last number below the axis, which would be left out
constexpr int kTitlePixels = 13;
constexpr int kAxisPixels = 11;
constexpr int kLeftMargin = 44; ///< steady while numbers beside the axis grow and shrink
constexpr int kGridMargin = 4;
constexpr int kAroundHeader = 12;  ///< pixels beside it
constexpr int kAroundAxes = 112;   ///< title, legend and iterations, above and below the axes
constexpr int kLowPlot = 290;      ///< a lower one has no line of its own for what an axis counts
constexpr int kBackingAlpha = 190; ///< behind text over curves

std::vector<QCPAxis*> axesOf(const QCustomPlot& plot)
{
    return {plot.xAxis, plot.yAxis, plot.yAxis2};
}

} // namespace

PlotTexts::PlotTexts(QCustomPlot& plot, const PlotFace& face)
    : m_plot(plot)
    , m_face(face)
    , m_header(new PlotHeader(&plot))
    , m_notice(new QCPItemText(&plot))
    , m_remark(new QCPItemText(&plot))
{
    m_header->title().setText(translated(face.title));
    m_notice->setText({});
    m_notice->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_notice->position->setCoords(0.5, 0.45);
    m_remark->setText({});
    m_remark->setVisible(false);
    m_remark->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_remark->setPadding({4, 0, 4, 0});
    m_remark->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_remark->position->setCoords(0, 0);
    layOut();
}

/// Title, legend and axes below each other.
void PlotTexts::layOut()
{
    auto* grid = m_plot.plotLayout();
    grid->setMargins({kGridMargin, kGridMargin, 6, 2});
    grid->setRowSpacing(3);
    grid->insertRow(0);
    grid->addElement(0, 0, m_header);
    m_plot.xAxis->setLabel(translated(m_face.xLabel));
    m_plot.yAxis->setLabel(translated(m_face.yLabel));
    for (QCPAxis* axis : axesOf(m_plot))
        axis->setTicker(QSharedPointer<AxisTicker>::create(axis, AxisTicker::Style::Number));
}

int PlotTexts::pixels(double atScaleOne) const
{
    return int(m_scale * atScaleOne);
}

void PlotTexts::setTheme(const Theme& theme)
{
    m_scale = theme.scale;
    QColor backing = theme.panel;
    backing.setAlpha(kBackingAlpha);
    m_plot.setBackground(theme.panel);
    m_plot.axisRect()->setMinimumMargins(
        {pixels(kLeftMargin), pixels(PlotMarks::kFlagHeight), pixels(kRightMargin), 0});
    m_header->title().setFont(plotFont(theme, kTitlePixels, true));
    m_header->title().setTextColor(theme.text);
    m_header->legend().setStyle(plotFont(theme, kAxisPixels), theme.text);
    for (QCPItemText* text : {m_notice, m_remark}) {
        text->setFont(plotFont(theme, kAxisPixels));
        text->setColor(theme.mutedText);
    }
    m_remark->setBrush(backing);
    setAxisTheme(theme);
}

void PlotTexts::setAxisTheme(const Theme& theme)
{
    for (QCPAxis* axis : axesOf(m_plot)) {
        axis->setTickLabelFont(plotFont(theme, kAxisPixels));
        axis->setLabelFont(plotFont(theme, kAxisPixels));
        axis->setTickLabelColor(theme.mutedText);
        axis->setLabelColor(theme.mutedText);
        axis->setBasePen(axis == m_plot.xAxis ? QPen(theme.border) : QPen(Qt::NoPen));
        axis->setTickPen(axis == m_plot.xAxis ? QPen(theme.border) : QPen(Qt::NoPen));
        axis->setSubTicks(false);
        axis->setTickLength(0, 4);
        axis->setTickLabelPadding(4);
        axis->setLabelPadding(3);
        axis->grid()->setPen(QPen(theme.grid, 1));
        axis->grid()->setZeroLinePen(QPen(theme.grid, 1));
        axis->grid()->setVisible(axis == m_plot.yAxis);
    }
}

/// In small plots the curves need the room.
void PlotTexts::fit(int width, int height)
{
    const QFontMetrics titles(m_header->title().font()), labels(m_plot.yAxis->labelFont());
    const QString name = translated(m_face.yLabel);
    const bool hasRoom = labels.horizontalAdvance(name) <= height - pixels(kAroundAxes);
    m_header->title().setText(
        titles.elidedText(translated(m_face.title), Qt::ElideRight, width - 5 * kGridMargin));
    m_plot.yAxis->setLabel(hasRoom ? name : QString());
    nameIterations(height < pixels(kLowPlot));
}

void PlotTexts::nameIterations(bool inTheLineOfNumbers)
{
    const QString name = translated(m_face.xLabel);
    const auto ticker = m_plot.xAxis->ticker().dynamicCast<AxisTicker>();
    const bool isThere = ticker && ticker->setName(inTheLineOfNumbers ? name : QString());
    m_plot.xAxis->setLabel(isThere && inTheLineOfNumbers ? QString() : name);
}

bool PlotTexts::arrange(int width, bool isLow)
{
    return m_header->arrange(translated(m_face.title), width - kAroundHeader, isLow);
}

void PlotTexts::setLegend(std::vector<LegendEntry> entries)
{
    m_header->legend().setEntries(std::move(entries));
}

const std::vector<LegendEntry>& PlotTexts::legend() const
{
    return m_header->legend().entries();
}

const LegendEntry* PlotTexts::legendEntryAt(QPointF pixel) const
{
    return m_header->legend().entryAt(pixel);
}

void PlotTexts::setRemark(const QString& remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void PlotTexts::setNotice(const QString& notice)
{
    m_notice->setText(notice);
}

void PlotTexts::showNotice(bool isEmpty)
{
    m_notice->setVisible(isEmpty && !m_notice->text().isEmpty());
}

QRect PlotTexts::titleRect() const
{
    return m_header->title().rect();
}

QRect PlotTexts::legendRect() const
{
    return m_header->legend().rect();
}

int PlotTexts::titleHeight() const
{
    return QFontMetrics(m_header->title().font()).height();
}

int PlotTexts::lineEnd() const
{
    return m_header->lineEnd();
}

QRect PlotTexts::curvesRect() const
{
    return m_plot.axisRect()->rect().adjusted(0, -pixels(PlotMarks::kFlagHeight), 0, 0);
}

} // namespace gan
