#pragma once

#include "ui/editors/setting_editor.h"
#include "ui/editors/slider_scale.h"

class QLineEdit;
class QSlider;

namespace gan {

/// A number or an integer: a field to type in, and a slider where the range allows one.
class NumberEditor : public SettingEditor {
    Q_OBJECT

public:
    NumberEditor(const Setting& setting, QWidget* parent);

    void setValue(const SettingValue& value) override;

private:
    void layOut();
    void slide(int position);
    void type();
    void show(const SettingValue& value);

    const SliderScale m_scale;
    QLineEdit* m_field;
    QSlider* m_slider;
    SettingValue m_value;
};

} // namespace gan
