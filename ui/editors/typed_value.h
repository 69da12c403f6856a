#pragma once

#include "core/settings/setting.h"

#include <QString>

namespace gan {

/// What somebody typed as the settings read it: with a point for a decimal comma, and without the spaces
/// between groups of digits.
std::string plainText(const Setting& setting, const QString& typed);

/// A value in the words of the screen: the label of a choice, "none" for nothing.
QString shownValue(const Setting& setting, const SettingValue& value);

/// Why it is refused, for the screen: names the row, what was typed, and what is allowed.
QString refusalOf(const Setting& setting, const QString& typed);

} // namespace gan
