#pragma once

#include "ui/editors/setting_editor.h"

class QComboBox;

namespace gan {

/// One of several names; each says what it means when the mouse rests on it.
class ChoiceEditor : public SettingEditor {
    Q_OBJECT

public:
    ChoiceEditor(const Setting& setting, QWidget* parent);

    void setValue(const SettingValue& value) override;
    /// A small picture beside the name of a value.
    void setIcon(const char* value, const QIcon& icon);

private:
    void showHelp();

    QComboBox* m_list;
};

} // namespace gan
