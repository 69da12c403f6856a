#include "core/settings/setting_rows.h"

#include "core/error.h"
#include "core/settings/row_groups.h"

#include <algorithm>

namespace gan {

const std::vector<Setting>& settingRows()
{
    static const std::vector<Setting> rows = [] {
        std::vector<Setting> all;
        for (auto part : {learningRows(), lossRows(), optimizerRows(), networkRows(), noiseRows(),
                          densityRows(), signalRows(), repeatingRows()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return rows;
}

std::vector<Setting> pickSettings(const std::vector<SettingUse>& uses)
{
    std::vector<Setting> picked;
    for (const SettingUse& use : uses) {
        const auto& rows = settingRows();
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&](const Setting& s) { return std::string_view(s.key) == use.key; });
        if (row == rows.end())
            throw Error(GE_TR("The table of settings has no row %1."), {use.key});
        picked.push_back(*row);
        if (use.defaultText)
            picked.back().defaultText = use.defaultText;
    }
    return picked;
}

} // namespace gan
