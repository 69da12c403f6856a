#include "ui/text_editor.h"

#include "core/error.h"

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
    if (m_field->text().toStdString() == settingValueText(m_value))
        return; // the field only lost its focus
    try {
        setValue(parseSettingValue(setting(), m_field->text().trimmed().toStdString()));
        Q_EMIT edited(m_value);
    } catch (const Error& error) {
        setValue(m_value);
        Q_EMIT refused(error.text());
    }
}

} // namespace gan
