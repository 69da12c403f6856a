#include "ui/plots/snapshot/cut_bars.h"

#include "ui/plots/snapshot/rimmed_text.h"
#include "ui/text/text.h"

#include <algorithm>

namespace gan {

namespace {

constexpr double kNotchTop = 10, kNotchRise = 4, kNotchWidth = 3; ///< pixels at a text of kUsualText
constexpr double kUsualText = 11;
constexpr int kDecimals = 2, kGap = 3;

} // namespace

std::vector<BarGroup> barsAbove(const Histogram& histogram, double height)
{
    std::vector<BarGroup> groups;
    bool isInGroup = false;
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const double density = histogram.density(bin),
                     left = histogram.low + double(bin) * histogram.binWidth();
        const bool isAbove = density > height;
        if (isAbove && !isInGroup)
            groups.push_back({left, left, 0});
        if (isAbove) {
            groups.back().to = left + histogram.binWidth();
            groups.back().highest = std::max(groups.back().highest, density);
        }
        isInGroup = isAbove;
    }
    return groups;
}

CutBars::CutBars(QCustomPlot* plot)
    : QCPLayerable(plot, QStringLiteral("axes"))
{
}

void CutBars::setStyle(const QFont& font, const QColor& paper)
{
    m_font = font;
    m_paper = paper;
}

QRect CutBars::clipRect() const
{
    return mParentPlot->axisRect()->rect();
}

void CutBars::applyDefaultAntialiasingHint(QCPPainter* painter) const
{
    painter->setAntialiasing(true);
}

void CutBars::draw(QCPPainter* painter)
{
    for (const Cut& cut : groups)
        drawNotch(*painter, cut);
    for (const Label& label : labels())
        drawRimmedText(*painter, label.place.bottomLeft(), label.text, m_font, label.color, m_paper);
}

void CutBars::drawNotch(QCPPainter& painter, const Cut& cut) const
{
    const double unit = m_font.pixelSize() / kUsualText;
    const double y = clipRect().top() + unit * kNotchTop;
    painter.setPen(QPen(m_paper, unit * kNotchWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QLineF(mParentPlot->xAxis->coordToPixel(cut.bars.from) - 1, y + unit * kNotchRise,
                            mParentPlot->xAxis->coordToPixel(cut.bars.to) + 1, y));
}

/// Right of its bars, or left of them at the right edge. Where two would fall on each other, the higher bars
/// have theirs.
std::vector<CutBars::Label> CutBars::labels() const
{
    const QRect area = clipRect();
    const QFontMetricsF metrics(m_font);
    std::vector<Cut> byHeight = groups;
    std::sort(byHeight.begin(), byHeight.end(),
              [](const Cut& a, const Cut& b) { return a.bars.highest > b.bars.highest; });
    std::vector<Label> labels;
    for (const Cut& cut : byHeight) {
        const double right = mParentPlot->xAxis->coordToPixel(cut.bars.to) + kGap;
        const QString text = QStringLiteral("↑ ") + measureText(cut.bars.highest, kDecimals);
        QRectF place(right, area.top(), metrics.horizontalAdvance(text), metrics.ascent());
        if (place.right() > area.right())
            place.moveRight(mParentPlot->xAxis->coordToPixel(cut.bars.from) - kGap);
        const bool isFree = std::none_of(labels.begin(), labels.end(), [&](const Label& other) {
            return other.place.adjusted(-kGap, 0, kGap, 0).intersects(place);
        });
        if (isFree)
            labels.push_back({place, text, cut.color});
    }
    return labels;
}

} // namespace gan
