#include "ui/plots/snapshot/pictures_plot.h"

#include "ui/plots/qcp.h"
#include "ui/text/text.h"

#include <QImage>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr double kGap = 2;       ///< around a picture, at scale 1
constexpr double kFrame = 2;     ///< of a verdict
constexpr double kMark = 2;      ///< of a chosen picture, around that
constexpr int kTurn = 120;       ///< milliseconds that a picture is seen of those that are shown in turn
constexpr double kSharpZoom = 4; ///< from here on pixels are seen as squares and better not blended
constexpr int kManyColumns = 8, kWidthOfMany = 230, kWidthOfControls = 330;

/// A view of the snapshot's bytes, which must outlive it.
QImage imageOf(const Pictures& pictures, int index)
{
    const auto size =
        std::size_t(pictures.width) * std::size_t(pictures.height) * std::size_t(pictures.channels);
    const auto format = pictures.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    return {pictures.bytes.data() + std::size_t(index) * size, pictures.width, pictures.height,
            pictures.width * pictures.channels, format};
}

QRectF widened(const QRectF& place, double by)
{
    return place.adjusted(-by, -by, by, by);
}

} // namespace

PicturesPlot::PicturesPlot(const PicturesSpec& spec, const Theme& theme, QWidget* parent)
    : TilePlot(spec.face, theme, parent)
    , m_spec(spec)
{
    connect(&plot(), &QCustomPlot::mousePress, this, [this](QMouseEvent* event) {
        if (event->button() == Qt::LeftButton)
            click(*event);
    });
    addDrawButton();
    if (*m_spec.invitation)
        addInvitation();
    m_turns.setInterval(kTurn);
    connect(&m_turns, &QTimer::timeout, this, &PicturesPlot::turn);
}

View::Parts PicturesPlot::parts() const
{
    View::Parts names = {m_spec.pictures};
    if (m_spec.verdicts)
        names.insert(m_spec.verdicts);
    return names;
}

void PicturesPlot::setView(const View& view)
{
    m_view = view;
    touch();
}

QString PicturesPlot::hint() const
{
    return translated(m_spec.hint);
}

int PicturesPlot::readableWidth() const
{
    if (!m_spec.looks.beside.empty())
        return kWidthOfControls;
    return m_spec.columns >= kManyColumns && !m_spec.inTurn ? kWidthOfMany : TilePlot::readableWidth();
}

/// A few words, and a hand as cursor where a click does something.
void PicturesPlot::addInvitation()
{
    auto* words = new QLabel(translated(m_spec.invitation));
    words->setObjectName(QStringLiteral("invitation"));
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setAttribute(Qt::WA_TransparentForMouseEvents);
    addCorner(words);
    connect(&plot(), &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
        plot().setCursor(pictureAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    });
}

/// The same bytes, as the real pictures are in every snapshot, need no new drawing, unless they have
/// frames.
bool PicturesPlot::differs(const Snapshot* before, const Snapshot* after) const
{
    if (!before || !after || verdicts())
        return true;
    const Pictures *old = before->find<Pictures>(m_spec.pictures),
                   *now = after->find<Pictures>(m_spec.pictures);
    return !old || !now || old->bytes != now->bytes;
}

const Pictures* PicturesPlot::pictures() const
{
    const Pictures* found = snapshot() ? snapshot()->find<Pictures>(m_spec.pictures) : nullptr;
    return found && found->count > 0 && found->width > 0 && found->height > 0 ? found : nullptr;
}

/// What lies between the pictures of two neighbors, half of it. Frames need their place; a mark may reach
/// into the neighbor's.
double PicturesPlot::around() const
{
    return scaled(m_spec.verdicts && !m_spec.fills ? kGap + kFrame : kGap);
}

/// Of those that are shown together.
PictureTiles PicturesPlot::tilesIn(const QRectF& room) const
{
    const Pictures& all = *pictures();
    PictureTiles tiles{room, QSizeF(all.width, all.height), m_spec.inTurn ? 1 : all.count};
    tiles.usualColumns = m_spec.columns;
    tiles.around = around();
    tiles.wholeFrom = m_spec.fills ? kSharpZoom : 1;
    tiles.choosesColumns = m_spec.fills;
    return tiles;
}

