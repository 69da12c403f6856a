#include "ui/panels/banner.h"

#include "core/error.h"

#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace gan {

namespace {

constexpr int kInformed = 15000, kOffered = 60000; ///< milliseconds

}

Banner::Banner(QWidget* parent)
    : FloatingCard(parent)
    , m_sentence(new QLabel)
    , m_buttons(new QHBoxLayout)
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* no = new QPushButton(tr("Close"));
    no->setObjectName(QStringLiteral("bannerClose"));
    explain(no, tr("Close"), tr("Closes this message. It changes nothing in the run."));
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(18, 8, 12, 8);
    box->addWidget(m_sentence, 1);
    box->addLayout(m_buttons);
    box->addWidget(no);
    m_goes.setSingleShot(true);
    connect(&m_goes, &QTimer::timeout, this, &Banner::close);
    connect(no, &QPushButton::clicked, this, &Banner::closeByHand);
}

void Banner::tell(const Text& text)
{
    say(translated(text), QPalette::BrightText);
}

void Banner::inform(const QString& sentence)
{
    say(sentence, QPalette::Highlight);
    m_goes.start(kInformed);
}

void Banner::offer(const QString& sentence, std::vector<Choice> choices, std::function<void()> refuse,
                   bool isWarning)
{
    say(sentence, isWarning ? QPalette::BrightText : QPalette::Highlight);
    setChoices(std::move(choices));
    m_refuse = std::move(refuse);
    place();
}

void Banner::offerForAWhile(const QString& sentence, std::vector<Choice> choices)
{
    offer(sentence, std::move(choices), [] {});
    m_goes.start(kOffered);
}

/// The first one is "bannerYes" to tests.
void Banner::setChoices(std::vector<Choice> choices)
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was pressed
        delete item;
    }
    for (Choice& choice : choices) {
        auto* button = new QPushButton(choice.label, this);
        const QString name = m_buttons->isEmpty() ? QStringLiteral("bannerYes")
                                                  : QStringLiteral("bannerYes%1").arg(m_buttons->count() + 1);
        button->setObjectName(name);
        explain(button, choice.label, choice.help);
        connect(button, &QPushButton::clicked, this, [this, act = std::move(choice.act)] {
            close();
            act();
        });
        m_buttons->addWidget(button);
        button->show(); // at once: the card's size depends on it
    }
}

void Banner::say(const QString& sentence, QPalette::ColorRole color)
{
    setChoices({});
    m_refuse = nullptr;
    m_goes.stop();
    setStrip(color);
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    show();
    place();
}

void Banner::closeByHand()
{
    const auto refuse = std::exchange(m_refuse, nullptr);
    close();
    if (refuse)
        refuse();
}

void Banner::attempt(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        tell(error.text());
    }
}

void Banner::close()
{
    m_refuse = nullptr;
    m_goes.stop();
    hide();
}

void Banner::dismiss()
{
    if (!m_refuse)
        close();
}

QString Banner::text() const
{
    return isHidden() ? QString() : m_sentence->text();
}

} // namespace gan
