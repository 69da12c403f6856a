#include "ui/banner.h"

#include "ui/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace gan {

Banner::Banner(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel)
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QPushButton(tr("Close"));
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(18, 8, 12, 8);
    box->addWidget(m_sentence, 1);
    box->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::tell(const Text& text)
{
    m_sentence->setText(translated(text));
    show();
}

QString Banner::text() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, 0, 5, height()), palette().color(QPalette::BrightText));
}

} // namespace gan
