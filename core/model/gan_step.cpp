#include "core/model/gan_step.h"

#include <ATen/ops/ones_like.h>

namespace gan {

namespace {

void reached(StepObserver* observer, SubStep subStep)
{
    if (observer)
        observer->reached(subStep);
}

/// G's samples as D shall see them: so many finished numbers, with no way back to G's weights.
Tensor withoutGradient(Generator& G, const Tensor& z)
{
    const at::NoGradGuard noGrad;
    return G(z);
}

Tensor seenByD(const Gan& gan, const Tensor& batch)
{
    return gan.augment ? gan.augment(batch) : batch;
}

Scores valuesOf(const Scores& scores)
{
    return {scores.real.detach(), scores.generated.detach()};
}

/// Undefined where the loss has none.
Tensor penaltyFor(Gan& gan, const Tensor& x, const Tensor& Gz)
{
    if (gan.rule.loss != Loss::WassersteinGp)
        return {};
    return gradientPenalty(gan.rule, *gan.discriminator, x, Gz, gan.random.mixing);
}

/// G's loss, and its gradient with respect to what D makes of G's samples: their scores, or their features
/// where G shall match those of x.
std::pair<Tensor, std::vector<OutputGradient>> lossOfG(Gan& gan, const Tensor& x, const Tensor& samples,
                                                       const Scores& DGz)
{
    Discriminator& D = *gan.discriminator;
    if (gan.rule.matching == FeatureMatching::None) {
        const GeneratorLoss loss = generatorLoss(gan.rule, valuesOf(DGz));
        return {loss.value, {{DGz.real, loss.byDGz.real}, {DGz.generated, loss.byDGz.generated}}};
    }
    const Tensor features = D.features(samples);
    const FeatureLoss loss = featureMatchingLoss(gan.rule, D.features(x).detach(), features.detach());
    return {loss.value, {{features, loss.byFeatures}}};
}

GeneratorBatch batchForG(const Gan& gan)
{
    return gan.drawForG ? gan.drawForG() : GeneratorBatch{gan.drawNoise(), {}};
}

} // namespace

std::optional<DiscriminatorFigures> trainDiscriminator(Gan& gan, Figures figures, StepObserver* observer)
{
    Generator& G = *gan.generator;
    Discriminator& D = *gan.discriminator;

    const Tensor x = seenByD(gan, gan.drawReal());
    const Tensor z = gan.drawNoise();
    reached(observer, SubStep::DrawReal);

    const Tensor Gz = seenByD(gan, withoutGradient(G, z));
    reached(observer, SubStep::GenerateForD);

    const Scores Dx = D(x);
    reached(observer, SubStep::ClassifyReal);

    const Scores DGz = D(Gz);
    reached(observer, SubStep::ClassifyGenerated);

    DiscriminatorLoss loss = discriminatorLoss(gan.rule, valuesOf(Dx), valuesOf(DGz));
    const Tensor penalty = penaltyFor(gan, x, Gz);
    if (penalty.defined())
        loss.value = loss.value + penalty.detach();
    reached(observer, SubStep::DiscriminatorLoss);

    D.clearGradient();
    propagate({{Dx.real, loss.byDx.real},
               {Dx.generated, loss.byDx.generated},
               {DGz.generated, loss.byDGz.generated},
               {penalty, penalty.defined() ? at::ones_like(penalty) : Tensor()}});
    reached(observer, SubStep::DiscriminatorGradient);

    gan.optimizerD->step();
    reached(observer, SubStep::DiscriminatorUpdate);

    if (figures == Figures::NotWanted)
        return std::nullopt;
    return discriminatorFigures(*gan.facts, loss.value, Dx, DGz, D.gradient());
}

std::optional<GeneratorFigures> trainGenerator(Gan& gan, Figures figures, StepObserver* observer)
{
    Generator& G = *gan.generator;
    Discriminator& D = *gan.discriminator;
    const Frozen frozen(D);

    const auto [z, x] = batchForG(gan);
    reached(observer, SubStep::DrawNoise);

    const Tensor Gz = G(z);
    const Tensor samples = Gz.detach().requires_grad_(); // where D's part of the way back ends
    reached(observer, SubStep::GenerateForG);

    const Scores DGz = D(seenByD(gan, samples));
    reached(observer, SubStep::ClassifyForG);

    const auto [loss, byScores] = lossOfG(gan, x, samples, DGz);
    reached(observer, SubStep::GeneratorLoss);

    const Tensor byGz = propagatedTo(samples, byScores); // through D, which does not learn from it
    if (gan.clearsGradientG)
        G.clearGradient();
    propagate({{Gz, byGz}}); // through G to its weights
    reached(observer, SubStep::GeneratorGradient);

    gan.optimizerG->step();
    reached(observer, SubStep::GeneratorUpdate);

    if (figures == Figures::NotWanted)
        return std::nullopt;
    return generatorFigures(*gan.facts, loss, DGz, G.gradient());
}

} // namespace gan
