// What a plot is laid out of, and how it looks in a theme.
#include "ui/plots/axis_ticker.h"
#include "ui/plots/plot_header.h"
#include "ui/plots/plot_legend.h"
#include "ui/plots/plot_marks.h"
#include "ui/plots/plot_view.h"
#include "ui/text/text.h"

#include <QLabel>
#include <QToolButton>

#include <cmath>

namespace gan {

namespace {

constexpr int kRightMargin = 14; ///< room for half of the last number below the axis, which would be left out
constexpr int kTitlePixels = 13;
constexpr int kAxisPixels = 11;
constexpr double kLineWidth = 1.6;
constexpr int kLeftMargin = 44; ///< steady while numbers beside the axis grow and shrink
constexpr int kGridMargin = 4;
constexpr int kAroundAxes = 112;   ///< title, legend and iterations, above and below the axes
constexpr int kLowPlot = 290;      ///< a lower one has no line of its own for what an axis counts
constexpr int kBackingAlpha = 190; ///< behind text over curves

} // namespace

/// Title, legend and axes below each other in the plot itself, so that exported pictures have them too.
void PlotView::layOut()
{
    auto* grid = m_plot->plotLayout();
    m_header = new PlotHeader(m_plot);
    m_header->title().setText(title());
    m_notice = new QCPItemText(m_plot);
    m_notice->setText({});
    m_notice->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_notice->position->setCoords(0.5, 0.45);
    m_remark = new QCPItemText(m_plot);
    m_remark->setText({});
    m_remark->setVisible(false);
    m_remark->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_remark->setPadding({4, 0, 4, 0});
    m_remark->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_remark->position->setCoords(0, 0);
    grid->setMargins({kGridMargin, kGridMargin, 6, 2});
    grid->setRowSpacing(3);
    grid->insertRow(0);
    grid->addElement(0, 0, m_header);
    m_plot->xAxis->setLabel(translated(m_face.xLabel));
    m_plot->yAxis->setLabel(translated(m_face.yLabel));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2})
        axis->setTicker(QSharedPointer<AxisTicker>::create(axis, AxisTicker::Style::Number));
}

QFont PlotView::font(int pixels, bool strong) const
{
    return themeFont(int(std::lround(scaled(pixels))), strong);
}

void PlotView::applyColors()
{
    QColor backing = m_theme.panel;
    backing.setAlpha(kBackingAlpha);
    m_plot->setBackground(m_theme.panel);
    m_plot->axisRect()->setMinimumMargins(
        {int(scaled(kLeftMargin)), int(scaled(PlotMarks::kFlagHeight)), int(scaled(kRightMargin)), 0});
    m_header->title().setFont(font(kTitlePixels, true));
    m_header->title().setTextColor(m_theme.text);
    m_header->legend().setStyle(font(kAxisPixels), m_theme.text);
    m_readout->setFont(font(kAxisPixels));
    styleButtons();
    for (QCPItemText* text : {m_notice, m_remark}) {
        text->setFont(font(kAxisPixels));
        text->setColor(m_theme.mutedText);
    }
    m_remark->setBrush(backing);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
        axis->setTickLabelFont(font(kAxisPixels));
        axis->setLabelFont(font(kAxisPixels));
        axis->setTickLabelColor(m_theme.mutedText);
        axis->setLabelColor(m_theme.mutedText);
        axis->setBasePen(axis == m_plot->xAxis ? QPen(m_theme.border) : QPen(Qt::NoPen));
        axis->setTickPen(axis == m_plot->xAxis ? QPen(m_theme.border) : QPen(Qt::NoPen));
        axis->setSubTicks(false);
        axis->setTickLength(0, 4);
        axis->setTickLabelPadding(4);
        axis->setLabelPadding(3);
        axis->grid()->setPen(QPen(m_theme.grid, 1));
        axis->grid()->setZeroLinePen(QPen(m_theme.grid, 1));
        axis->grid()->setVisible(axis == m_plot->yAxis);
    }
}

