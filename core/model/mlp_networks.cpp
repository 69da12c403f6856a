#include "core/model/mlp_networks.h"

#include "core/error.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/ones.h>

#include <algorithm>
#include <utility>

namespace gan {

namespace {

/// The places of D's two outputs, as in the notebook: 0 = generated, 1 = real.
constexpr std::int64_t kGenerated = 0, kReal = 1;

MlpShape withOutputs(MlpShape shape, Head head)
{
    shape.widths.push_back(head == Head::Single ? 1 : 2);
    return shape;
}

DensePass& denseOf(const std::shared_ptr<PassMemory>& memory)
{
    return static_cast<DensePass&>(*memory);
}

/// What each output of D counts in its two scores.
struct HeadSigns {
    double real[2], generated[2];
};

/// By output: that for "generated", and that for "real"; a single one comes first.
HeadSigns signsOf(Head head)
{
    switch (head) {
    case Head::Softmax:
        return {{-1, 1}, {-1, 1}};
    case Head::SeedSigmoid:
        return {{0, 1}, {-1, 0}};
    case Head::Single:
        break;
    }
    return {{1, 0}, {1, 0}};
}

/// scores[b] = the sum of the outputs with these signs.
template <class T>
void addUp(const DensePass& pass, const double (&signs)[2], const Tensor& scores)
{
    const T* outputs = pass.values<T>(pass.layers());
    const T first = T(signs[0]), second = T(signs[1]);
    const T* others = second == 0 ? outputs : outputs + pass.columns();
    T* target = scores.data_ptr<T>();
    for (std::int64_t b = 0; b < pass.batch(); ++b)
        target[b] = first * outputs[b] + second * others[b];
}

/// The other way round: from the gradients by the scores, where those there are, to that by an output.
template <class T>
void spread(const DensePass& pass, std::int64_t output, const HeadSigns& signs, const Scores& by)
{
    T* target = pass.gradient<T>(pass.layers()) + output * pass.columns();
    std::fill_n(target, pass.batch(), T(0));
    const auto add = [&](double sign, const Tensor& gradient) {
        if (sign == 0 || !gradient.defined())
            return;
        const Tensor numbers = gradient.contiguous();
        const T* from = numbers.data_ptr<T>();
        for (std::int64_t b = 0; b < pass.batch(); ++b)
            target[b] += T(sign) * from[b];
    };
    add(signs.real[output], by.real);
    add(signs.generated[output], by.generated);
}

} // namespace

std::vector<std::int64_t> widthsOf(std::int64_t inputs, const std::vector<int>& hidden)
{
    std::vector<std::int64_t> widths{inputs};
    widths.insert(widths.end(), hidden.begin(), hidden.end());
    return widths;
}

MlpGenerator::MlpGenerator(MlpShape shape, at::Generator random, const at::TensorOptions& options)
    : m_mlp(std::move(shape), random, options)
{
    adopt({m_mlp.parameter()});
}

GeneratorPass MlpGenerator::forward(const Tensor& z)
{
    const auto pass = m_mlp.pass(z);
    return pass ? GeneratorPass{pass->rows(pass->layers()), pass} : Generator::forward(z);
}

void MlpGenerator::backward(const GeneratorPass& pass, const Tensor& bySamples)
{
    if (!pass.memory)
        return Generator::backward(pass, bySamples);
    DensePass& dense = denseOf(pass.memory);
    dense.setGradientRows(dense.layers(), bySamples);
    m_mlp.backward(dense, dense.layers(), gradient(), false);
}

Head headNamed(std::string_view name)
{
    if (name == "softmax")
        return Head::Softmax;
    if (name == "single")
        return Head::Single;
    if (name == "seed_sigmoid")
        return Head::SeedSigmoid;
    throw Error(GE_TR("There is no output of D named %1."), {std::string(name)});
}

MlpDiscriminator::MlpDiscriminator(MlpShape shape, Head head, at::Generator random,
                                   const at::TensorOptions& options)
    : m_head(head)
    , m_mlp(withOutputs(std::move(shape), head), random, options)
{
    adopt({m_mlp.parameter()}, m_mlp.buffers());
}

Scores MlpDiscriminator::operator()(const Tensor& x)
{
    const Tensor outputs = m_mlp.forward(x); // [B, 1] or [B, 2]
    if (m_head == Head::Single)
        return {outputs.select(1, 0), outputs.select(1, 0)};
    const Tensor generated = outputs.select(1, kGenerated), real = outputs.select(1, kReal);
    if (m_head == Head::SeedSigmoid)
        return {real, -generated};
    return {real - generated, real - generated};
}

DiscriminatorPass MlpDiscriminator::forward(const Tensor& x)
{
    const auto pass = m_mlp.pass(x);
    if (!pass)
        return Discriminator::forward(x);
    const HeadSigns signs = signsOf(m_head);
    const auto scores = [&](const double(&ofScore)[2], int which) {
        if (x.scalar_type() == at::kFloat)
            addUp<float>(*pass, ofScore, pass->score(which));
        else
            addUp<double>(*pass, ofScore, pass->score(which));
        return pass->score(which);
    };
    const Tensor real = scores(signs.real, 0);
    return {x, {real, m_head == Head::SeedSigmoid ? scores(signs.generated, 1) : real}, pass};
}

void MlpDiscriminator::backward(const DiscriminatorPass& pass, const ScoreGradient& by)
{
    if (pass.memory)
        goBack(pass, by, gradient(), false);
    else
        Discriminator::backward(pass, by);
}

Tensor MlpDiscriminator::backwardToInput(const DiscriminatorPass& pass, const ScoreGradient& by)
{
    if (!pass.memory)
        return Discriminator::backwardToInput(pass, by);
    goBack(pass, by, {}, true);
    return denseOf(pass.memory).gradientRows(0);
}

double MlpDiscriminator::addSlopePenalty(const Tensor& x, double weight)
{
    const auto dense = m_mlp.isPiecewiseLinear() ? m_mlp.pass(x) : nullptr;
    if (!dense)
        return Discriminator::addSlopePenalty(x, weight);
    const DiscriminatorPass pass{x, {}, dense};
    goBack(pass, {{at::ones({x.size(0)}, x.options()), {}}}, {}, true);
    return m_mlp.addSlopePenalty(*dense, weight, gradient());
}

Tensor MlpDiscriminator::features(const DiscriminatorPass& pass)
{
    if (!pass.memory)
        return m_mlp.hidden(pass.input);
    const DensePass& dense = denseOf(pass.memory);
    return dense.rows(dense.layers() - 1);
}

/// From its scores, or from its features.
void MlpDiscriminator::goBack(const DiscriminatorPass& pass, const ScoreGradient& by, const Tensor& gradient,
                              bool toInput)
{
    DensePass& dense = denseOf(pass.memory);
    if (by.features.gradient.defined()) {
        dense.setGradientRows(dense.layers() - 1, by.features.gradient);
        return m_mlp.backward(dense, dense.layers() - 1, gradient, toInput);
    }
    for (std::int64_t output = 0; output < (m_head == Head::Single ? 1 : 2); ++output)
        if (pass.input.scalar_type() == at::kFloat)
            spread<float>(dense, output, signsOf(m_head), by.byScores);
        else
            spread<double>(dense, output, signsOf(m_head), by.byScores);
    m_mlp.backward(dense, dense.layers(), gradient, toInput);
}

} // namespace gan
