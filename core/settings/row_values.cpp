#include "core/settings/row_values.h"

#include "core/error.h"
#include "core/experiment.h"

#include <algorithm>
#include <utility>

namespace gan {

RowValues::RowValues(const Experiment& experiment, const std::vector<Setting>& rows)
    : m_experiment(&experiment)
    , m_rows(&rows)
{
    for (const Setting& setting : rows)
        m_values.emplace(setting.key, parseSettingValue(setting, setting.defaultText));
}

const Setting& RowValues::row(std::string_view key) const
{
    const auto found = std::find_if(m_rows->begin(), m_rows->end(),
                                    [&](const Setting& setting) { return setting.key == key; });
    if (found == m_rows->end())
        throw noSuchSetting(*m_experiment, key);
    return *found;
}

void RowValues::set(std::string_view key, SettingValue value)
{
    checkSettingValue(row(key), value);
    m_values.find(key)->second = std::move(value);
}

void RowValues::setText(std::string_view key, std::string_view text)
{
    set(key, parseSettingValue(row(key), text));
}

const SettingValue& RowValues::value(std::string_view key) const
{
    const auto found = m_values.find(key);
    if (found == m_values.end())
        throw noSuchSetting(*m_experiment, key);
    return found->second;
}

double RowValues::number(std::string_view key) const
{
    return std::get<double>(value(key));
}

std::int64_t RowValues::integer(std::string_view key) const
{
    return std::get<std::int64_t>(value(key));
}

const std::string& RowValues::choice(std::string_view key) const
{
    return std::get<std::string>(value(key));
}

const Layers& RowValues::layers(std::string_view key) const
{
    return std::get<Layers>(value(key));
}

const Matrix& RowValues::matrix(std::string_view key) const
{
    return std::get<Matrix>(value(key));
}

const std::string& RowValues::path(std::string_view key) const
{
    return std::get<std::string>(value(key));
}

const PointList& RowValues::points(std::string_view key) const
{
    return std::get<PointList>(value(key));
}

bool RowValues::isVisible(const Setting& setting) const
{
    const VisibleWhen& condition = setting.visibleWhen;
    if (!condition.key)
        return true;
    const std::string text = settingValueText(value(condition.key));
    return std::find(condition.values.begin(), condition.values.end(), text) != condition.values.end() &&
           isVisible(row(condition.key));
}

std::vector<std::string> RowValues::differencesFrom(const RowValues& other) const
{
    std::vector<std::string> keys;
    for (const Setting& setting : *m_rows)
        if (value(setting.key) != other.value(setting.key))
            keys.emplace_back(setting.key);
    return keys;
}

} // namespace gan
