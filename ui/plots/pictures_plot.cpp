#include "ui/plots/pictures_plot.h"

#include "ui/plots/qcp.h"
#include "ui/text.h"

#include <QImage>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr double kGap = 2;   ///< around a picture, at scale 1
constexpr double kFrame = 2; ///< of a verdict

/// A view of the snapshot's bytes, which must outlive it.
QImage imageOf(const Pictures& pictures, int index)
{
    const auto size =
        std::size_t(pictures.width) * std::size_t(pictures.height) * std::size_t(pictures.channels);
    const auto format = pictures.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    return {pictures.bytes.data() + std::size_t(index) * size, pictures.width, pictures.height,
            pictures.width * pictures.channels, format};
}

/// How much larger a picture is drawn in `room`: whole times where that is possible.
double zoomIn(const QSizeF& room, const Pictures& pictures)
{
    const double zoom = std::min(room.width() / pictures.width, room.height() / pictures.height);
    return zoom >= 1 ? std::floor(zoom) : zoom;
}

} // namespace

PicturesPlot::PicturesPlot(const PicturesSpec& spec, const Theme& theme, QWidget* parent)
    : TilePlot(spec.face, theme, parent)
    , m_spec(spec)
{
    connect(&plot(), &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        if (event->button() == Qt::LeftButton)
            click(event->pos());
    });
}

const Pictures* PicturesPlot::pictures() const
{
    const Pictures* found = snapshot() ? snapshot()->picturesNamed(m_spec.pictures) : nullptr;
    return found && found->count > 0 && found->width > 0 && found->height > 0 ? found : nullptr;
}

/// Cells are as large as the zoomed pictures and their frames; all of them are centred in the room.
QRectF PicturesPlot::placeIn(const QRectF& room, int index) const
{
    const Pictures& all = *pictures();
    const int columns = std::min(m_spec.columns, all.count), rows = (all.count + columns - 1) / columns;
    const double around = 2 * scaled(kGap + (m_spec.verdicts ? kFrame : 0));
    const QSizeF most(room.width() / columns - around, room.height() / rows - around);
    const double zoom = std::max(0.0, zoomIn(most, all));
    const QSizeF cell(all.width * zoom + around, all.height * zoom + around);
    const double left = std::floor(room.center().x() - columns * cell.width() / 2);
    const double top = std::floor(room.center().y() - rows * cell.height() / 2);
    return {left + (index % columns) * cell.width() + around / 2,
            top + (index / columns) * cell.height() + around / 2, all.width * zoom, all.height * zoom};
}

QRectF PicturesPlot::place(int index) const
{
    const Pictures* all = pictures();
    return all && index >= 0 && index < all->count ? placeIn(room(), index) : QRectF();
}

/// Nothing where there is no verdict.
std::optional<QColor> PicturesPlot::frameColor(int index) const
{
    const Table* table = m_spec.verdicts ? snapshot()->table(m_spec.verdicts) : nullptr;
    if (!table || std::size_t(index) >= table->rows.size())
        return std::nullopt;
    const auto column = std::find(table->columns.begin(), table->columns.end(), m_spec.verdict);
    if (column == table->columns.end())
        return std::nullopt;
    const double verdict = table->rows[std::size_t(index)][std::size_t(column - table->columns.begin())];
    return theme().color(verdict > 0.5 ? ColorRole::Real : ColorRole::Generated);
}

void PicturesPlot::refresh(int width)
{
    TilePlot::refresh(width);
    const bool judged = m_spec.verdicts && snapshot() && snapshot()->table(m_spec.verdicts);
    setLegend(judged ? std::vector<LegendEntry>{{LegendEntry::Mark::Bar, tr("D says real"),
                                                 theme().color(ColorRole::Real)},
                                                {LegendEntry::Mark::Bar, tr("D says generated"),
                                                 theme().color(ColorRole::Generated)}}
                     : std::vector<LegendEntry>{});
}

void PicturesPlot::paint(QPainter& painter, const QRectF& room) const
{
    const Pictures* all = pictures();
    if (!all)
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const double frame = scaled(kFrame);
    for (int index = 0; index < all->count; ++index) {
        const QRectF place = placeIn(room, index);
        if (const auto color = frameColor(index))
            painter.fillRect(place.adjusted(-frame, -frame, frame, frame), *color);
        painter.drawImage(place, imageOf(*all, index));
    }
}

void PicturesPlot::click(const QPoint& at)
{
    const Pictures* all = pictures();
    for (int index = 0; all && index < all->count; ++index)
        if (placeIn(room(), index).contains(at))
            return Q_EMIT pictureClicked(index);
}

} // namespace gan
