#pragma once

#include "core/run.h"

#include <QString>

#include <string>
#include <vector>

namespace gan {

/// "Loss: minimax": name and value of a setting as the control panel has them.
QString settingWords(const Experiment& experiment, const std::string& key, const SettingValue& value);

/// The keys in which two settings of one experiment differ and that count for the numbers of a run: none that
/// only chooses what is looked at, and none that has no meaning in either, such as the momentum of an
/// optimizer that has none. In the order of the panel.
std::vector<std::string> differencesThatCount(const Settings& settings, const Settings& other);

/// "Learning rate of G: 0.005 after iteration 150", for each change; after some, how many more there are.
QString changesInWords(const Run& run);

} // namespace gan
