#include "core/model/mlp.h"

#include "core/error.h"
#include "core/model/device.h"
#include "core/model/sampling.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/elu.h>
#include <ATen/ops/leaky_relu.h>
#include <ATen/ops/relu.h>
#include <ATen/ops/tanh.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include <cmath>
#include <numbers>
#include <utility>

namespace gan {

namespace {

Tensor activated(const Tensor& sum, Activation activation, double leak)
{
    switch (activation) {
    case Activation::Elu:
        return at::elu(sum);
    case Activation::Relu:
        return at::relu(sum);
    case Activation::LeakyRelu:
        return at::leaky_relu(sum, leak);
    case Activation::Tanh:
        break;
    }
    return at::tanh(sum);
}

} // namespace

Activation activationNamed(std::string_view name)
{
    if (name == "elu")
        return Activation::Elu;
    if (name == "relu")
        return Activation::Relu;
    if (name == "leaky_relu")
        return Activation::LeakyRelu;
    if (name == "tanh")
        return Activation::Tanh;
    throw Error(GE_TR("There is no activation named %1."), {std::string(name)});
}

FirstWeights firstWeightsNamed(std::string_view name)
{
    if (name == "uniform")
        return FirstWeights::Uniform;
    if (name == "normal")
        return FirstWeights::Normal;
    if (name == "he")
        return FirstWeights::He;
    throw Error(GE_TR("There are no first weights named %1."), {std::string(name)});
}

struct Mlp::Layer {
    Tensor weight, bias; ///< [out, in] and [out]
};

Mlp::Mlp(MlpShape shape, at::Generator random, const at::TensorOptions& options)
    : m_shape(std::move(shape))
    , m_passes(std::make_shared<DensePasses>(m_shape.widths))
{
    const auto& widths = m_shape.widths;
    const auto type = options.device(at::kCPU);
    std::vector<Tensor> drawn;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        const double bound = 1 / std::sqrt(static_cast<double>(widths[i]));
        const std::int64_t count = widths[i + 1] * widths[i];
        if (m_shape.start == FirstWeights::Uniform) {
            drawn.push_back(drawUniform({count}, -bound, bound, random, type));
            drawn.push_back(drawUniform({widths[i + 1]}, -bound, bound, random, type));
            continue;
        }
        const bool isRectified = m_shape.start == FirstWeights::He && i + 2 < widths.size();
        drawn.push_back(
            drawNormal({count}, 0, isRectified ? std::numbers::sqrt2 * bound : bound, random, type));
        drawn.push_back(at::zeros({widths[i + 1]}, type));
    }
    const Tensor weights = at::cat(drawn);
    m_parameter = on(options.device(), weights);
    if (m_shape.spectral) {
        m_norm.emplace(widths, weights, random);
        m_norm->moveTo(options.device());
    }
}

std::vector<Tensor> Mlp::buffers() const
{
    return m_norm ? std::vector<Tensor>{m_norm->vectors()} : std::vector<Tensor>{};
}

void Mlp::weightsMoved()
{
    if (m_norm)
        m_norm->follow(m_parameter);
}

/// Those that the kernels multiply by. Made anew for each pass, as anybody may write into the weights.
const Tensor& Mlp::usedWeights() const
{
    return m_norm ? m_norm->normalized(m_parameter) : m_parameter;
}

/// `add` adds to a gradient with respect to the used weights; `gradient` is that of the parameter.
template <class Add>
void Mlp::addByUsed(const Tensor& gradient, Add add) const
{
    if (!m_norm || !gradient.defined())
        return add(gradient);
    const Tensor byUsed = at::zeros_like(gradient);
    add(byUsed);
    m_norm->addGradient(m_parameter, byUsed, gradient);
}

std::vector<Mlp::Layer> Mlp::layersOf(const Tensor& flat) const
{
    std::vector<Layer> found;
    std::int64_t start = 0;
    for (std::size_t i = 0; i + 1 < m_shape.widths.size(); ++i) {
        const std::int64_t in = m_shape.widths[i], out = m_shape.widths[i + 1];
        const Tensor weight = flat.narrow(0, start, out * in).view({out, in});
        found.push_back(
            {m_norm ? m_norm->normalizedMatrix(weight, i) : weight, flat.narrow(0, start + out * in, out)});
        start += out * in + out;
    }
    return found;
}

/// After layer i, counted from 0.
std::optional<Activation> Mlp::activationAfter(std::size_t i) const
{
    return i + 2 < m_shape.widths.size() ? m_shape.activation : m_shape.output;
}

/// The results of the first layers.
Tensor Mlp::differentiable(const Tensor& input, std::size_t layers) const
{
    const std::vector<Layer> all = layersOf(m_parameter);
    Tensor values = input;
    for (std::size_t i = 0; i < layers; ++i) {
        values = at::addmm(all[i].bias, values, all[i].weight.t());
        if (const auto activation = activationAfter(i))
            values = activated(values, *activation, m_shape.leak);
    }
    return values;
}

