#include "core/loss.h"
#include "core/settings/row_groups.h"

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;

std::vector<SettingChoice> lossChoices()
{
    std::vector<SettingChoice> choices;
    for (const LossFacts& facts : lossTable())
        choices.push_back({facts.key, facts.label, facts.help});
    return choices;
}

} // namespace

std::vector<Setting> learningRows()
{
    return {
        {"lr_d", GE_TR("Learning rate of D"),
         GE_TR("How far the discriminator's weights move in one update. Too large and its loss jumps about; "
               "too small "
               "and it cannot tell the generator where to go. The optimizer keeps its memory when you change "
               "it."),
         kLearning, Number, "0.01", Live, 1e-6, 10, SettingScale::Logarithmic},
        {"lr_g", GE_TR("Learning rate of G"),
         GE_TR("How far the generator's weights move in one update. A generator that outruns the "
               "discriminator chases "
               "a signal that is already out of date."),
         kLearning, Number, "0.001", Live, 1e-6, 10, SettingScale::Logarithmic},
        {"steps_d", GE_TR("Steps of D per iteration"),
         GE_TR(
             "How many updates the discriminator makes in one iteration, each on fresh data. 0 freezes it."),
         kLearning, Integer, "1", Live, 0, 100},
        {"steps_g", GE_TR("Steps of G per iteration"),
         GE_TR("How many updates the generator makes in one iteration, after the discriminator's. 0 freezes "
               "it."),
         kLearning, Integer, "1", Live, 0, 100},
        {"batch", GE_TR("Batch"),
         GE_TR("How many real and how many generated samples each update looks at. Small batches make noisy "
               "gradients; "
               "large ones make slow iterations."),
         kLearning, Integer, "128", Live, 1, 4096, SettingScale::Logarithmic, GE_TR("samples")},
    };
}

std::vector<Setting> lossRows()
{
    return {
        {"loss", GE_TR("Loss"),
         GE_TR("What discriminator and generator are rewarded for. The saturating (minimax) loss and the "
               "non-saturating "
               "one have the same goal, but while D is sure, only the second still tells G where to go."),
         kLoss, Choice, "non_saturating", Live, 0, 0, SettingScale::Linear, "", lossChoices()},
        {"gradient_penalty",
         GE_TR("Gradient penalty"),
         GE_TR("How strongly the critic's slope is pulled towards 1 between real and generated samples. The "
               "paper's "
               "value is 10 (Gulrajani et al. 2017)."),
         kLoss,
         Number,
         "10",
         Live,
         0,
         1000,
         SettingScale::Linear,
         "",
         {},
         {"loss", {"wasserstein_gp"}}},
        {"reduction",
         GE_TR("Over the batch"),
         GE_TR("Whether a loss is the mean or the sum over the batch. The sum makes every gradient as many "
               "times larger "
               "as the batch has samples: a classic mistake that lets D win at once."),
         kLoss,
         Choice,
         "mean",
         Live,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"mean", GE_TR("mean"), GE_TR("The usual choice: the rates do not depend on the batch.")},
          {"sum", GE_TR("sum"), GE_TR("Gradients grow with the batch.")}}},
    };
}

} // namespace gan
