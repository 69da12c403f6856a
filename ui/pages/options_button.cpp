#include "ui/pages/options_button.h"

#include "ui/text/help.h"
#include "ui/widgets/more_card.h"

namespace gan {

OptionsButton::OptionsButton(QWidget* options, QWidget* parent)
    : QToolButton(parent)
    , m_card(new MoreCard(this))
{
    setObjectName(QStringLiteral("options"));
    setText(tr("Options"));
    setCheckable(true);
    explain(this, text(), tr("Chooses what this plot shows. It does not affect the training."));
    m_card->hold({options});
    connect(this, &QToolButton::clicked, this, [this](bool opens) {
        if (opens)
            m_card->openAt(*this, this);
        else
            m_card->hide();
    });
    connect(m_card, &MoreCard::closed, this, [this] { setChecked(false); });
}

} // namespace gan