Tensor Mlp::forward(const Tensor& input) const
{
    const bool isFollowed =
        at::GradMode::is_enabled() && (m_parameter.requires_grad() || input.requires_grad());
    const auto computed = isFollowed ? nullptr : pass(input);
    return computed ? computed->rows(computed->layers()) : differentiable(input, m_shape.widths.size() - 1);
}

Tensor Mlp::hidden(const Tensor& input) const
{
    return differentiable(input, m_shape.widths.size() - 2);
}

std::shared_ptr<DensePass> Mlp::pass(const Tensor& input) const
{
    if (!input.device().is_cpu())
        return nullptr;
    auto computed = m_passes->begin(input);
    if (m_parameter.scalar_type() == at::kFloat)
        run<float>(*computed);
    else
        run<double>(*computed);
    return computed;
}

template <class T>
void Mlp::run(const DensePass& pass) const
{
    const Kernels<T>& use = kernels<T>();
    const T* weights = usedWeights().data_ptr<T>();
    for (std::size_t i = 0; i < pass.layers(); ++i) {
        const std::int64_t in = m_shape.widths[i], out = m_shape.widths[i + 1];
        T* results = pass.values<T>(i + 1);
        use.multiply({weights, in, 1}, weights + out * in, pass.values<T>(i), results, out, in,
                     pass.columns());
        if (const auto activation = activationAfter(i))
            use.activate(*activation, T(m_shape.leak), results, out * pass.columns());
        weights += out * in + out;
    }
}

void Mlp::backward(const DensePass& pass, std::size_t layer, const Tensor& gradient, bool toInput) const
{
    addByUsed(gradient, [&](const Tensor& target) {
        if (m_parameter.scalar_type() == at::kFloat)
            goBack<float>(pass, layer, target, toInput);
        else
            goBack<double>(pass, layer, target, toInput);
    });
}

template <class T>
void Mlp::goBack(const DensePass& pass, std::size_t layer, const Tensor& gradient, bool toInput) const
{
    const Kernels<T>& use = kernels<T>();
    const auto backThroughActivation = [&](std::size_t of) {
        if (const auto activation = activationAfter(of - 1))
            use.deactivate(*activation, T(m_shape.leak), pass.values<T>(of), pass.gradient<T>(of),
                           m_shape.widths[of] * pass.columns());
    };
    std::int64_t start = 0; // of the layer's weights
    for (std::size_t i = 0; i < layer; ++i)
        start += m_shape.widths[i + 1] * (m_shape.widths[i] + 1);
    backThroughActivation(layer);
    const T* weights = usedWeights().data_ptr<T>();
    for (std::size_t i = layer; i-- > 0;) {
        const std::int64_t in = m_shape.widths[i], out = m_shape.widths[i + 1];
        const T* delta = pass.gradient<T>(i + 1);
        start -= out * (in + 1);
        if (gradient.defined()) {
            T* target = gradient.data_ptr<T>() + start;
            use.addOuter(delta, pass.values<T>(i), target, target + out * in, out, in, pass.columns());
        }
        if (i == 0 && !toInput)
            break;
        const MatrixView<T> turned{weights + start, 1, in};
        use.multiply(turned, nullptr, delta, pass.gradient<T>(i), in, out, pass.columns());
        if (i > 0)
            backThroughActivation(i);
    }
}

bool Mlp::isPiecewiseLinear() const
{
    const auto isStraight = [](Activation activation) {
        return activation == Activation::Relu || activation == Activation::LeakyRelu;
    };
    return isStraight(m_shape.activation) && (!m_shape.output || isStraight(*m_shape.output));
}

double Mlp::addSlopePenalty(const DensePass& pass, double weight, const Tensor& gradient) const
{
    double penalty = 0;
    addByUsed(gradient, [&](const Tensor& target) {
        penalty = m_parameter.scalar_type() == at::kFloat ? addSlopes<float>(pass, weight, target)
                                                          : addSlopes<double>(pass, weight, target);
    });
    return penalty;
}

template <class T>
double Mlp::addSlopes(const DensePass& pass, double weight, const Tensor& gradient) const
{
    const Kernels<T>& use = kernels<T>();
    const Tensor slopes = pass.gradientRows(0);
    const auto carried = m_passes->begin(slopes * weight);
    const T* weights = usedWeights().data_ptr<T>();
    T* target = gradient.data_ptr<T>();
    for (std::size_t i = 0; i < pass.layers(); ++i) {
        const std::int64_t in = m_shape.widths[i], out = m_shape.widths[i + 1];
        use.addOuter(pass.gradient<T>(i + 1), carried->values<T>(i), target, nullptr, out, in,
                     pass.columns());
        use.multiply({weights, in, 1}, nullptr, carried->values<T>(i), carried->values<T>(i + 1), out, in,
                     pass.columns());
        if (const auto activation = activationAfter(i))
            use.deactivate(*activation, T(m_shape.leak), pass.values<T>(i + 1), carried->values<T>(i + 1),
                           out * pass.columns());
        weights += out * in + out;
        target += out * in + out;
    }
    return weight / 2 * use.sumOfSquares(slopes.data_ptr<T>(), slopes.numel());
}

} // namespace gan
