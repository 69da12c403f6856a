#include "ui/plots/plot_view.h"

#include "ui/flat_style.h"
#include "ui/plots/axis_ticker.h"
#include "ui/plots/plot_canvas.h"
#include "ui/plots/plot_legend.h"
#include "ui/text.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kRightMargin = 14; ///< room for half of the last number below the axis, which would be left out
constexpr int kTitlePixels = 13;
constexpr int kAxisPixels = 11;
constexpr double kPictureZoom = 2;       ///< text in pictures is so much larger than on the screen
constexpr QSizeF kLeastLayout(480, 300); ///< a smaller picture has smaller text instead of cut text
constexpr double kLineWidth = 1.6;
constexpr int kLeftMargin = 44; ///< steady while numbers beside the axis grow and shrink

} // namespace

PlotView::PlotView(const PlotFace& face, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_face(face)
    , m_theme(theme)
    , m_plot(new PlotCanvas(this))
    , m_readout(new HoverReadout(m_plot))
{
    setAccessibleName(title());
    setAccessibleDescription(translated(m_face.help));
    setWhatsThis(tipText(translated(m_face.help)));
    setFocusPolicy(Qt::StrongFocus);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(5, 4, 5, 4);
    box->addWidget(m_plot);
    layOut();
    applyColors();
    connectPlot();
}

QString PlotView::title() const
{
    return translated(m_face.title);
}

/// Title, legend and axes below each other in the plot itself, so that exported pictures have them too.
void PlotView::layOut()
{
    auto* grid = m_plot->plotLayout();
    m_title = new QCPTextElement(m_plot, title(), themeFont(kTitlePixels, true));
    m_title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_legend = new PlotLegend(m_plot);
    m_notice = new QCPItemText(m_plot);
    m_notice->setText({});
    m_notice->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_notice->position->setCoords(0.5, 0.45);
    grid->setMargins({4, 4, 6, 2});
    grid->setRowSpacing(3);
    grid->insertRow(0);
    grid->insertRow(0);
    grid->addElement(0, 0, m_title);
    grid->addElement(1, 0, m_legend);
    m_plot->axisRect()->setMinimumMargins({kLeftMargin, 8, kRightMargin, 0});
    m_plot->xAxis->setLabel(translated(m_face.xLabel));
    m_plot->yAxis->setLabel(translated(m_face.yLabel));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2})
        axis->setTicker(QSharedPointer<AxisTicker>::create(axis, AxisTicker::Style::Number));
}

void PlotView::connectPlot()
{
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setContextMenuPolicy(Qt::NoContextMenu);
    m_plot->axisRect()->setRangeZoomAxes({m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2});
    m_plot->axisRect()->setRangeDragAxes({m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2});
    m_readout->setFont(themeFont(kAxisPixels));
    m_renewal.setSingleShot(true);
    connect(&m_renewal, &QTimer::timeout, this, [this] {
        if (m_stale)
            touch();
    });
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] { prepare(m_plot->width()); });
    connect(m_plot, &QCustomPlot::afterReplot, this, [this] { hover(m_mouse); });
    connect(m_plot, &QCustomPlot::mouseWheel, this, &PlotView::zoomed);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &PlotView::showAll);
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        if (event->buttons() & Qt::LeftButton)
            zoomed();
        m_mouse = event->pos();
        hover(m_mouse);
    });
}

void PlotView::setTheme(const Theme& theme)
{
    m_theme = theme;
    applyColors();
    touch();
}

void PlotView::applyColors()
{
    m_plot->setBackground(m_theme.panel);
    m_title->setTextColor(m_theme.text);
    m_legend->setStyle(themeFont(kAxisPixels), m_theme.text);
    m_notice->setFont(themeFont(kAxisPixels));
    m_notice->setColor(m_theme.mutedText);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
        axis->setTickLabelFont(themeFont(kAxisPixels));
        axis->setLabelFont(themeFont(kAxisPixels));
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

void PlotView::setNotice(const QString& notice)
{
    m_notice->setText(notice);
    touch();
}

const std::vector<LegendEntry>& PlotView::legend() const
{
    return m_legend->entries();
}

void PlotView::setLegend(std::vector<LegendEntry> entries)
{
    m_legend->setEntries(std::move(entries));
}

QPen PlotView::linePen(ColorRole role, bool dashed) const
{
    QPen pen(m_theme.color(role), kLineWidth);
    if (dashed)
        pen.setDashPattern({4, 3});
    return pen;
}

void PlotView::touch()
{
    m_stale = true;
    if (!isVisible() || m_renewal.isActive())
        return;
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    m_renewal.start();
}

/// Before anything is drawn.
void PlotView::prepare(int width)
{
    if (!std::exchange(m_stale, false))
        return;
    refresh(width);
    m_notice->setVisible(isEmpty() && !m_notice->text().isEmpty());
    if (!m_zoomed)
        frame(true);
}

double PlotView::pictureZoom(QSize size)
{
    return std::min(
        {kPictureZoom, size.width() / kLeastLayout.width(), size.height() / kLeastLayout.height()});
}

QImage PlotView::toImage(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    drawOn(image, size, 1);
    return image;
}

void PlotView::drawOn(QPaintDevice& device, QSize size, double scale)
{
    const double zoom = pictureZoom(size);
    const int width = int(std::ceil(size.width() / zoom)), height = int(std::ceil(size.height() / zoom));
    m_stale = true;
    prepare(width);
    if (!m_zoomed)
        frame(false);
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setMode(QCPPainter::pmVectorized, painter.paintEngine()->type() != QPaintEngine::Raster);
    painter.scale(zoom * scale, zoom * scale);
    m_plot->toPainter(&painter, width, height);
    touch(); // the layout of the picture is not that of the screen
}

void PlotView::showAll()
{
    m_zoomed = false;
    touch();
}

void PlotView::zoomed()
{
    m_zoomed = true;
}

void PlotView::hover(const QPoint& at)
{
    const QRect across = m_plot->axisRect()->rect();
    if (!across.contains(at) || isEmpty())
        return m_readout->hide();
    m_readout->show(across, at.x(), valuesAt(m_plot->xAxis->pixelToCoord(at.x())));
}

HoverLine PlotView::placeLine(const QString& value) const
{
    return {translated(m_face.xLabel), value, m_theme.mutedText};
}

void PlotView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PlotView::leaveEvent(QEvent* event)
{
    m_mouse = {-1, -1};
    m_readout->hide();
    QWidget::leaveEvent(event);
}

void PlotView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? m_theme.accent : m_theme.border, 1));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), FlatStyle::kRadius,
                            FlatStyle::kRadius);
}

void PlotView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Export…"), this, &PlotView::exportRequested);
    menu->addAction(tr("Copy"), this, &PlotView::copyRequested);
    menu->addSeparator();
    menu->addAction(tr("Show all"), this, &PlotView::showAll)->setEnabled(m_zoomed);
    menu->popup(event->globalPos());
}

/// The help comes up over the title and the legend only; over the curves it would be in the way.
bool PlotView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (m_plot->axisRect()->rect().contains(m_plot->mapFromParent(help->pos())))
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tipText(translated(m_face.help)), this);
    return true;
}

} // namespace gan
