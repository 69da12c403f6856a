#pragma once

#include "core/kernels/kernels.h"
#include "core/model/dense_pass.h"

#include <memory>
#include <string_view>
#include <vector>

namespace gan {

/// From the value of the setting `activation`; throws Error when there is no such function.
Activation activationNamed(std::string_view name);

/// Fully connected layers with an activation between two of them and none at the end: [B, widths.front()] in,
/// [B, widths.back()] out. Its weights are one flat tensor: for each layer its matrix [out, in], row by row,
/// then its bias [out]. On the CPU kernels compute it, with the same bits on every processor; elsewhere, and
/// where a pass is to be differentiated twice, as by the gradient penalty, LibTorch does.
class Mlp {
public:
    /// Weights and biases uniform in +-1/sqrt(fan-in), PyTorch's default, drawn from `random`, layer by
    /// layer. `leak`: of LeakyRelu, below 0. `options`: their type, float or double, and device.
    Mlp(const std::vector<std::int64_t>& widths, Activation activation, at::Generator random,
        const at::TensorOptions& options = at::kFloat, double leak = 0.2);

    /// In autograd's own operations where it follows the weights or the input.
    Tensor forward(const Tensor& input) const;

    /// A pass to go back through; null where there are no kernels.
    std::shared_ptr<DensePass> pass(const Tensor& input) const;
    /// Goes back from the gradient that `pass` has of `layer`'s results: adds to `gradient`, flat like the
    /// weights, unless that is undefined, and with `toInput` on to pass.gradient(0).
    void backward(const DensePass& pass, std::size_t layer, const Tensor& gradient, bool toInput) const;

    /// What the layer before the last makes of `input`, [B, width], in autograd's operations.
    Tensor hidden(const Tensor& input) const;

    /// All weights, one leaf tensor of shape [n].
    const Tensor& parameter() const { return m_parameter; }

private:
    struct Layer;

    std::vector<Layer> layersOf(const Tensor& flat) const;
    Tensor differentiable(const Tensor& input, std::size_t layers) const;
    template <class T>
    void run(const DensePass& pass) const;
    template <class T>
    void goBack(const DensePass& pass, std::size_t layer, const Tensor& gradient, bool toInput) const;

    std::vector<std::int64_t> m_widths;
    Activation m_activation;
    double m_leak;
    Tensor m_parameter;
    std::shared_ptr<DensePasses> m_passes;
};

} // namespace gan
