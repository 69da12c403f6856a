#include "ui/editors/text_editor.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace gan {

TextEditor::TextEditor(const Setting& setting, QWidget* parent)
    : SettingEditor(setting, parent)
    , m_field(new QLineEdit(this))
{
    describe(m_field);
    m_field->setTextMargins(4, 0, 4, 0);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(3);
    box->addWidget(makeLabel(m_field));
    box->addWidget(m_field);
    setValue(parseSettingValue(setting, setting.defaultText));
    connect(m_field, &QLineEdit::editingFinished, this, &TextEditor::type);
}

void TextEditor::setValue(const SettingValue& value)
{
    m_value = value;
    m_field->setText(QString::fromStdString(settingValueText(value)));
}

void TextEditor::type()
{
    take(m_field, m_value);
}

} // namespace gan
