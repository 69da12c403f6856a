#include "core/settings/setting_rows.h"

#include "core/error.h"
#include "core/settings/row_groups.h"

namespace gan {

const std::vector<Setting>& settingRows()
{
    static const std::vector<Setting> rows = [] {
        std::vector<Setting> all;
        for (auto part :
             {learningRows(), lossRows(), optimizerRows(), networkRows(), noiseRows(), repeatingRows()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return rows;
}

namespace {

const Setting& rowNamed(std::string_view key, const std::vector<Setting>& own)
{
    for (const std::vector<Setting>* rows : {&own, &settingRows()})
        for (const Setting& row : *rows)
            if (row.key == key)
                return row;
    throw Error(GE_TR("The table of settings has no row %1."), {std::string(key)});
}

} // namespace

std::vector<Setting> pickSettings(const std::vector<SettingUse>& uses, const std::vector<Setting>& own)
{
    std::vector<Setting> picked;
    for (const SettingUse& use : uses) {
        picked.push_back(rowNamed(use.key, own));
        if (use.defaultText)
            picked.back().defaultText = use.defaultText;
    }
    return picked;
}

} // namespace gan
