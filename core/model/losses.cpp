#include "core/model/losses.h"

#include "core/error.h"
#include "core/model/device.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <sstream>

namespace gan {

namespace {

using at::relu;
using at::sigmoid;
using at::softplus;

/// A term of a loss for one sample with score s, and its derivative.
struct Term {
    Tensor (*value)(const Tensor& s);
    Tensor (*slope)(const Tensor& s);
};

/// -log P(real), where P(real) = sigmoid(s): softplus(-s) = log(1 + e^-s), without ever taking the logarithm
/// of a rounded 0.
constexpr Term kMinusLogReal = {[](const Tensor& s) { return softplus(-s); },
                                [](const Tensor& s) { return -sigmoid(-s); }};
/// -log(1 - P(real)).
constexpr Term kMinusLogGenerated = {[](const Tensor& s) { return softplus(s); },
                                     [](const Tensor& s) { return sigmoid(s); }};
constexpr Term kSquaredFrom1 = {[](const Tensor& s) { return 0.5 * (s - 1).square(); },
                                [](const Tensor& s) { return s - 1; }};
constexpr Term kSquaredFrom0 = {[](const Tensor& s) { return 0.5 * s.square(); },
                                [](const Tensor& s) { return s; }};
constexpr Term kBelow1 = {[](const Tensor& s) { return relu(1 - s); },
                          [](const Tensor& s) { return -(s < 1).to(s.scalar_type()); }};
constexpr Term kAboveMinus1 = {[](const Tensor& s) { return relu(1 + s); },
                               [](const Tensor& s) { return (s > -1).to(s.scalar_type()); }};
constexpr Term kScore = {[](const Tensor& s) { return s; }, [](const Tensor& s) { return at::ones_like(s); }};
constexpr Term kMinusScore = {[](const Tensor& s) { return -s; },
                              [](const Tensor& s) { return -at::ones_like(s); }};
/// log(1 - P(real)).
constexpr Term kLogGenerated = {[](const Tensor& s) { return -softplus(s); },
                                [](const Tensor& s) { return -sigmoid(s); }};

/// The losses of one sample. Which of D's two voices G heeds matters only where they are two.
struct Formulas {
    Loss loss;
    Term real;                   ///< D's loss of a real sample
    Term generated;              ///< D's loss of a generated sample
    Term generator;              ///< G's loss of a generated sample
    bool heedsGenerated = false; ///< G's is of the voice for "generated", else of that for "real"
};

const Formulas kFormulas[] = {
    // Goodfellow et al. 2014, "Generative Adversarial Nets", equation 1: D maximizes log D(x) + log(1 -
    // D(G(z))),
    // G minimizes log(1 - D(G(z))).
    {Loss::Minimax, kMinusLogReal, kMinusLogGenerated, kLogGenerated, true},
    // The same paper, section 3: G maximizes log D(G(z)) instead.
    {Loss::NonSaturating, kMinusLogReal, kMinusLogGenerated, kMinusLogReal},
    // Mao et al. 2017, "Least Squares Generative Adversarial Networks", equation 2 with a = 0, b = c = 1.
    {Loss::LeastSquares, kSquaredFrom1, kSquaredFrom0, kSquaredFrom1},
    // Lim and Ye 2017, "Geometric GAN", equations 16 and 17.
    {Loss::Hinge, kBelow1, kAboveMinus1, kMinusScore},
    // Arjovsky et al. 2017, "Wasserstein GAN", algorithm 1; the penalty is a function of its own.
    {Loss::WassersteinGp, kMinusScore, kScore, kMinusScore},
};

const Formulas& formulas(Loss loss)
{
    for (const Formulas& row : kFormulas)
        if (row.loss == loss)
            return row;
    throw Error(GE_TR("A loss has no formulas."));
}

Tensor reduced(const LossRule& rule, const Tensor& values)
{
    return rule.reduction == Reduction::Sum ? values.sum() : values.mean();
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

/// Over the batch: what a gradient of one sample counts in the whole.
Tensor reducedSlope(const LossRule& rule, const Tensor& slopes)
{
    return rule.reduction == Reduction::Sum ? slopes : slopes / slopes.size(0);
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
    Tensor ofReal = of.real.value(Dx.real);
    DiscriminatorLoss loss;
    loss.byDx.real = reducedSlope(rule, of.real.slope(Dx.real));
    if (t < 1) {
        ofReal = t * ofReal + (1 - t) * of.generated.value(Dx.generated);
        loss.byDx.real = t * loss.byDx.real;
        loss.byDx.generated = (1 - t) * reducedSlope(rule, of.generated.slope(Dx.generated));
    }
    loss.byDGz.generated = reducedSlope(rule, of.generated.slope(DGz.generated));
    loss.value = reduced(rule, ofReal) + reduced(rule, of.generated.value(DGz.generated));
    return loss;
}

GeneratorLoss generatorLoss(const LossRule& rule, const Scores& DGz)
{
    requireOneScoreEach(DGz.real, DGz.generated);
    const Formulas& of = formulas(rule.loss);
    const Tensor& heeded = of.heedsGenerated ? DGz.generated : DGz.real;
    const Tensor slope = reducedSlope(rule, of.generator.slope(heeded));
    return {reduced(rule, of.generator.value(heeded)),
            of.heedsGenerated ? Scores{{}, slope} : Scores{slope, {}}};
}

FeatureLoss featureMatchingLoss(const LossRule& rule, const Tensor& ofReal, const Tensor& ofGenerated)
{
    if (ofReal.sizes() != ofGenerated.sizes())
        throw Error(GE_TR("D's features have the shapes %1 and %2; both must be the same."),
                    {shapeText(ofReal), shapeText(ofGenerated)});
    if (rule.matching == FeatureMatching::Paired) {
        const Tensor distance = ofGenerated - ofReal;
        return {reduced(rule, distance.square().sum(1)), reducedSlope(rule, 2 * distance)};
    }
    const Tensor distance = ofGenerated.mean(0) - ofReal.mean(0);
    return {distance.square().sum(), (2 * distance / ofReal.size(0)).expand_as(ofGenerated)};
}

Tensor gradientPenalty(const LossRule& rule, Discriminator& D, const Tensor& x, const Tensor& Gz,
                       at::Generator random)
{
    std::vector<std::int64_t> onePerSample(static_cast<std::size_t>(x.dim()), 1);
    onePerSample[0] = x.size(0);
    const Tensor e =
        on(x.device(), at::empty(onePerSample, x.options().device(at::kCPU)).uniform_(0, 1, random));
    const Tensor m = (e * x + (1 - e) * Gz).detach().requires_grad_();
    const Tensor slope = torch::autograd::grad({D(m).real.sum()}, {m}, {}, true, /*create_graph=*/true)[0];
    return rule.gradientPenalty * reduced(rule, (slope.flatten(1).norm(2, 1) - 1).square());
}

} // namespace gan
