#include "ui/plots/plot_view.h"

#include "ui/plots/card/plot_menu.h"
#include "ui/plots/card/plot_style.h"
#include "ui/plots/plot_navigation.h"
#include "ui/text/text.h"

#include <QKeyEvent>

#include <cmath>
#include <utility>

namespace gan {

namespace {

constexpr int kReadoutPixels = 11;

}

PlotView::PlotView(const PlotFace& face, const Theme& theme, QWidget* parent)
    : PlotCard(face, theme, parent)
    , m_menu(new PlotMenu(*this))
    , m_navigation(new PlotNavigation(&plot()))
    , m_reading(std::make_unique<PlotReading>(
          plot(), *this,
          PlotReading::Place{[this] { return texts().curvesRect(); }, [this] { return readoutRooms(); }}))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connectPlot();
    m_menu->add(tr("Export…"), {}, [this] { Q_EMIT exportRequested(); });
    m_menu->add(tr("Copy"), {}, [this] { Q_EMIT copyRequested(); });
    m_menu->add(tr("Animation…"), {}, [this] { Q_EMIT animationRequested(); });
}

void PlotView::connectPlot()
{
    connect(&m_soon, &QTimer::timeout, this, &PlotView::draw);
    connect(&corners(), &PlotCorners::backRequested, this, &PlotView::showAll);
    connect(m_navigation, &PlotNavigation::changed, this, [this] {
        corners().showBack(m_navigation->part() != PlotNavigation::Part::All);
        touch();
    });
    connect(m_reading.get(), &PlotReading::told, this, [this](const QString& values) {
        const QString help = translated(face().help);
        setAccessibleDescription(values.isEmpty() ? help : values + QStringLiteral(". ") + help);
    });
    installEventFilter(m_reading.get());
    connect(&plot(), &QCustomPlot::beforeReplot, this, [this] {
        prepare(plot().width(), true);
        arrange();
    });
    connect(&plot(), &QCustomPlot::afterReplot, m_reading.get(), &PlotReading::refresh);
    connect(&plot(), &QCustomPlot::mousePress, this, [this] { setFocus(Qt::MouseFocusReason); });
    connect(&plot(), &QCustomPlot::mouseMove, m_reading.get(),
            [this](const QMouseEvent* event) { m_reading->pointAt(event->pos()); });
}

void PlotView::touch()
{
    m_isStale = true;
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void PlotView::draw()
{
    m_soon.stop();
    if (m_isStale && isVisible())
        plot().replot(QCustomPlot::rpQueuedRefresh);
}

/// Before anything is drawn.
void PlotView::prepare(int width, bool steady)
{
    if (!std::exchange(m_isStale, false))
        return;
    if (!isZoomed())
        m_navigation->frame([&] { frame(steady); });
    refresh(width);
    m_drawnIteration = iteration();
    m_reading->setFont(plotFont(theme(), kReadoutPixels));
    texts().showNotice(isEmpty());
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
    const double zoom = pictureZoom(size), shown = theme().scale;
    const int width = int(std::ceil(size.width() / zoom)), height = int(std::ceil(size.height() / zoom));
    fit(width, height, look.textScale);
    if (look.transparent)
        plot().setBackground(QBrush(Qt::NoBrush));
    m_isStale = true;
    prepare(width, false);
    texts().arrange(width, false);
    QCPPainter painter(&device);
    painter.setMode(QCPPainter::pmNonCosmetic);
    painter.setMode(QCPPainter::pmVectorized, painter.paintEngine()->type() != QPaintEngine::Raster);
    painter.scale(zoom * scale, zoom * scale);
    plot().toPainter(&painter, width, height);
    fit(plot().width(), this->height(), shown);
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

/// Left of the buttons, which stand in the title's line.
HoverReadout::Rooms PlotView::readoutRooms()
{
    const QRect legend = texts().legendRect(), title = texts().titleRect();
    const int right = corners().left(plot().x() + plot().width()) - plot().x();
    const int bottom = texts().curvesRect().top();
    const QRect header(QPoint(0, title.top()), QPoint(right - 1, bottom));
    const bool isOneLine = legend.top() <= title.bottom();
    if (isOneLine)
        return {QRect(QPoint(legend.left() - 4, title.top()), QPoint(right - 1, bottom)), header};
    return {QRect(QPoint(0, title.bottom()), QPoint(plot().width() - 1, bottom)), header};
}

HoverLine PlotView::placeLine(const QString& value) const
{
    return {translated(face().xLabel), value, theme().mutedText};
}

void PlotView::showEvent(QShowEvent* event)
{
    PlotCard::showEvent(event);
    draw();
}

void PlotView::keyPressEvent(QKeyEvent* event)
{
    const bool hasAxes = plot().interactions() != QCP::iNone;
    if (!hasAxes || (!m_reading->press(*event) && !m_navigation->press(*event)))
        PlotCard::keyPressEvent(event);
}

} // namespace gan
