#include "ui/dialogs/terms_page.h"

#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/terms.h"
#include "ui/text/text.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace gan {

TermsPage::TermsPage(QWidget* parent)
    : QDialog(parent)
    , m_text(new QTextBrowser)
{
    setWindowTitle(tr("Terms"));
    auto* find = new QLineEdit;
    find->setPlaceholderText(tr("find a term"));
    find->setClearButtonEnabled(true);
    explain(find, tr("Find a term"),
            tr("Shows only the terms that have these letters in their name or meaning."));
    explain(m_text, tr("Terms"), tr("What the words on the screen mean."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(find, &QLineEdit::textChanged, this, &TermsPage::fill);
    auto* box = new QVBoxLayout(this);
    box->addWidget(find);
    box->addWidget(m_text, 1);
    box->addWidget(buttons);
    fill({});
    find->setFocus();
    resize(scaled(560), scaled(600));
}

void TermsPage::fill(const QString& part)
{
    QString page;
    for (const Term& term : terms()) {
        const QString name = translated(term.name), definition = translated(term.definition);
        if (name.contains(part, Qt::CaseInsensitive) || definition.contains(part, Qt::CaseInsensitive))
            page += QStringLiteral("<p><b>%1</b><br>%2</p>")
                        .arg(name.toHtmlEscaped(), definition.toHtmlEscaped());
    }
    m_text->setHtml(page.isEmpty() ? tr("No term has these letters.") : page);
}

} // namespace gan
