#include "core/model/losses.h"

#include "core/error.h"
#include "core/model/device.h"

#include <ATen/ATen.h>
#include <torch/csrc/autograd/autograd.h>

#include <sstream>

namespace gan {

namespace {

using at::relu;
using at::softplus;

/// The losses of one sample. s is its score; with P(real) = sigmoid(s), softplus(-s) = log(1 + e^-s) is -log
/// P(real) and softplus(s) is -log(1 - P(real)), without ever taking the logarithm of a rounded 0.
struct Formulas {
    Loss loss;
    Tensor (*real)(const Tensor& s);       ///< D's loss of a real sample
    Tensor (*generated)(const Tensor& s);  ///< D's loss of a generated sample
    Tensor (*generator)(const Scores& of); ///< G's loss of a generated sample
};

const Formulas kFormulas[] = {
    // Goodfellow et al. 2014, "Generative Adversarial Nets", equation 1: D maximizes log D(x) + log(1 -
    // D(G(z))),
    // G minimizes log(1 - D(G(z))).
    {Loss::Minimax, [](const Tensor& s) { return softplus(-s); }, [](const Tensor& s) { return softplus(s); },
     [](const Scores& of) { return -softplus(of.generated); }},
    // The same paper, section 3: G maximizes log D(G(z)) instead.
    {Loss::NonSaturating, [](const Tensor& s) { return softplus(-s); },
     [](const Tensor& s) { return softplus(s); }, [](const Scores& of) { return softplus(-of.real); }},
    // Mao et al. 2017, "Least Squares Generative Adversarial Networks", equation 2 with a = 0, b = c = 1.
    {Loss::LeastSquares, [](const Tensor& s) { return 0.5 * (s - 1).square(); },
     [](const Tensor& s) { return 0.5 * s.square(); },
     [](const Scores& of) { return 0.5 * (of.real - 1).square(); }},
    // Lim and Ye 2017, "Geometric GAN", equations 16 and 17.
    {Loss::Hinge, [](const Tensor& s) { return relu(1 - s); }, [](const Tensor& s) { return relu(1 + s); },
     [](const Scores& of) { return -of.real; }},
    // Arjovsky et al. 2017, "Wasserstein GAN", algorithm 1; the penalty is a function of its own.
    {Loss::WassersteinGp, [](const Tensor& s) { return -s; }, [](const Tensor& s) { return s; },
     [](const Scores& of) { return -of.real; }},
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

/// One-sided label smoothing: cross-entropy against a target t for real samples alone, -t log P(real) -
/// (1 - t) log P(generated) (Salimans et al. 2016, "Improved Techniques for Training GANs", section 3.4).
Tensor lossOfReal(const LossRule& rule, const Formulas& of, const Scores& Dx)
{
    const Tensor asReal = of.real(Dx.real);
    if (rule.realTarget >= 1 || !isProbability(rule.loss))
        return asReal;
    return rule.realTarget * asReal + (1 - rule.realTarget) * of.generated(Dx.generated);
}

} // namespace

Tensor discriminatorLoss(const LossRule& rule, const Scores& Dx, const Scores& DGz)
{
    requireOneScoreEach(Dx.real, DGz.generated);
    const Formulas& of = formulas(rule.loss);
    return reduced(rule, lossOfReal(rule, of, Dx)) + reduced(rule, of.generated(DGz.generated));
}

Tensor generatorLoss(const LossRule& rule, const Scores& DGz)
{
    requireOneScoreEach(DGz.real, DGz.generated);
    return reduced(rule, formulas(rule.loss).generator(DGz));
}

Tensor featureMatchingLoss(const LossRule& rule, const Tensor& ofReal, const Tensor& ofGenerated)
{
    if (ofReal.sizes() != ofGenerated.sizes())
        throw Error(GE_TR("D's features have the shapes %1 and %2; both must be the same."),
                    {shapeText(ofReal), shapeText(ofGenerated)});
    if (rule.matching == FeatureMatching::Paired)
        return reduced(rule, (ofReal - ofGenerated).square().sum(1));
    return (ofReal.mean(0) - ofGenerated.mean(0)).square().sum();
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
