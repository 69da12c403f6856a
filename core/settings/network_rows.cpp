#include "core/settings/row_groups.h"

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;

} // namespace

std::vector<Setting> networkRows()
{
    return {
        {.key = "head",
         //: the last layer
         .label = GE_TR("Output of D"),
         .help = GE_TR(
             "How D says what it believes. Two outputs with a softmax and one output with a sigmoid are "
             "the same "
             "thing. Two separate sigmoids, as one printed version has it, leave D blind: both outputs can "
             "say yes."),
         .group = kNetworks,
         .kind = Choice,
         .defaultText = "softmax",
         .applies = Restart,
         .choices = {{"softmax", GE_TR("two, softmax"),
                      GE_TR("Outputs for generated and real that share one unit of belief.")},
                     {"single", GE_TR("one, sigmoid"),
                      GE_TR("One score; its sigmoid is the probability of real.")},
                     {"seed_sigmoid", GE_TR("two sigmoids, as printed"),
                      GE_TR("Each output is trained on its own class only, so both learn to say 1.")}}},
        {.key = "hidden_d",
         .label = GE_TR("Hidden layers of D"),
         .help = GE_TR(
             "Widths of the discriminator's hidden layers, first to last, with commas: 64 or 32,32. One to "
             "four layers "
             "of 1 to 512 units."),
         .group = kNetworks,
         .kind = SettingKind::Layers,
         .defaultText = "64",
         .applies = Restart,
         .minimum = 1,
         .maximum = 512},
        {.key = "hidden_g",
         .label = GE_TR("Hidden layers of G"),
         .help =
             GE_TR("Widths of the generator's hidden layers, first to last, with commas: 16 or 32,32. One to "
                   "four layers of "
                   "1 to 512 units."),
         .group = kNetworks,
         .kind = SettingKind::Layers,
         .defaultText = "16",
         .applies = Restart,
         .minimum = 1,
         .maximum = 512},
        {.key = "activation",
         .label = GE_TR("Activation"),
         .help =
             GE_TR("The function between two layers of both networks. Without it a network could only draw "
                   "straight lines."),
         .group = kNetworks,
         .kind = Choice,
         .defaultText = "elu",
         .applies = Restart,
         .choices = {{"elu", GE_TR("ELU"),
                      GE_TR("Straight for positive values, a soft bend to -1 for negative ones.")},
                     {"relu", GE_TR("ReLU"), GE_TR("Straight for positive values, 0 for negative ones.")},
                     {"leaky_relu", GE_TR("leaky ReLU"),
                      GE_TR("As ReLU, with a slope of 0.2 for negative values.")},
                     {"tanh", GE_TR("tanh"), GE_TR("An S-shaped curve between -1 and 1.")}}},
    };
}

std::vector<Setting> noiseRows()
{
    return {
        {.key = "noise",
         .label = GE_TR("Noise"),
         .help = GE_TR(
             "The distribution of the latent z that the generator bends into data. What G must learn is "
             "the map from "
             "this distribution to the real one."),
         .group = kData,
         .kind = Choice,
         .defaultText = "uniform",
         .applies = Restart,
         .choices = {{"uniform", GE_TR("uniform on 0 to 1"),
                      GE_TR("Every number between 0 and 1 is equally likely.")},
                     {"normal", GE_TR("standard normal"),
                      GE_TR("The bell curve around 0 with standard deviation 1.")}}},
        {.key = "noise_dim",
         .label = GE_TR("Latent size"),
         .help = GE_TR(
             "How many numbers z has. With one, the generator is a curve that can be drawn; with more, the "
             "picture "
             "follows the first and keeps the others in the middle."),
         .group = kData,
         .kind = Integer,
         .defaultText = "1",
         .applies = Restart,
         .minimum = 1,
         .maximum = 64},
    };
}

} // namespace gan
