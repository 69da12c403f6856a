#include "ui/plots/snapshot/rimmed_text.h"

namespace gan {

namespace {

constexpr int kRim = 3; ///< pixels, half of them outside of the letters

} // namespace

void drawRimmedText(QCPPainter& painter, const QPointF& at, const QString& text, const QFont& font,
                    const QColor& color, const QColor& paper)
{
    QPainterPath path;
    path.addText(at, font, text);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(path, QPen(paper, kRim, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, color);
    painter.restore();
}

} // namespace gan
