#pragma once

#include "ui/editors/setting_editor.h"

class QLineEdit;

namespace gan {

/// Whatever is typed as it stands in files: widths of layers, a matrix, a path.
class TextEditor : public SettingEditor {
    Q_OBJECT

public:
    TextEditor(const Setting& setting, QWidget* parent);

    void setValue(const SettingValue& value) override;

private:
    void type();

    QLineEdit* m_field;
    SettingValue m_value;
};

} // namespace gan
