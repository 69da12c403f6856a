#include "core/settings/row_groups.h"

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;

std::vector<SettingChoice> optimizerChoices()
{
    return {
        {"sgd", GE_TR("SGD"), GE_TR("Plain gradient descent: each weight moves against its gradient.")},
        {"momentum", GE_TR("SGD with momentum"),
         GE_TR("Gradient descent that keeps some of its speed from step to step.")},
        {"adam", GE_TR("Adam"),
         GE_TR("Each weight gets a step size of its own, from the gradients it has seen.")},
    };
}

Setting momentumRow(const char* key, const char* label, const char* optimizerKey)
{
    return {.key = key,
            .label = label,
            .help = GE_TR("The share of its last step that the optimizer repeats. 0.9 is the usual value; 0 "
                          "is plain gradient descent."),
            .group = kOptimizers,
            .kind = Number,
            .defaultText = "0.9",
            .minimum = 0,
            .maximum = 0.999,
            .visibleWhen = {optimizerKey, {"momentum"}}};
}

Setting betaRow(const char* key, const char* label, const char* optimizerKey, const char* help,
                const char* text)
{
    return {.key = key,
            .label = label,
            .help = help,
            .group = kOptimizers,
            .kind = Number,
            .defaultText = text,
            .minimum = 0,
            .maximum = 0.9999,
            .visibleWhen = {optimizerKey, {"adam"}}};
}

} // namespace

std::vector<Setting> optimizerRows()
{
    const char* first =
        GE_TR("How long Adam remembers the direction of past gradients. GANs are often trained with 0.5, "
              "because a long memory makes the two networks swing.");
    const char* second =
        GE_TR("How long Adam remembers the size of past gradients, from which each weight's step "
              "follows. 0.999 is the usual value.");
    const char* help =
        GE_TR("How D's or G's gradients become steps of its weights. A new kind starts without memory, so "
              "it applies with a reset.");
    return {
        {.key = "optimizer_d",
         .label = GE_TR("Optimizer of D"),
         .help = help,
         .group = kOptimizers,
         .kind = Choice,
         .defaultText = "sgd",
         .applies = Restart,
         .choices = optimizerChoices()},
        momentumRow("momentum_d", GE_TR("Momentum of D"), "optimizer_d"),
        betaRow("beta1_d", GE_TR("Adam beta 1 of D"), "optimizer_d", first, "0.5"),
        betaRow("beta2_d", GE_TR("Adam beta 2 of D"), "optimizer_d", second, "0.999"),
        {.key = "optimizer_g",
         .label = GE_TR("Optimizer of G"),
         .help = help,
         .group = kOptimizers,
         .kind = Choice,
         .defaultText = "sgd",
         .applies = Restart,
         .choices = optimizerChoices()},
        momentumRow("momentum_g", GE_TR("Momentum of G"), "optimizer_g"),
        betaRow("beta1_g", GE_TR("Adam beta 1 of G"), "optimizer_g", first, "0.5"),
        betaRow("beta2_g", GE_TR("Adam beta 2 of G"), "optimizer_g", second, "0.999"),
    };
}

} // namespace gan
