#pragma once

#include "ui/editors/setting_editor.h"

class QCheckBox;

namespace gan {

/// A choice between "no" and "yes": a box to tick.
class SwitchEditor : public SettingEditor {
    Q_OBJECT

public:
    /// Whether the row is such a choice.
    static bool fits(const Setting& setting);

    SwitchEditor(const Setting& setting, QWidget* parent);

    void setValue(const SettingValue& value) override;

private:
    QCheckBox* m_box;
};

} // namespace gan
