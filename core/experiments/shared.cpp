#include "core/experiments/experiments.h"
#include "core/settings/settings.h"

namespace gan {

std::optional<Text> someNetworkLearns(const Settings& settings)
{
    if (settings.integer("steps_d") + settings.integer("steps_g") > 0)
        return std::nullopt;
    return Text{GE_TR("steps_d and steps_g are both 0: at least one network must make a step.")};
}

std::optional<Text> sigmoidsHaveProbabilities(const Settings& settings)
{
    const std::string& loss = settings.choice("loss");
    if (settings.choice("head") != "seed_sigmoid" || loss == "minimax" || loss == "non_saturating")
        return std::nullopt;
    return Text{GE_TR("head is seed_sigmoid and loss is %1: two separate sigmoids work with minimax and "
                      "non_saturating only."),
                {loss}};
}

std::optional<std::string> lossesLine(const LogMoment& moment)
{
    if (moment.iteration % 250 != 0)
        return std::nullopt;
    std::string line = minutesText(moment.seconds);
    line.append(" ").append(std::to_string(moment.iteration));
    const std::pair<const char*, const char*> parts[] = {{"Loss_D", "loss_d"},
                                                         {"Loss_G", "loss_g"},
                                                         {"D(x)", "d_real"},
                                                         {"D(G(z)) before", "d_fake_before"},
                                                         {"D(G(z)) after", "d_fake_after"}};
    for (const auto& [name, column] : parts)
        line.append("  ").append(name).append(": ").append(fixedText(double(moment.value(column)), 4));
    return line;
}

bool kernelsComputeAll(const Settings& settings)
{
    return settings.choice("device") == "cpu" && settings.choice("loss") != "wasserstein_gp";
}

} // namespace gan
