#include "ui/widgets/tallest_text.h"

#include <QFontMetrics>

#include <algorithm>

namespace gan {

TallestText::TallestText(const QStringList& texts, QWidget* parent)
    : QLabel(parent)
    , m_texts(texts)
{
    setWordWrap(true);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

int TallestText::heightForWidth(int width) const
{
    const QFontMetrics metrics(font());
    const QMargins margins = contentsMargins();
    const QRect room(0, 0, std::max(1, width - margins.left() - margins.right()), 1 << 20);
    int height = 0;
    for (const QString& text : m_texts)
        height = std::max(height, metrics.boundingRect(room, Qt::TextWordWrap, text).height());
    return height + margins.top() + margins.bottom();
}

QSize TallestText::sizeHint() const
{
    return {QLabel::sizeHint().width(), heightForWidth(width())};
}

void TallestText::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    updateGeometry();
}

} // namespace gan