/// A title that is too long is cut with dots, and a name longer than its axis is left out: in small plots the
/// curves need the room.
void PlotView::fitTexts(int width, int height)
{
    const QFontMetrics titles(m_header->title().font()), labels(m_plot->yAxis->labelFont());
    const QString name = translated(m_face.yLabel);
    const bool hasRoom = labels.horizontalAdvance(name) <= height - int(scaled(kAroundAxes));
    m_header->title().setText(titles.elidedText(title(), Qt::ElideRight, width - 5 * kGridMargin));
    m_plot->yAxis->setLabel(hasRoom ? name : QString());
    nameIterations(height < int(scaled(kLowPlot)));
}

void PlotView::nameIterations(bool inTheLineOfNumbers)
{
    const QString name = translated(m_face.xLabel);
    const auto ticker = m_plot->xAxis->ticker().dynamicCast<AxisTicker>();
    const bool isThere = ticker && ticker->setName(inTheLineOfNumbers ? name : QString());
    m_plot->xAxis->setLabel(isThere && inTheLineOfNumbers ? QString() : name);
}

void PlotView::addCorner(QWidget* part, bool outermost)
{
    m_corners.insert(outermost ? m_corners.begin() : m_corners.end(), part);
    part->setParent(this);
    if (auto* button = qobject_cast<QToolButton*>(part))
        button->setAutoRaise(true);
    styleButtons();
}

QRect PlotView::titleLine() const
{
    const int height = QFontMetrics(m_header->title().font()).height() + 2 * kGridMargin;
    return {0, 0, width(), m_plot->y() + height};
}

void PlotView::styleButtons()
{
    QPalette link = palette();
    link.setColor(QPalette::ButtonText, m_theme.accent);
    std::vector<QWidget*> parts = m_corners;
    parts.push_back(m_back);
    for (QWidget* part : parts) {
        part->setFont(font(kAxisPixels));
        if (qobject_cast<QToolButton*>(part))
            part->setPalette(link);
    }
    placeButtons();
}

/// At the right end of the title's line; the one that leads back in as many words as are left room for.
void PlotView::placeButtons()
{
    const QFontMetrics title(m_header->title().font());
    const QPoint start = m_plot->pos() + QPoint(kGridMargin, kGridMargin);
    const int titleEnd = start.x() + m_header->lineEnd() + kGridMargin;
    int right = width() - kGridMargin;
    const auto place = [&](QWidget& part) {
        part.resize(part.sizeHint());
        part.move(right - part.width(), start.y() + (title.height() - part.height()) / 2 + 1);
        right = part.x() - kGridMargin;
    };
    for (QWidget* part : m_corners) {
        const bool hasRoom = titleEnd + part->sizeHint().width() <= right;
        part->setVisible(hasRoom || !qobject_cast<QLabel*>(part));
        if (hasRoom || part->isVisibleTo(this))
            place(*part);
    }
    for (const QString& text : {tr("Back to all"), tr("All")}) {
        m_back->setText(text);
        if (titleEnd + m_back->sizeHint().width() <= right + kGridMargin)
            break;
    }
    place(*m_back);
}

/// With the button that leads back, in its fewest words, whether it is seen or not: the legend must not move
/// when somebody zooms.
int PlotView::cornersWidth() const
{
    int width = QFontMetrics(m_back->font()).horizontalAdvance(tr("All")) + 4 * kGridMargin;
    for (const QWidget* part : m_corners)
        if (!qobject_cast<const QLabel*>(part))
            width += part->sizeHint().width() + kGridMargin;
    return width;
}

QPen PlotView::linePen(ColorRole role, bool dashed) const
{
    QPen pen(m_theme.color(role), scaled(kLineWidth));
    if (dashed) { // a curve below can be seen in the gaps
        pen.setDashPattern({5, 4});
        pen.setCapStyle(Qt::FlatCap);
    }
    return pen;
}

} // namespace gan
