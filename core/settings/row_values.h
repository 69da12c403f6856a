#pragma once

#include "core/settings/setting.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gan {

struct Experiment;

/// A value for each row of one of an experiment's tables: a plain value that is copied between threads.
/// Starts with the rows' defaults; every change is checked against its row.
class RowValues {
public:
    const Experiment& experiment() const { return *m_experiment; }
    const std::vector<Setting>& rows() const { return *m_rows; }

    /// These throw Error when the table has no such row, or the value does not fit it.
    const Setting& row(std::string_view key) const;
    void set(std::string_view key, SettingValue value);
    void setText(std::string_view key, std::string_view text);
    const SettingValue& value(std::string_view key) const;
    bool has(std::string_view key) const { return m_values.contains(key); }

    /// Typed access for code that names a key of its own experiment; a wrong key or type is a programming
    /// error and throws too.
    double number(std::string_view key) const;
    std::int64_t integer(std::string_view key) const;
    const std::string& choice(std::string_view key) const;
    const Layers& layers(std::string_view key) const;
    const Matrix& matrix(std::string_view key) const;
    const std::string& path(std::string_view key) const;
    const PointList& points(std::string_view key) const;

    /// Whether the row is shown with these values: its own condition, and that of the row it hangs on.
    bool isVisible(const Setting& setting) const;

    /// The keys whose values differ from `other`, in the order of the rows.
    std::vector<std::string> differencesFrom(const RowValues& other) const;

    bool operator==(const RowValues&) const = default;

protected:
    /// `rows` are the experiment's and live as long as it does.
    RowValues(const Experiment& experiment, const std::vector<Setting>& rows);

private:
    const Experiment* m_experiment;
    const std::vector<Setting>* m_rows;
    std::map<std::string, SettingValue, std::less<>> m_values;
};

} // namespace gan
