// The fields of the export dialog, what they say of themselves, and where they stand.

#include "ui/editors/form_row.h"
#include "ui/export/export_dialog.h"
#include "ui/export/export_place.h"
#include "ui/export/picture_fields.h"
#include "ui/export/picture_preview.h"
#include "ui/style/flat_style.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace gan {

namespace {

constexpr int kMargin = 16, kGap = 8, kLeastWidth = 820, kMessageLines = 3;

} // namespace

void ExportDialog::makeFields()
{
    m_what = new ExportChoice;
    m_place = new ExportPlace;
}

void ExportDialog::makeButtons()
{
    m_preview = new PicturePreview;
    m_result = new QLabel;
    m_result->setForegroundRole(QPalette::PlaceholderText);
    m_export = new QPushButton(tr("&Export"));
    m_export->setDefault(true);
    m_export->setWhatsThis(
        tr("Exports what is on the screen now. Training goes on meanwhile, and the dialog stays open."));
    FlatStyle::setAccent(m_export);
    m_replace = new QPushButton(tr("&Replace"));
    m_replace->setWhatsThis(tr("Exports, and replaces what is there. The message above says what that is."));
    m_replace->setAutoDefault(false);
    m_close = new QPushButton(tr("C&lose"));
    m_close->setAutoDefault(false);
    m_close->setWhatsThis(tr("Closes this dialog. Files in progress are still completed."));
    for (QPushButton* button : {m_export, m_replace, m_close})
        button->setAccessibleName(button->text().remove(QLatin1Char('&')).remove(QChar(0x2026)));
    m_message = new QLabel;
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setAccessibleName(tr("Result"));
    m_message->setWhatsThis(tr("Result of the last export. It can be selected and copied."));
    m_message->setMinimumHeight(kMessageLines * m_message->fontMetrics().lineSpacing()); // it moves nothing
    m_message->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QSizePolicy keepsPlace = m_replace->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_replace->setSizePolicy(keepsPlace);
    m_replace->hide();
}

void ExportDialog::layOut()
{
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setVerticalSpacing(kGap);
    form->setHorizontalSpacing(kMargin);
    addFormRow(*form, tr("&What"), m_what);
    m_picture->addTo(*form);
    form->addRow(QString(), m_result);
    auto* pathForm = new QFormLayout;
    pathForm->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    pathForm->setHorizontalSpacing(kMargin);
    addFormRow(*pathForm, tr("&Path"), &m_place->field(), m_place);
    auto* top = new QHBoxLayout;
    top->setSpacing(kMargin);
    top->addLayout(form, 1);
    top->addWidget(m_preview, 0, Qt::AlignTop);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_replace);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    box->setSpacing(kMargin);
    box->addLayout(top);
    box->addLayout(pathForm);
    box->addWidget(m_message);
    box->addStretch();
    box->addLayout(buttons);
    setMinimumWidth(kLeastWidth);
}

} // namespace gan
