#include "core/settings/settings.h"

#include "core/error.h"
#include "core/experiment.h"

#include <algorithm>
#include <utility>

namespace gan {

Settings::Settings(const Experiment& experiment)
    : m_experiment(&experiment)
{
    for (const Setting& setting : experiment.settings)
        m_values.emplace(setting.key, parseSettingValue(setting, setting.defaultText));
}

void Settings::set(std::string_view key, SettingValue value)
{
    checkSettingValue(m_experiment->setting(key), value);
    m_values.find(key)->second = std::move(value);
}

void Settings::setText(std::string_view key, std::string_view text)
{
    set(key, parseSettingValue(m_experiment->setting(key), text));
}

const SettingValue& Settings::value(std::string_view key) const
{
    const auto found = m_values.find(key);
    if (found == m_values.end())
        m_experiment->setting(key); // throws the sentence
    return found->second;
}

double Settings::number(std::string_view key) const
{
    return std::get<double>(value(key));
}

std::int64_t Settings::integer(std::string_view key) const
{
    return std::get<std::int64_t>(value(key));
}

const std::string& Settings::choice(std::string_view key) const
{
    return std::get<std::string>(value(key));
}

const Layers& Settings::layers(std::string_view key) const
{
    return std::get<Layers>(value(key));
}

const Matrix& Settings::matrix(std::string_view key) const
{
    return std::get<Matrix>(value(key));
}

const std::string& Settings::path(std::string_view key) const
{
    return std::get<std::string>(value(key));
}

void Settings::checkRules() const
{
    for (const SettingsRule& rule : m_experiment->rules)
        if (const auto broken = rule(*this))
            throw Error(*broken);
}

bool Settings::isVisible(const Setting& setting) const
{
    const VisibleWhen& condition = setting.visibleWhen;
    if (!condition.key)
        return true;
    const std::string text = settingValueText(value(condition.key));
    return std::find(condition.values.begin(), condition.values.end(), text) != condition.values.end() &&
           isVisible(m_experiment->setting(condition.key));
}

Settings Settings::seenAs(const Settings& other) const
{
    Settings result = *this;
    for (const Setting& setting : m_experiment->settings)
        if (setting.isView())
            result.set(setting.key, other.value(setting.key));
    return result;
}

std::vector<std::string> Settings::differencesFrom(const Settings& other) const
{
    std::vector<std::string> keys;
    for (const Setting& setting : m_experiment->settings)
        if (value(setting.key) != other.value(setting.key))
            keys.emplace_back(setting.key);
    return keys;
}

} // namespace gan
