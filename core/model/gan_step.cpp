#include "core/model/gan_step.h"

#include <ATen/TensorOperators.h>
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

Tensor valueOf(const Tensor& tensor)
{
    return tensor.requires_grad() ? tensor.detach() : tensor;
}

Scores valuesOf(const DiscriminatorPass& pass)
{
    return {valueOf(pass.scores.real), valueOf(pass.scores.generated)};
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
std::pair<Tensor, ScoreGradient> lossOfG(Gan& gan, const Tensor& x, const DiscriminatorPass& DGz)
{
    Discriminator& D = *gan.discriminator;
    if (gan.rule.matching == FeatureMatching::None) {
        const GeneratorLoss loss = generatorLoss(gan.rule, valuesOf(DGz));
        return {loss.value, {loss.byDGz}};
    }
    const Tensor features = D.features(DGz);
    const FeatureLoss loss =
        featureMatchingLoss(gan.rule, valueOf(D.features(D.forward(x))), valueOf(features));
    return {loss.value, {{}, {features, loss.byFeatures}}};
}

/// What G's samples are to D, from what they are to it after `seen` was made of them: itself, or augmented.
Tensor throughAugmentation(const Tensor& samples, const Tensor& seen, const Tensor& bySeen)
{
    return seen.is_same(samples) ? bySeen : propagatedTo(samples, {{seen, bySeen}});
}

GeneratorBatch batchForG(const Gan& gan)
{
    return gan.drawForG ? gan.drawForG() : GeneratorBatch{gan.drawNoise(), {}};
}

} // namespace

std::optional<DiscriminatorFigures> trainDiscriminator(Gan& gan, Figures figures, StepObserver* observer)
{
    Discriminator& D = *gan.discriminator;

    const Tensor x = seenByD(gan, gan.drawReal());
    const Tensor z = gan.drawNoise();
    reached(observer, SubStep::DrawReal);

    const Tensor Gz = seenByD(gan, withoutGradient(*gan.generator, z));
    reached(observer, SubStep::GenerateForD);

    const DiscriminatorPass Dx = D.forward(x);
    reached(observer, SubStep::ClassifyReal);

    const DiscriminatorPass DGz = D.forward(Gz);
    reached(observer, SubStep::ClassifyGenerated);

    DiscriminatorLoss loss = discriminatorLoss(gan.rule, valuesOf(Dx), valuesOf(DGz));
    const Tensor penalty = penaltyFor(gan, x, Gz);
    if (penalty.defined())
        loss.value = loss.value + penalty.detach();
    reached(observer, SubStep::DiscriminatorLoss);

    D.clearGradient();
    D.backward(Dx, {loss.byDx});
    D.backward(DGz, {loss.byDGz});
    if (penalty.defined())
        propagate({{penalty, at::ones_like(penalty)}});
    if (gan.rule.r1 > 0)
        loss.value = loss.value + D.addSlopePenalty(x, r1Weight(gan.rule, x));
    reached(observer, SubStep::DiscriminatorGradient);

    gan.optimizerD->step();
    D.weightsMoved();
    reached(observer, SubStep::DiscriminatorUpdate);

    if (figures == Figures::NotWanted)
        return std::nullopt;
    return discriminatorFigures(*gan.facts, loss.value, Dx.scores, DGz.scores, D.gradient());
}

std::optional<GeneratorFigures> trainGenerator(Gan& gan, Figures figures, StepObserver* observer)
{
    Generator& G = *gan.generator;
    Discriminator& D = *gan.discriminator;
    const Frozen frozen(D);

    const auto [z, x] = batchForG(gan);
    reached(observer, SubStep::DrawNoise);

    const GeneratorPass Gz = G.forward(z);
    const Tensor samples = gan.augment ? Gz.samples.detach().requires_grad_() : Gz.samples;
    reached(observer, SubStep::GenerateForG);

    const Tensor seen = seenByD(gan, samples);
    const DiscriminatorPass DGz = D.forward(seen);
    reached(observer, SubStep::ClassifyForG);

    const auto [loss, byDGz] = lossOfG(gan, x, DGz);
    reached(observer, SubStep::GeneratorLoss);

    // Through D, which does not learn from it, to G(z); from there through G to its weights.
    const Tensor byGz = throughAugmentation(samples, seen, D.backwardToInput(DGz, byDGz));
    if (gan.clearsGradientG)
        G.clearGradient();
    G.backward(Gz, byGz);
    reached(observer, SubStep::GeneratorGradient);

    gan.optimizerG->step();
    reached(observer, SubStep::GeneratorUpdate);

    if (figures == Figures::NotWanted)
        return std::nullopt;
    return generatorFigures(*gan.facts, loss, DGz.scores, G.gradient());
}

} // namespace gan
