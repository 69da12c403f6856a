#include "core/model/gan_settings.h"

namespace gan {

namespace {

/// The choice, or "" when the experiment has no such setting.
std::string choiceOrNone(const Settings& settings, const char* key)
{
    return settings.has(key) ? settings.choice(key) : std::string();
}

FeatureMatching matching(const std::string& name)
{
    if (name == "mean")
        return FeatureMatching::Mean;
    return name == "paired" ? FeatureMatching::Paired : FeatureMatching::None;
}

LossRule lossRule(const Settings& settings)
{
    LossRule rule{lossNamed(settings.choice("loss")).loss,
                  settings.choice("reduction") == "sum" ? Reduction::Sum : Reduction::Mean,
                  settings.number("gradient_penalty"), matching(choiceOrNone(settings, "feature_matching"))};
    if (settings.has("label_smoothing"))
        rule.realTarget = settings.number("label_smoothing");
    if (settings.has("r1"))
        rule.r1 = settings.number("r1");
    return rule;
}

/// `side` is "d" or "g".
GanSettings::Side sideOf(const Settings& settings, const std::string& side)
{
    return {optimizerNamed(settings.choice("optimizer_" + side)),
            {settings.number("lr_" + side), settings.number("momentum_" + side),
             settings.number("beta1_" + side), settings.number("beta2_" + side)},
            settings.integer("steps_" + side)};
}

const Settings& checked(const Settings& settings)
{
    settings.checkRules();
    return settings;
}

} // namespace

GanSettings::GanSettings(const Settings& settings)
    : seed(static_cast<std::uint64_t>(checked(settings).integer("seed")))
    , device(deviceOf(settings))
    , threads(static_cast<int>(settings.integer("threads")))
    , batch(settings.integer("batch"))
    , rule(lossRule(settings))
    , facts(&lossNamed(settings.choice("loss")))
    , clearsGradientG(choiceOrNone(settings, "clear_gradients") != "never_g")
    , d(sideOf(settings, "d"))
    , g(sideOf(settings, "g"))
    , optimizers(settings.choice("optimizer_d") + " " + settings.choice("optimizer_g"))
{
}

} // namespace gan
