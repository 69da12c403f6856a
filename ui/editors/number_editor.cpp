#include "ui/editors/number_editor.h"

#include "ui/style/theme_size.h"
#include "ui/text/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace gan {

namespace {

constexpr int kFieldWidth = 66;

double asNumber(const SettingValue& value)
{
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole ? static_cast<double>(*whole) : std::get<double>(value);
}

} // namespace

NumberEditor::NumberEditor(const Setting& setting, QWidget* parent)
    : SettingEditor(setting, parent)
    , m_scale(setting)
    , m_field(new QLineEdit(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
{
    m_slider->setRange(m_scale.minimum(), m_scale.maximum());
    m_slider->setPageStep(m_scale.page());
    m_slider->setVisible(m_scale.isUseful());
    for (QWidget* control : {static_cast<QWidget*>(m_field), static_cast<QWidget*>(m_slider)})
        describe(control);
    layOut();
    setValue(parseSettingValue(setting, setting.defaultText));
    connect(m_slider, &QSlider::valueChanged, this, &NumberEditor::slide);
    connect(m_field, &QLineEdit::editingFinished, this, &NumberEditor::type);
}

void NumberEditor::layOut()
{
    m_field->setAlignment(Qt::AlignRight);
    m_field->setTextMargins(0, 0, 3, 0);
    setThemeSize(m_field, ThemeSize::FixedWidth, m_scale.isUseful() ? kFieldWidth : kFieldWidth * 3 / 2);
    auto* top = new QHBoxLayout;
    top->addWidget(makeLabel(m_field, true), 1); // beside the field there is little room
    top->addWidget(m_field);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(1);
    box->addLayout(top);
    box->addWidget(m_slider);
}

void NumberEditor::setValue(const SettingValue& value)
{
    // Several positions may round to one value; a slider that stands at one of them stays, or keys would not
    // move it.
    if (m_scale.isUseful() && m_scale.valueAt(m_slider->value()) != asNumber(value)) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(m_scale.positionOf(asNumber(value)));
    }
    show(value);
}

void NumberEditor::show(const SettingValue& value)
{
    m_value = value;
    m_field->setText(QString::fromStdString(settingValueText(value)));
}

void NumberEditor::slide(int position)
{
    const double number = m_scale.valueAt(position);
    if (setting().kind == SettingKind::Integer)
        show(static_cast<std::int64_t>(std::llround(number)));
    else
        show(number);
    Q_EMIT edited(m_value);
}

void NumberEditor::type()
{
    take(m_field, m_value);
}

} // namespace gan
