#include "core/model/losses.h"

#include "core/error.h"
#include "core/kernels/kernels.h"
#include "core/model/device.h"
#include "core/model/sampling.h"
#include "core/model/sums.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <sstream>

namespace gan {

namespace {

/// What the terms of losses are made of, where there are no kernels.
struct TensorMath {
    static constexpr double one = 1;
    static Tensor half(const Tensor& x) { return 0.5 * x; }
    static Tensor sigmoid(const Tensor& x) { return at::sigmoid(x); }
    static Tensor softplus(const Tensor& x) { return at::softplus(x); }
    static Tensor positivePart(const Tensor& x) { return at::relu(x); }
    static Tensor oneWherePositive(const Tensor& x) { return (x > 0).to(x.scalar_type()); }
    static Tensor oneEach(const Tensor& x) { return at::ones_like(x); }
};

/// The losses of one sample. Which of D's two voices G heeds matters only where they are two.
struct Formulas {
    Loss loss;
    LossTerm real;               ///< D's loss of a real sample
    LossTerm generated;          ///< D's loss of a generated sample
    LossTerm generator;          ///< G's loss of a generated sample
    bool heedsGenerated = false; ///< G's is of the voice for "generated", else of that for "real"
};

using enum LossTerm;

const Formulas kFormulas[] = {
    // Goodfellow et al. 2014, "Generative Adversarial Nets", equation 1: D maximizes log D(x) + log(1 -
    // D(G(z))), G minimizes log(1 - D(G(z))).
    {Loss::Minimax, MinusLogReal, MinusLogGenerated, LogGenerated, true},
    // The same paper, section 3: G maximizes log D(G(z)) instead.
    {Loss::NonSaturating, MinusLogReal, MinusLogGenerated, MinusLogReal},
    // Mao et al. 2017, "Least Squares Generative Adversarial Networks", equation 2 with a = 0, b = c = 1.
    {Loss::LeastSquares, HalfSquareFrom1, HalfSquareFrom0, HalfSquareFrom1},
    // Lim and Ye 2017, "Geometric GAN", equations 16 and 17.
    {Loss::Hinge, Below1, AboveMinus1, MinusScore},
    // Arjovsky et al. 2017, "Wasserstein GAN", algorithm 1; the penalty is a function of its own.
    {Loss::WassersteinGp, MinusScore, Score, MinusScore},
};

const Formulas& formulas(Loss loss)
{
    for (const Formulas& row : kFormulas)
        if (row.loss == loss)
            return row;
    throw Error(GE_TR("A loss has no formulas."));
}

std::string shapeText(const Tensor& tensor)
{
    std::ostringstream text;
    text << tensor.sizes();
    return text.str();
}

void requireOneScoreEach(const Tensor& a, const Tensor& b)
{
    if (a.dim() != 1 || b.dim() != 1 || a.size(0) != b.size(0))
        throw Error(GE_TR("D's scores have the shapes %1 and %2; both must be one number for each sample."),
                    {shapeText(a), shapeText(b)});
}

bool isProbability(Loss loss)
{
    return loss == Loss::Minimax || loss == Loss::NonSaturating;
}

/// What one sample counts in the whole.
double shareOfOne(const LossRule& rule, const Tensor& batch)
{
    return rule.reduction == Reduction::Sum ? 1 : 1 / static_cast<double>(batch.size(0));
}

/// A part of a loss: its value, and its gradient with respect to the scores.
struct LossPart {
    Tensor value, slopes;
};

template <class T>
LossPart partHere(LossTerm term, double weight, const Tensor& scores)
{
    const Tensor all = scores.contiguous(), slopes = at::empty_like(all);
    const double total = kernels<T>().lossTerm(term, all.data_ptr<T>(), slopes.data_ptr<T>(),
                                               static_cast<T>(weight), all.numel());
    return {at::scalar_tensor(weight * total, all.scalar_type()), slopes};
}

LossPart partElsewhere(LossTerm term, double weight, const Tensor& scores)
{
    return withTerm(term, [&](auto named) -> LossPart {
        using Term = decltype(named);
        return {weight * Term::value(TensorMath(), scores).sum(), weight * Term::slope(TensorMath(), scores)};
    });
}

/// `weight` times the term of each sample, added up.
LossPart part(LossTerm term, double weight, const Tensor& scores)
{
    if (!scores.device().is_cpu())
        return partElsewhere(term, weight, scores);
    return scores.scalar_type() == at::kFloat ? partHere<float>(term, weight, scores)
                                              : partHere<double>(term, weight, scores);
}

} // namespace

/// With one-sided label smoothing it is the cross-entropy against a target t for real samples alone, -t log
/// P(real) - (1 - t) log P(generated) (Salimans et al. 2016, "Improved Techniques for Training GANs", section
/// 3.4).
DiscriminatorLoss discriminatorLoss(const LossRule& rule, const Scores& Dx, const Scores& DGz)
{
    requireOneScoreEach(Dx.real, DGz.generated);
    const Formulas& of = formulas(rule.loss);
    const double t = isProbability(rule.loss) ? std::min(rule.realTarget, 1.0) : 1;
    const double share = shareOfOne(rule, Dx.real);
    const LossPart real = part(of.real, t * share, Dx.real);
    const LossPart generated = part(of.generated, share, DGz.generated);
    DiscriminatorLoss loss{real.value + generated.value, {real.slopes, {}}, {{}, generated.slopes}};
    if (t < 1) {
        const LossPart smoothed = part(of.generated, (1 - t) * share, Dx.generated);
        loss.value = loss.value + smoothed.value;
        loss.byDx.generated = smoothed.slopes;
    }
    return loss;
}

GeneratorLoss generatorLoss(const LossRule& rule, const Scores& DGz)
{
    requireOneScoreEach(DGz.real, DGz.generated);
    const Formulas& of = formulas(rule.loss);
    const Tensor& heeded = of.heedsGenerated ? DGz.generated : DGz.real;
    const auto [value, slopes] = part(of.generator, shareOfOne(rule, heeded), heeded);
    return {value, of.heedsGenerated ? Scores{{}, slopes} : Scores{slopes, {}}};
}

FeatureLoss featureMatchingLoss(const LossRule& rule, const Tensor& ofReal, const Tensor& ofGenerated)
{
    if (ofReal.sizes() != ofGenerated.sizes())
        throw Error(GE_TR("D's features have the shapes %1 and %2; both must be the same."),
                    {shapeText(ofReal), shapeText(ofGenerated)});
    if (rule.matching == FeatureMatching::Paired) {
        const Tensor distance = ofGenerated - ofReal;
        const double share = shareOfOne(rule, ofReal);
        return {share * sumOf(distance.square()), 2 * share * distance};
    }
    const Tensor distance = meanRow(ofGenerated) - meanRow(ofReal);
    return {sumOf(distance.square()), (2 * distance / ofReal.size(0)).expand_as(ofGenerated)};
}

Tensor gradientPenalty(const LossRule& rule, Discriminator& D, const Tensor& x, const Tensor& Gz,
                       at::Generator random)
{
    std::vector<std::int64_t> onePerSample(static_cast<std::size_t>(x.dim()), 1);
    onePerSample[0] = x.size(0);
    const Tensor e = on(x.device(), drawUniform(onePerSample, 0, 1, random, x.scalar_type()));
    const Tensor m = (e * x + (1 - e) * Gz).detach().requires_grad_();
    const Tensor slope = torch::autograd::grad({D(m).real.sum()}, {m}, {}, true, /*create_graph=*/true)[0];
    const Tensor penalties = (slope.flatten(1).norm(2, 1) - 1).square();
    return rule.gradientPenalty * shareOfOne(rule, x) * penalties.sum();
}

double r1Weight(const LossRule& rule, const Tensor& x)
{
    return rule.r1 * shareOfOne(rule, x);
}

} // namespace gan
