#include "ui/editors/switch_editor.h"

#include "ui/text/text.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace gan {

namespace {

const std::string kNo = "no", kYes = "yes";

}

bool SwitchEditor::fits(const Setting& setting)
{
    return setting.kind == SettingKind::Choice && setting.choices.size() == 2 &&
           setting.choices[0].value == kNo && setting.choices[1].value == kYes;
}

SwitchEditor::SwitchEditor(const Setting& setting, QWidget* parent)
    : SettingEditor(setting, parent)
    , m_box(new QCheckBox(translated(setting.label), this))
{
    describe(m_box);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(0);
    box->addWidget(m_box);
    if (QWidget* mark = makeMark())
        box->addWidget(mark);
    setValue(parseSettingValue(setting, setting.defaultText));
    connect(m_box, &QCheckBox::clicked, this, [this](bool isOn) { Q_EMIT edited(isOn ? kYes : kNo); });
}

void SwitchEditor::setValue(const SettingValue& value)
{
    m_box->setChecked(std::get<std::string>(value) == kYes);
}

} // namespace gan
