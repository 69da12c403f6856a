#include "core/model/gan_step.h"

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

    Tensor loss = discriminatorLoss(gan.rule, Dx, DGz);
    if (gan.rule.loss == Loss::WassersteinGp)
        loss = loss.add(gradientPenalty(gan.rule, D, x, Gz, gan.random.mixing));
    reached(observer, SubStep::DiscriminatorLoss);

    D.clearGradient();
    loss.backward();
    reached(observer, SubStep::DiscriminatorGradient);

    gan.optimizerD->step();
    reached(observer, SubStep::DiscriminatorUpdate);

    if (figures == Figures::NotWanted)
        return std::nullopt;
    return discriminatorFigures(*gan.facts, loss, Dx, DGz, D.gradient());
}

std::optional<GeneratorFigures> trainGenerator(Gan& gan, Figures figures, StepObserver* observer)
{
    Generator& G = *gan.generator;
    Discriminator& D = *gan.discriminator;
    const Frozen frozen(D);

    const auto [z, x] = batchForG(gan);
    reached(observer, SubStep::DrawNoise);

    const Tensor Gz = G(z);
    reached(observer, SubStep::GenerateForG);

    const Scores DGz = D(seenByD(gan, Gz));
    reached(observer, SubStep::ClassifyForG);

    const bool matches = gan.rule.matching != FeatureMatching::None;
    const Tensor loss =
        matches ? featureMatchingLoss(gan.rule, D.features(x), D.features(Gz)) : generatorLoss(gan.rule, DGz);
    reached(observer, SubStep::GeneratorLoss);

    if (gan.clearsGradientG)
        G.clearGradient();
    loss.backward();
    reached(observer, SubStep::GeneratorGradient);

    gan.optimizerG->step();
    reached(observer, SubStep::GeneratorUpdate);

    if (figures == Figures::NotWanted)
        return std::nullopt;
    return generatorFigures(*gan.facts, loss, DGz, G.gradient());
}

} // namespace gan
