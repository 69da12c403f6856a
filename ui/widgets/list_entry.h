#pragma once

#include "core/settings/setting.h"

#include <QSpinBox>

namespace gan {

/// The place of a basis vector's 1, one number of a setting that is a list, to stand in the title's line of
/// its plot.
class ListEntry : public QSpinBox {
    Q_OBJECT

public:
    ListEntry(const Setting& row, std::size_t place, QWidget* parent = nullptr);

    ~ListEntry() override { disconnect(); } // what was typed last comes after the members are gone

    const char* key() const { return m_row.key; }
    /// Shows its number of the list and emits nothing.
    void setList(const Layers& list);

Q_SIGNALS:
    /// By hand: the whole list.
    void edited(const QString& key, const gan::SettingValue& value);

private:
    const Setting m_row;
    const std::size_t m_place;
    Layers m_list;
};

} // namespace gan
