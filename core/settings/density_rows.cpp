#include "core/settings/row_groups.h"

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;

Setting dataNumber(const char* key, const char* label, const char* help, const char* text, double low,
                   double high, const char* data)
{
    return {.key = key,
            .label = label,
            .help = help,
            .group = kData,
            .kind = Number,
            .defaultText = text,
            .minimum = low,
            .maximum = high,
            .visibleWhen = {"data", {data}}};
}

} // namespace

std::vector<Setting> densityRows()
{
    const char* where =
        GE_TR("Where the real data lies. You may move it while the networks learn and watch G follow.");
    const char* wide = GE_TR(
        "How wide the real data spreads. A generator that is too narrow has found only the middle of it.");
    return {
        {.key = "data",
         .label = GE_TR("Real data"),
         .help = GE_TR(
             "The distribution that the generator must imitate. It never sees it: it only hears from the "
             "discriminator."),
         .group = kData,
         .kind = Choice,
         .defaultText = "normal",
         //: a distribution of real values
         .choices = {{"normal", GE_TR("normal"), GE_TR("A bell curve.")},
                     {"mixture", GE_TR("mixture of two normals"),
                      GE_TR("Two bell curves; G may forget one of them.")},
                     //: a distribution of real values
                     {"uniform", GE_TR("uniform"), GE_TR("Equally likely between two ends.")},
                     {"exponential", GE_TR("exponential"), GE_TR("A sharp edge and a long tail.")}}},
        dataNumber("data_mean", GE_TR("Mean"), where, "5", -100, 100, "normal"),
        dataNumber("data_sd", GE_TR("Standard deviation"), wide, "1.5", 0.01, 50, "normal"),
        dataNumber("mixture_mean_1", GE_TR("Mean of the first"), where, "3", -100, 100, "mixture"),
        dataNumber("mixture_sd_1", GE_TR("Deviation of the first"), wide, "0.7", 0.01, 50, "mixture"),
        dataNumber("mixture_mean_2", GE_TR("Mean of the second"), where, "7", -100, 100, "mixture"),
        dataNumber("mixture_sd_2", GE_TR("Deviation of the second"), wide, "0.7", 0.01, 50, "mixture"),
        dataNumber("mixture_share", GE_TR("Share of the first"),
                   GE_TR("Which part of the real data comes from the first bell curve. A small part is "
                         "easily forgotten by "
                         "G: that is mode collapse."),
                   "0.5", 0, 1, "mixture"),
        dataNumber("uniform_low", GE_TR("Lower end"), where, "2", -100, 100, "uniform"),
        dataNumber("uniform_high", GE_TR("Upper end"), where, "8", -100, 100, "uniform"),
        //: where a distribution begins
        dataNumber("exponential_start", GE_TR("Start"), where, "1", -100, 100, "exponential"),
        dataNumber("exponential_scale", GE_TR("Mean distance from the start"), wide, "2", 0.01, 50,
                   "exponential"),
    };
}

} // namespace gan
