#include "core/model/mlp.h"

#include "core/error.h"
#include "core/model/device.h"

#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cmath>

namespace gan {

struct MlpLayers {
    struct Layer {
        Tensor weight, bias; ///< [out, in] and [out]
    };
    std::vector<std::int64_t> widths;
    Activation activation;
    std::vector<Layer> layers;

    /// The same layers in another flat tensor, such as the gradient.
    std::vector<Layer> in(const Tensor& flat) const;
};

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr double kLeak = 0.2;

/// In place: the value before the activation is never needed again.
Tensor activated(Tensor sum, Activation activation)
{
    switch (activation) {
    case Activation::Elu:
        return at::elu_(sum);
    case Activation::Relu:
        return at::relu_(sum);
    case Activation::LeakyRelu:
        return at::leaky_relu_(sum, kLeak);
    case Activation::Tanh:
        break;
    }
    return sum.tanh_();
}

/// The gradient before an activation, from the one after it and the activation's result.
Tensor deactivated(const Tensor& gradient, const Tensor& result, Activation activation)
{
    switch (activation) {
    case Activation::Elu:
        return at::elu_backward(gradient, 1, 1, 1, /*is_result=*/true, result);
    case Activation::Relu:
        return at::threshold_backward(gradient, result, 0);
    case Activation::LeakyRelu:
        return at::leaky_relu_backward(gradient, result, kLeak, /*self_is_result=*/true);
    case Activation::Tanh:
        break;
    }
    return at::tanh_backward(gradient, result);
}

/// The input of each layer, and last the output.
std::vector<Tensor> run(const std::vector<MlpLayers::Layer>& layers, Activation activation,
                        const Tensor& input)
{
    std::vector<Tensor> values{input};
    for (const auto& layer : layers) {
        Tensor sum = at::addmm(layer.bias, values.back(), layer.weight.t());
        const bool last = &layer == &layers.back();
        values.push_back(last ? sum : activated(sum, activation));
    }
    return values;
}

/// What the way back needs of the way forward, besides what autograd itself keeps.
struct ForwardPass : torch::CustomClassHolder {
    ForwardPass(std::shared_ptr<const MlpLayers> itsLayers, std::vector<Tensor> itsInputs)
        : layers(std::move(itsLayers))
        , inputs(std::move(itsInputs))
    {
    }
    std::shared_ptr<const MlpLayers> layers;
    std::vector<Tensor> inputs; ///< of each layer
};

/// Back-propagation through all layers, written out: one node in autograd's graph instead of two for each
/// layer and one for each weight.
struct MlpPass : torch::autograd::Function<MlpPass> {
    static Tensor forward(AutogradContext* ctx, const Tensor& input, const Tensor& parameter,
                          const std::shared_ptr<const MlpLayers>& mlp)
    {
        std::vector<Tensor> values = run(mlp->layers, mlp->activation, input);
        const Tensor output = std::move(values.back());
        values.pop_back();
        ctx->save_for_backward({input, parameter});
        ctx->saved_data["forward"] =
            c10::IValue::make_capsule(c10::make_intrusive<ForwardPass>(mlp, std::move(values)));
        return output;
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients)
    {
        const variable_list saved = ctx->get_saved_variables();
        const auto capsule = ctx->saved_data["forward"].toCapsule();
        const auto& pass = static_cast<const ForwardPass&>(*capsule);
        if (at::GradMode::is_enabled())
            return differentiable(*pass.layers, saved[0], saved[1], gradients[0]);
        return propagated(pass, gradients[0], ctx->needs_input_grad(0),
                          ctx->needs_input_grad(1) ? at::empty_like(saved[1]) : Tensor());
    }

    /// `gradient`, when it is defined, is filled with the gradient of all weights.
    static variable_list propagated(const ForwardPass& pass, Tensor delta, bool forInput,
                                    const Tensor& gradient)
    {
        const MlpLayers& mlp = *pass.layers;
        const auto parts = gradient.defined() ? mlp.in(gradient) : std::vector<MlpLayers::Layer>();
        for (std::size_t i = mlp.layers.size(); i-- > 0;) {
            if (gradient.defined()) {
                Tensor weight = parts[i].weight, bias = parts[i].bias;
                at::mm_out(weight, delta.t(), pass.inputs[i]);
                at::sum_out(bias, delta, 0);
            }
            if (i == 0 && !forInput)
                break;
            delta = delta.mm(mlp.layers[i].weight);
            if (i > 0)
                delta = deactivated(delta, pass.inputs[i], mlp.activation);
        }
        return {forInput ? delta : Tensor(), gradient, Tensor()};
    }

    /// A gradient that will itself be differentiated: the pass once more in autograd's own operations.
    static variable_list differentiable(const MlpLayers& mlp, const Tensor& input, const Tensor& parameter,
                                        const Tensor& delta)
    {
        const Tensor output = run(mlp.in(parameter), mlp.activation, input).back();
        variable_list wanted;
        for (const Tensor& tensor : {input, parameter})
            if (tensor.requires_grad())
                wanted.push_back(tensor);
        const variable_list found = torch::autograd::grad({output}, wanted, {delta}, true, true);
        std::size_t next = 0;
        variable_list gradients;
        for (const Tensor& tensor : {input, parameter})
            gradients.push_back(tensor.requires_grad() ? found[next++] : Tensor());
        gradients.emplace_back();
        return gradients;
    }
};

} // namespace

std::vector<MlpLayers::Layer> MlpLayers::in(const Tensor& flat) const
{
    std::vector<Layer> found;
    std::int64_t start = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        const std::int64_t in = widths[i], out = widths[i + 1];
        const Tensor weight = flat.narrow(0, start, out * in).view({out, in});
        found.push_back({weight, flat.narrow(0, start + out * in, out)});
        start += out * in + out;
    }
    return found;
}

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

Mlp::Mlp(const std::vector<std::int64_t>& widths, Activation activation, at::Generator random,
         const at::TensorOptions& options)
{
    std::int64_t count = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i)
        count += (widths[i] + 1) * widths[i + 1];
    auto layers = std::make_shared<MlpLayers>(MlpLayers{widths, activation, {}});
    const Tensor drawn = at::empty({count}, options.device(at::kCPU));
    for (const auto& layer : layers->in(drawn)) {
        const double bound = 1 / std::sqrt(static_cast<double>(layer.weight.size(1)));
        layer.weight.uniform_(-bound, bound, random);
        layer.bias.uniform_(-bound, bound, random);
    }
    m_parameter = on(options.device(), drawn);
    layers->layers = layers->in(m_parameter.detach());
    m_layers = std::move(layers);
}

Tensor Mlp::forward(const Tensor& input) const
{
    if (!at::GradMode::is_enabled())
        return run(m_layers->layers, m_layers->activation, input).back();
    return MlpPass::apply(input, m_parameter, m_layers);
}

} // namespace gan
