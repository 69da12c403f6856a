#pragma once

#include "ui/editors/setting_editor.h"

class QLineEdit;
class QHBoxLayout;
class QPushButton;

namespace gan {

/// A file or a folder: a field to type in, a button that asks for one, and one that takes it away.
class PathEditor : public SettingEditor {
    Q_OBJECT

public:
    PathEditor(const Setting& setting, QWidget* parent);

    void setValue(const SettingValue& value) override;

private:
    void addChooser(QHBoxLayout& line, const QString& text, bool folder);
    void choose(bool folder);
    void takeText(const QString& path);

    QLineEdit* m_field;
    QPushButton* m_clear;
    SettingValue m_value;
};

} // namespace gan
