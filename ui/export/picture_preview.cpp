#include "ui/export/picture_preview.h"

#include <QPainter>
#include <QPixmap>

namespace gan {

namespace {

constexpr QSize kPlace(400, 300);
constexpr int kFrame = 1, kSquare = 8; ///< pixels

/// Two grays that neither light nor dark text vanishes on.
QPixmap onSquares(const QImage& image)
{
    QPixmap shown(image.size());
    shown.fill(QColor(0xd0, 0xd0, 0xd0));
    QPainter painter(&shown);
    for (int y = 0; y < image.height(); y += kSquare)
        for (int x = (y / kSquare % 2) * kSquare; x < image.width(); x += 2 * kSquare)
            painter.fillRect(x, y, kSquare, kSquare, QColor(0xb0, 0xb0, 0xb0));
    painter.drawImage(0, 0, image);
    return shown;
}

} // namespace

PicturePreview::PicturePreview(QWidget* parent)
    : QLabel(parent)
{
    setFixedSize(kPlace);
    setFrameStyle(QFrame::StyledPanel);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setForegroundRole(QPalette::PlaceholderText);
    setAccessibleName(tr("Preview"));
    setWhatsThis(tr("What will be written, smaller. It follows the choices beside it."));
}

QSize PicturePreview::room() const
{
    return (QSizeF(kPlace - 2 * QSize(kFrame, kFrame)) * devicePixelRatioF()).toSize();
}

void PicturePreview::show(const QImage& image, const QString& otherwise)
{
    if (image.isNull())
        return setText(otherwise);
    QPixmap shown = image.hasAlphaChannel() ? onSquares(image) : QPixmap::fromImage(image);
    shown.setDevicePixelRatio(devicePixelRatioF());
    setPixmap(shown);
}

} // namespace gan
