#include "ui/editors/setting_editor.h"

#include "core/error.h"
#include "ui/editors/choice_editor.h"
#include "ui/editors/field_message.h"
#include "ui/editors/number_editor.h"
#include "ui/editors/path_editor.h"
#include "ui/editors/points_editor.h"
#include "ui/editors/switch_editor.h"
#include "ui/editors/text_editor.h"
#include "ui/editors/typed_value.h"
#include "ui/editors/wheel_guard.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"
#include "ui/widgets/steady_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace gan {

namespace {

constexpr int kMarkPixels = 10;

/// "restarts", small and muted.
QLabel* restartMark()
{
    auto* mark = new SteadyLabel({SettingEditor::tr("restarts")});
    mark->setText(SettingEditor::tr("restarts"));
    setThemeSize(mark, ThemeSize::Text, kMarkPixels);
    mark->setForegroundRole(QPalette::PlaceholderText);
    mark->setToolTip(tipText(SettingEditor::tr("A new value waits until you press \"Apply and reset\".")));
    return mark;
}

QString labelText(const Setting& setting)
{
    const QString label = translated(setting.label);
    const bool hasUnit = setting.unit && *setting.unit;
    return hasUnit ? SettingEditor::tr("%1 (%2)").arg(label, translated(setting.unit)) : label;
}

} // namespace

SettingEditor* SettingEditor::create(const Setting& setting, QWidget* parent)
{
    switch (setting.kind) {
    case SettingKind::Number:
    case SettingKind::Integer:
        return new NumberEditor(setting, parent);
    case SettingKind::Choice:
        if (SwitchEditor::fits(setting))
            return new SwitchEditor(setting, parent);
        return new ChoiceEditor(setting, parent);
    case SettingKind::Path:
        return new PathEditor(setting, parent);
    case SettingKind::Points:
        return new PointsEditor(setting, parent);
    case SettingKind::Layers:
    case SettingKind::Matrix:
        break;
    }
    return new TextEditor(setting, parent);
}

SettingEditor::SettingEditor(const Setting& setting, QWidget* parent)
    : QWidget(parent)
    , m_setting(setting)
{
    setObjectName(QString::fromLatin1(setting.key));
    setToolTip(tipText(translated(setting.help)));
}

QWidget* SettingEditor::makeLabel(QWidget* control, bool markBelow)
{
    auto* row = new QWidget(this);
    auto* box = new QBoxLayout(markBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, row);
    box->setContentsMargins({});
    box->setSpacing(markBelow ? 0 : 6);
    auto* label = new QLabel(labelText(m_setting), row);
    label->setBuddy(control);
    label->setWordWrap(true); // a long name takes a second line before the field is pushed out of the panel
    box->addWidget(label, markBelow || m_setting.isLive() ? 1 : 0);
    if (!makeMark())
        return row;
    m_mark->setAlignment(markBelow ? Qt::AlignLeft : Qt::AlignRight);
    box->addWidget(m_mark, markBelow ? 0 : 1);
    return row;
}

QWidget* SettingEditor::makeMark()
{
    if (!m_setting.isLive())
        m_mark = restartMark();
    return m_mark;
}

void SettingEditor::setInForce(const SettingValue& value, bool waits)
{
    if (!m_mark)
        return;
    m_mark->setText(waits ? tr("run uses %1").arg(shownValue(m_setting, value)) : tr("restarts"));
    m_mark->setForegroundRole(waits ? QPalette::BrightText : QPalette::PlaceholderText);
}

void SettingEditor::describe(QWidget* control) const
{
    explain(control, labelText(m_setting), translated(m_setting.help));
    guardFromWheel(control);
}

void SettingEditor::take(QLineEdit* field, const SettingValue& old)
{
    const SettingValue before = old; // setValue() writes into what `old` may be
    const QString typed = field->text();
    if (typed.toStdString() == settingValueText(before))
        return;
    try {
        const SettingValue value = parseSettingValue(m_setting, plainText(m_setting, typed));
        hideFieldMessage(field);
        setValue(value);
        if (value != before)
            Q_EMIT edited(value);
    } catch (const Error&) {
        setValue(before);
        showFieldMessage(field, refusalOf(m_setting, typed));
    }
}

void SettingEditor::refuse(const QString& why)
{
    if (auto* field = findChild<QLineEdit*>())
        showFieldMessage(field, why);
    else
        showFieldMessage(this, why);
}

} // namespace gan
