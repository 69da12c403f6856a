#pragma once

#include "ui/editors/setting_editor.h"

class QPushButton;

namespace gan {

/// Points that are painted in a window of their own; here is how many there are.
class PointsEditor : public SettingEditor {
    Q_OBJECT

public:
    PointsEditor(const Setting& setting, QWidget* parent);

    void setValue(const SettingValue& value) override;

private:
    void draw();

    QPushButton* m_draw;
    PointList m_points;
};

} // namespace gan
