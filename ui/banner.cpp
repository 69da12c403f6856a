#include "ui/banner.h"

#include "ui/help.h"
#include "ui/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace gan {

Banner::Banner(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel)
    , m_yes(new QPushButton)
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_yes->setObjectName(QStringLiteral("bannerYes"));
    auto* no = new QPushButton(tr("Close"));
    no->setObjectName(QStringLiteral("bannerClose"));
    explain(m_yes, tr("Yes"), tr("Does what the sentence beside it offers. The sentence then goes away."));
    explain(no, tr("Close"), tr("Takes the sentence away. It changes nothing in the run."));
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(18, 8, 12, 8);
    box->addWidget(m_sentence, 1);
    box->addWidget(m_yes);
    box->addWidget(no);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const auto accept = std::exchange(m_accept, nullptr);
        m_refuse = nullptr;
        close();
        if (accept)
            accept();
    });
    connect(no, &QPushButton::clicked, this, [this] {
        const auto refuse = std::exchange(m_refuse, nullptr);
        close();
        if (refuse)
            refuse();
    });
    close();
}

void Banner::tell(const Text& text)
{
    say(translated(text), QPalette::BrightText);
}

void Banner::inform(const QString& sentence)
{
    say(sentence, QPalette::Highlight);
}

void Banner::offer(const QString& sentence, const QString& yes, std::function<void()> accept,
                   std::function<void()> refuse)
{
    say(sentence, QPalette::Highlight);
    m_yes->setText(yes);
    m_yes->setAccessibleName(yes);
    m_yes->show();
    m_accept = std::move(accept);
    m_refuse = std::move(refuse);
}

void Banner::say(const QString& sentence, QPalette::ColorRole color)
{
    m_accept = m_refuse = nullptr;
    m_yes->hide();
    m_color = color;
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    show();
    update();
}

void Banner::close()
{
    m_accept = m_refuse = nullptr;
    hide();
}

void Banner::dismiss()
{
    if (!m_accept)
        close();
}

QString Banner::text() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, 0, 5, height()), palette().color(m_color));
}

} // namespace gan
