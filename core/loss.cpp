#include "core/loss.h"

#include "core/error.h"

#include <cmath>
#include <numbers>

namespace gan {

const std::vector<LossFacts>& lossTable()
{
    constexpr double ln2 = std::numbers::ln2;
    static const std::vector<LossFacts> table = {
        {Loss::Minimax, "minimax", GE_TR("minimax (saturating)"),
         GE_TR(
             "The game as first written down: G makes D's success small. Its gradient fades while D is sure "
             "(Goodfellow et al. 2014)."),
         true, 0.5, 2 * ln2, -ln2},
        {Loss::NonSaturating, "non_saturating", GE_TR("non-saturating"),
         GE_TR("G makes its samples' probability of being called real large. It has the same goal as minimax "
               "and a "
               "gradient that stays."),
         true, 0.5, 2 * ln2, ln2},
        {Loss::LeastSquares, "least_squares", GE_TR("least squares"),
         GE_TR("D aims at 1 for real and 0 for generated with squared error, G at 1 (Mao et al. 2017). D's "
               "output is a "
               "score, not a probability."),
         false, 0.5, 0.25, 0.125},
        {Loss::Hinge, "hinge", GE_TR("hinge"),
         GE_TR("D pushes real scores above 1 and generated ones below -1 and then stops caring; G pushes its "
               "scores up "
               "(Lim and Ye 2017)."),
         false, 0.0, 2.0, std::nullopt},
        {Loss::WassersteinGp, "wasserstein_gp", GE_TR("Wasserstein with gradient penalty"),
         GE_TR("D becomes a critic whose scores estimate how far the data must be moved; its slope is held "
               "near 1 (Gulrajani et al. 2017). With this loss the same seed may give slightly different "
               "numbers on another processor."),
         false, std::nullopt, 0.0, std::nullopt},
    };
    return table;
}

Equilibrium equilibriumOf(const LossFacts& facts, double realTarget)
{
    if (!facts.outputIsProbability || realTarget >= 1)
        return {facts.equilibriumD, facts.equilibriumG};
    const double output = realTarget / 2, asReal = -std::log(output), asGenerated = -std::log(1 - output);
    const bool saturates = facts.loss == Loss::Minimax;
    return {realTarget * asReal + (2 - realTarget) * asGenerated, saturates ? -asGenerated : asReal};
}

const LossFacts& lossNamed(std::string_view key)
{
    for (const LossFacts& facts : lossTable())
        if (facts.key == key)
            return facts;
    throw Error(GE_TR("There is no loss named %1."), {std::string(key)});
}

} // namespace gan
