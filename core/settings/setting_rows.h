#pragma once

#include "core/settings/setting.h"

#include <vector>

namespace gan {

/// The settings that experiments share. Each row stands once; an experiment names the rows it uses and may
/// give them other defaults. Adding a setting is one row here, its key in the experiments, and one line where
/// it is used.
const std::vector<Setting>& settingRows();

/// Names a row, with another default where `defaultText` is given.
struct SettingUse {
    const char* key;
    const char* defaultText = nullptr;
};

/// The rows of these names, in this order: of `own`, which the experiment has for itself, or of
/// settingRows(). Throws Error on a name that is in neither.
std::vector<Setting> pickSettings(const std::vector<SettingUse>& uses, const std::vector<Setting>& own = {});

} // namespace gan
