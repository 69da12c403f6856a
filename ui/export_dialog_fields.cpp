// The fields of the export dialog, what they say of themselves, and where they stand.

#include "ui/export_dialog.h"
#include "ui/flat_style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace gan {

namespace {

constexpr int kMargin = 16, kGap = 8, kLeastWidth = 520, kMessageLines = 3;

} // namespace

void ExportDialog::makeFields()
{
    m_what = new QComboBox;
    m_what->setWhatsThis(
        tr("What to take away: one plot, all of them, the window as you see it, the metric log as a "
           "table, or everything. Each describes the iteration on the screen."));
    m_format = new QComboBox;
    m_format->addItem(tr("PNG, made of pixels"));
    m_format->addItem(tr("SVG, made of lines"));
    m_format->setWhatsThis(
        tr("PNG opens everywhere. SVG stays sharp at any size, and drawing programs can edit it."));
    for (QSpinBox** side : {&m_width, &m_height}) {
        *side = new QSpinBox;
        (*side)->setRange(PictureOptions::kLeastSide, PictureOptions::kMostSide);
        (*side)->setSingleStep(100);
        (*side)->setSuffix(tr(" px"));
    }
    m_width->setWhatsThis(
        tr("How wide a plot is, before it is scaled. A wider picture gives the curves more room; its "
           "text stays as large as it is."));
    m_height->setWhatsThis(tr("How high a plot is, before it is scaled. A caption comes on top of it."));
    m_scale = new QDoubleSpinBox;
    m_scale->setRange(PictureOptions::kLeastScale, PictureOptions::kMostScale);
    m_scale->setSingleStep(0.25);
    m_scale->setWhatsThis(
        tr("Makes the whole picture larger, its text included. Take 2 or more for print and for "
           "large screens."));
    m_caption = new QCheckBox(tr("&Caption below the picture"));
    m_caption->setAccessibleName(tr("Caption below the picture"));
    m_caption->setWhatsThis(
        tr("Writes below the picture which run it shows: program, experiment, seed, iteration, and "
           "the settings that are not the default. The picture gets taller by it."));
    m_path = new QLineEdit;
    m_path->setWhatsThis(tr("Where the export goes. You are asked before anything is replaced."));
}

void ExportDialog::makeButtons()
{
    m_result = new QLabel;
    m_result->setForegroundRole(QPalette::PlaceholderText);
    m_browse = new QPushButton(tr("&Browse…"));
    m_browse->setWhatsThis(
        tr("Lets you choose the place in your folders. The path then stands in the field."));
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
    m_browse->setAutoDefault(false);
    for (QPushButton* button : {m_browse, m_export, m_replace, m_close})
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

/// `row`: what stands in the form, where that is more than the field.
void ExportDialog::addRow(QFormLayout& form, const QString& label, QWidget* field, QWidget* row)
{
    auto* name = new QLabel(label);
    name->setBuddy(field);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    form.addRow(name, row ? row : field);
}

void ExportDialog::layOut()
{
    auto* place = new QWidget;
    auto* placeBox = new QHBoxLayout(place);
    placeBox->setContentsMargins({});
    placeBox->addWidget(m_path, 1);
    placeBox->addWidget(m_browse);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setVerticalSpacing(kGap);
    form->setHorizontalSpacing(kMargin);
    addRow(*form, tr("&What"), m_what);
    addRow(*form, tr("&Format"), m_format);
    addRow(*form, tr("Wi&dth"), m_width);
    addRow(*form, tr("&Height"), m_height);
    addRow(*form, tr("&Scale"), m_scale);
    form->addRow(QString(), m_result);
    form->addRow(QString(), m_caption);
    addRow(*form, tr("&Path"), m_path, place);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_replace);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    box->setSpacing(kMargin);
    box->addLayout(form);
    box->addWidget(m_message);
    box->addStretch();
    box->addLayout(buttons);
    setMinimumWidth(kLeastWidth);
}

} // namespace gan
