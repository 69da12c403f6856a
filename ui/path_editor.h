#pragma once

#include "ui/setting_editor.h"

class QLineEdit;
class QPushButton;

namespace gan {

/// A file or a folder: a field to type in, a button that asks for one, and one that takes it away.
class PathEditor : public SettingEditor {
    Q_OBJECT

public:
    PathEditor(const Setting& setting, QWidget* parent);

    void setValue(const SettingValue& value) override;

private:
    void choose();

    QLineEdit* m_field;
    QPushButton *m_choose, *m_clear;
    SettingValue m_value;
};

} // namespace gan
