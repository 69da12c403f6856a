#pragma once

#include "core/model/tensor.h"

#include <memory>
#include <string_view>
#include <vector>

namespace gan {

enum class Activation { Elu, Relu, LeakyRelu, Tanh };

/// From the value of the setting `activation`; throws Error when there is no such function.
Activation activationNamed(std::string_view name);

/// The layers of a multilayer perceptron, as views of one flat tensor: for each layer its matrix [out, in],
/// row by row, then its bias [out].
struct MlpLayers;

/// Fully connected layers with an activation between two of them and none at the end: [B, widths.front()] in,
/// [B, widths.back()] out. To autograd the whole perceptron is one operation (see mlp.cpp), which costs half
/// of what its single steps would. Passes may be differentiated twice, as the gradient penalty does.
class Mlp {
public:
    /// Weights and biases uniform in +-1/sqrt(fan-in), PyTorch's default, drawn from `random`, layer by
    /// layer. `options`: their type and device.
    Mlp(const std::vector<std::int64_t>& widths, Activation activation, at::Generator random,
        const at::TensorOptions& options = at::kFloat);

    Tensor forward(const Tensor& input) const;

    /// All weights, one leaf tensor of shape [n].
    const Tensor& parameter() const { return m_parameter; }

private:
    Tensor m_parameter;
    std::shared_ptr<const MlpLayers> m_layers;
};

} // namespace gan
