#pragma once

#include "core/settings/setting.h"

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace gan {

/// The editor of one row of the settings table: a label and the controls that fit the row's kind.
class SettingEditor : public QWidget {
    Q_OBJECT

public:
    /// The editor for the row's kind.
    static SettingEditor* create(const Setting& setting, QWidget* parent = nullptr);

    const Setting& setting() const { return m_setting; }
    /// Shows a value and emits nothing.
    virtual void setValue(const SettingValue& value) = 0;
    /// What the run uses; said in the place of "restarts" while another value `waits`.
    void setInForce(const SettingValue& value, bool waits);
    /// Says at the control why the panel refused a value.
    void refuse(const QString& why);

Q_SIGNALS:
    /// By hand; the value fits the row. What depends on other rows is for the panel to judge.
    void edited(const gan::SettingValue& value);

protected:
    SettingEditor(const Setting& setting, QWidget* parent);

    /// The label with the mark of rows that restart, beside it or below; it is the control's name for the
    /// keyboard and the screen reader. It keeps its size, whatever the mark says.
    QWidget* makeLabel(QWidget* control, bool markBelow = false);
    /// That mark alone; null for a row that does not restart.
    QWidget* makeMark();
    /// What was typed in place of `old`: shown and told when it fits the row, else `old` is shown again and
    /// a sentence at the field says why. The same text again, as when a field only lost its focus, is
    /// nothing.
    void take(QLineEdit* field, const SettingValue& old);
    /// Help, name and wheel guard for one of the editor's controls.
    void describe(QWidget* control) const;

private:
    const Setting m_setting;
    QLabel* m_mark = nullptr; ///< of rows that restart
};

} // namespace gan
