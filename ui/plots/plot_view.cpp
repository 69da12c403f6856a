#include "ui/plots/plot_view.h"

#include "ui/plots/plot_canvas.h"
#include "ui/plots/plot_header.h"
#include "ui/plots/plot_legend.h"
#include "ui/plots/plot_navigation.h"
#include "ui/style/flat_style.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gan {

namespace {

constexpr int kAroundHeader = 12;        ///< pixels beside it
constexpr int kLow = 230;                ///< pixels; a lower plot needs its height for the curves
constexpr double kPictureZoom = 2;       ///< text in pictures is so much larger than on the screen
constexpr QSizeF kLeastLayout(480, 300); ///< a smaller picture has smaller text instead of cut text

} // namespace

PlotView::PlotView(const PlotFace& face, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_face(face)
    , m_theme(theme)
    , m_plot(new PlotCanvas(this))
    , m_back(new QToolButton(this))
    , m_navigation(new PlotNavigation(m_plot))
    , m_readout(new HoverReadout(m_plot))
{
    setAccessibleName(title());
    setAccessibleDescription(translated(m_face.help));
    setWhatsThis(tipText(translated(m_face.help)));
    setFocusPolicy(Qt::StrongFocus);
    auto* box = new QHBoxLayout(this); // what moves a plot may stand beside it
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

QString PlotView::tabTitle() const
{
    return m_face.tab ? translated(m_face.tab) : title();
}

void PlotView::connectPlot()
{
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setContextMenuPolicy(Qt::NoContextMenu);
    m_plot->setAttribute(Qt::WA_NoMousePropagation, false); // which would keep the menu from the view
    explain(m_back, tr("Back to all"),
            tr("Shows the whole plot again. Key 0 or a double click on the plot does the same."));
    m_back->setAutoRaise(true);
    m_back->hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(m_back, &QToolButton::clicked, this, &PlotView::showAll);
    connect(&m_soon, &QTimer::timeout, this, &PlotView::draw);
    connect(m_navigation, &PlotNavigation::changed, this, &PlotView::navigated);
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        prepare(m_plot->width(), true);
        if (m_header->arrange(title(), m_plot->width() - kAroundHeader - cornersWidth(),
                              m_plot->height() < kLow * m_theme.scale))
            placeButtons();
    });
    connect(m_plot, &QCustomPlot::afterReplot, this, &PlotView::hover);
    connect(m_plot, &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) {
        m_mouse = event->pos();
        hover();
    });
}

void PlotView::setTheme(const Theme& theme)
{
    m_theme = theme;
    applyColors();
    fitTexts(m_plot->width(), height());
    touch();
}

void PlotView::setNotice(const QString& notice)
{
    m_notice->setText(notice);
    touch();
}

void PlotView::setRemark(const QString& remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

const std::vector<LegendEntry>& PlotView::legend() const
{
    return m_header->legend().entries();
}

void PlotView::setLegend(std::vector<LegendEntry> entries)
{
    m_header->legend().setEntries(std::move(entries));
}

void PlotView::touch()
{
    m_stale = true;
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void PlotView::draw()
{
    m_soon.stop();
    if (m_stale && isVisible())
        m_plot->replot(QCustomPlot::rpQueuedRefresh);
}

/// Before anything is drawn.
void PlotView::prepare(int width, bool steady)
{
    if (!std::exchange(m_stale, false))
        return;
    if (!isZoomed())
        m_navigation->frame([&] { frame(steady); });
    refresh(width);
    m_drawnIteration = iteration();
    m_notice->setVisible(isEmpty() && !m_notice->text().isEmpty());
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

/// In its own scale, however large the projector wants it.
void PlotView::drawOn(QPaintDevice& device, QSize size, double scale, const PictureLook& look)
{
    const double zoom = pictureZoom(size);
    const int width = int(std::ceil(size.width() / zoom)), height = int(std::ceil(size.height() / zoom));
    const double shown = std::exchange(m_theme.scale, look.textScale);
    applyColors();
    if (look.transparent)
        m_plot->setBackground(QBrush(Qt::NoBrush));
    fitTexts(width, height);
    m_stale = true;
    prepare(width, false);
    m_header->arrange(title(), width - kAroundHeader, false);
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setMode(QCPPainter::pmVectorized, painter.paintEngine()->type() != QPaintEngine::Raster);
    painter.scale(zoom * scale, zoom * scale);
    m_plot->toPainter(&painter, width, height);
    m_theme.scale = shown;
    applyColors();
    fitTexts(m_plot->width(), this->height());
    touch(); // the layout of the picture is not that of the screen
}

void PlotView::showAll()
{
    m_navigation->show(PlotNavigation::Part::All);
}

bool PlotView::isZoomed() const
{
    return m_navigation->part() == PlotNavigation::Part::Chosen;
}

void PlotView::navigated()
{
    if (m_back->hasFocus())
        setFocus(); // the button goes
    m_back->setVisible(m_navigation->part() != PlotNavigation::Part::All);
    touch();
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTexts(m_plot->width(), height());
    placeButtons();
}

HoverLine PlotView::placeLine(const QString& value) const
{
    return {translated(m_face.xLabel), value, m_theme.mutedText};
}

void PlotView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    draw();
}

void PlotView::leaveEvent(QEvent* event)
{
    m_mouse.reset();
    readAt({});
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
    addAxisActions(*menu);
    menu->popup(event->globalPos());
}

void PlotView::addAxisActions(QMenu& menu)
{
    QAction* all = menu.addAction(tr("Back to all"), this, &PlotView::showAll);
    all->setShortcut(Qt::Key_0);
    all->setEnabled(m_navigation->part() != PlotNavigation::Part::All);
}

/// The help comes up over the title and the legend only; over the curves it would be in the way.
bool PlotView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (readingArea().contains(m_plot->mapFromParent(help->pos())))
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tipText(translated(m_face.help)), this);
    return true;
}

} // namespace gan
