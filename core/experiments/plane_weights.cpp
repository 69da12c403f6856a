#include "core/experiments/plane_weights.h"

#include "core/settings/settings.h"
#include "core/weight_edit.h"

namespace gan {

namespace {

std::vector<std::int64_t> widthsOf(const Settings& settings, WeightEdit::Network network)
{
    const bool isD = network == WeightEdit::D;
    std::vector<std::int64_t> widths = {isD ? 2 : settings.integer("noise_dim")};
    const Layers& hidden = settings.layers(isD ? "hidden_d" : "hidden_g");
    widths.insert(widths.end(), hidden.begin(), hidden.end());
    widths.push_back(isD && settings.choice("head") == "single" ? 1 : 2);
    return widths;
}

} // namespace

std::optional<Text> weightsExist(const Settings& settings)
{
    for (const std::vector<double>& row : settings.matrix(kWeightEdits)) {
        const auto edit = WeightEdit::from(row);
        if (!edit)
            return GE_TR("A weight changed by hand must be five numbers: network (0: D, 1: G), layer, unit, "
                         "input (0: the bias) and value.");
        if (!hasWeight(widthsOf(settings, edit->network), *edit))
            return Text{
                GE_TR("A weight cannot be changed by hand because %1 does not have it: layer %2, unit "
                      "%3, input %4."),
                {edit->network == WeightEdit::D ? "D" : "G", std::to_string(edit->layer),
                 std::to_string(edit->unit), std::to_string(edit->input)}};
    }
    return std::nullopt;
}

} // namespace gan
