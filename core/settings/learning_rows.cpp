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
        {.key = "lr_d",
         .label = GE_TR("Learning rate of D"),
         .help = GE_TR(
             "How far the discriminator's weights move in one update. Too large and its loss jumps about; "
             "too small "
             "and it cannot tell the generator where to go. The optimizer keeps its memory when you change "
             "it."),
         .group = kLearning,
         .kind = Number,
         .defaultText = "0.01",
         .minimum = 1e-6,
         .maximum = 10,
         .scale = SettingScale::Logarithmic},
        {.key = "lr_g",
         .label = GE_TR("Learning rate of G"),
         .help = GE_TR("How far the generator's weights move in one update. A generator that outruns the "
                       "discriminator chases "
                       "a signal that is already out of date."),
         .group = kLearning,
         .kind = Number,
         .defaultText = "0.001",
         .minimum = 1e-6,
         .maximum = 10,
         .scale = SettingScale::Logarithmic},
        {.key = "steps_d",
         .label = GE_TR("Steps of D per iteration"),
         .help = GE_TR(
             "How many updates the discriminator makes in one iteration, each on fresh data. 0 freezes it."),
         .group = kLearning,
         .kind = Integer,
         .defaultText = "1",
         .minimum = 0,
         .maximum = 100},
        {.key = "steps_g",
         .label = GE_TR("Steps of G per iteration"),
         .help = GE_TR(
             "How many updates the generator makes in one iteration, after the discriminator's. 0 freezes "
             "it."),
         .group = kLearning,
         .kind = Integer,
         .defaultText = "1",
         .minimum = 0,
         .maximum = 100},
        {.key = "batch",
         //: how many samples are learned from together
         .label = GE_TR("Batch"),
         .help = GE_TR(
             "How many real and how many generated samples each update looks at. Small batches make noisy "
             "gradients; "
             "large ones make slow iterations."),
         .group = kLearning,
         .kind = Integer,
         .defaultText = "128",
         .minimum = 1,
         .maximum = 4096,
         .scale = SettingScale::Logarithmic,
         .unit = GE_TR("samples")},
    };
}

std::vector<Setting> lossRows()
{
    return {
        {.key = "loss",
         .label = GE_TR("Loss"),
         .help =
             GE_TR("What discriminator and generator are rewarded for. The saturating (minimax) loss and the "
                   "non-saturating "
                   "one have the same goal, but while D is sure, only the second still tells G where to go."),
         .group = kLoss,
         .kind = Choice,
         .defaultText = "non_saturating",
         .choices = lossChoices()},
        {.key = "gradient_penalty",
         .label = GE_TR("Gradient penalty"),
         .help = GE_TR(
             "How strongly the critic's slope is pulled towards 1 between real and generated samples. The "
             "paper's value is 10 (Gulrajani et al. 2017). With it, the same seed may give slightly "
             "different "
             "numbers on another processor."),
         .group = kLoss,
         .kind = Number,
         .defaultText = "10",
         .minimum = 0,
         .maximum = 1000,
         .visibleWhen = {"loss", {"wasserstein_gp"}}},
        {.key = "reduction",
         //: how the losses of the samples become one number
         .label = GE_TR("Over the batch"),
         .help = GE_TR(
             "Whether a loss is the mean or the sum over the batch. The sum makes every gradient as many "
             "times larger "
             "as the batch has samples: a classic mistake that lets D win at once."),
         .group = kLoss,
         .kind = Choice,
         .defaultText = "mean",
         //: of the losses of a batch
         .choices = {{"mean", GE_TR("mean"),
                      GE_TR("The usual choice: the rates do not depend on the batch.")},
                     {"sum", GE_TR("sum"), GE_TR("Gradients grow with the batch.")}}},
    };
}

} // namespace gan