QRectF PicturesPlot::place(int index) const
{
    const Pictures* all = pictures();
    const bool isSeen = all && index >= 0 && index < all->count && (!m_spec.inTurn || index == m_shown);
    return isSeen ? tilesIn(room()).place(m_spec.inTurn ? 0 : index) : QRectF();
}

const Table* PicturesPlot::verdicts() const
{
    if (!m_spec.verdicts || !snapshot())
        return nullptr;
    const bool wanted = !m_spec.frames || (m_view && m_view->choice(m_spec.frames) == "yes");
    return wanted ? snapshot()->find<Table>(m_spec.verdicts) : nullptr;
}

/// Nothing where there is no verdict.
std::optional<QColor> PicturesPlot::frameColor(int index) const
{
    const Table* table = verdicts();
    if (!table || std::size_t(index) >= table->rows.size())
        return std::nullopt;
    const auto column = std::find(table->columns.begin(), table->columns.end(), m_spec.verdict);
    if (column == table->columns.end())
        return std::nullopt;
    const double verdict = table->rows[std::size_t(index)][std::size_t(column - table->columns.begin())];
    return theme().color(verdict > 0.5 ? ColorRole::Real : ColorRole::Generated);
}

/// The first of the chosen ones in the color of what is active, others in that of text.
std::optional<QColor> PicturesPlot::markColor(int index) const
{
    const auto is = [&](const char* key) { return key && m_view && m_view->integer(key) == index; };
    if (is(m_spec.chosen))
        return theme().accent;
    return is(m_spec.second) ? std::optional(theme().text) : std::nullopt;
}

void PicturesPlot::refresh(int width)
{
    TilePlot::refresh(width);
    texts().setLegend(verdicts() ? std::vector<LegendEntry>{{LegendEntry::Mark::Bar, tr("D says real"),
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
    const PictureTiles tiles = tilesIn(room);
    if (m_spec.inTurn)
        return paintOne(painter, tiles.place(0), std::min(m_shown, all->count - 1));
    for (int index = 0; index < all->count; ++index)
        paintOne(painter, tiles.place(index), index);
}

void PicturesPlot::paintOne(QPainter& painter, const QRectF& place, int index) const
{
    const bool blended = m_spec.fills && place.width() < kSharpZoom * pictures()->width;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, blended);
    const auto frame = frameColor(index);
    if (const auto mark = markColor(index))
        painter.fillRect(widened(place, scaled((frame ? kFrame : 0) + kMark)), *mark);
    if (frame)
        painter.fillRect(widened(place, scaled(kFrame)), *frame);
    painter.drawImage(place, imageOf(*pictures(), index));
}

std::optional<int> PicturesPlot::pictureAt(const QPointF& at) const
{
    const Pictures* all = pictures();
    for (int index = 0; all && index < all->count; ++index)
        if (const QRectF here = place(index); !here.isEmpty() && widened(here, around()).contains(at))
            return index;
    return std::nullopt;
}

void PicturesPlot::click(const QMouseEvent& event)
{
    if (const auto index = pictureAt(event.position()))
        Q_EMIT pictureClicked(*index, event.modifiers().testFlag(Qt::ShiftModifier));
}

void PicturesPlot::turn()
{
    const Pictures* all = pictures();
    if (!all || all->count < 2)
        return;
    if (m_shown + m_onward < 0 || m_shown + m_onward >= all->count)
        m_onward = -m_onward;
    m_shown = std::clamp(m_shown + m_onward, 0, all->count - 1);
    touch();
}

void PicturesPlot::showEvent(QShowEvent* event)
{
    TilePlot::showEvent(event);
    if (m_spec.inTurn)
        m_turns.start();
}

void PicturesPlot::hideEvent(QHideEvent* event)
{
    TilePlot::hideEvent(event);
    m_turns.stop();
}

} // namespace gan
