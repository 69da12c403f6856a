#include "ui/pages/thumbnails.h"

#include "ui/editors/choice_editor.h"
#include "ui/editors/control_panel.h"

#include <QIcon>
#include <QPainter>
#include <QPixmap>

namespace gan {

namespace {

constexpr int kSide = 24, kSharper = 3; ///< pixels, and how many times as many are drawn for sharp screens
constexpr double kDot = 1.3;
constexpr double kInk = 0.6;

QPixmap pictureOf(const std::vector<QPointF>& dots, const QColor& color)
{
    QPixmap picture(kSharper * kSide, kSharper * kSide);
    picture.setDevicePixelRatio(kSharper);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink = color;
    ink.setAlphaF(kInk);
    painter.setPen(QPen(ink, kDot, Qt::SolidLine, Qt::RoundCap));
    for (const QPointF& dot : dots)
        painter.drawPoint(QPointF(dot.x() * kSide, (1 - dot.y()) * kSide));
    return picture;
}

} // namespace

void showThumbnails(ControlPanel& panel, const ThumbnailSpec& spec, const Theme& theme)
{
    auto* editor = panel.findChild<ChoiceEditor*>(QLatin1String(spec.setting));
    if (!editor)
        return;
    for (const SettingChoice& choice : editor->setting().choices) {
        const std::vector<QPointF> dots = spec.dots(choice.value);
        QIcon icon(pictureOf(dots, theme.real));
        icon.addPixmap(pictureOf(dots, panel.palette().color(QPalette::HighlightedText)), QIcon::Selected);
        editor->setIcon(choice.value, icon);
    }
}

} // namespace gan
