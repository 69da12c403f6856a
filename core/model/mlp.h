#pragma once

#include "core/kernels/kernels.h"
#include "core/model/dense_pass.h"
#include "core/model/spectral_norm.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace gan {

/// From the value of the setting `activation`; throws Error when there is no such function.
Activation activationNamed(std::string_view name);

/// What the first weights of a layer are, by its number of inputs, the fan-in n.
enum class FirstWeights {
    Uniform, ///< uniform in +-1/sqrt(n), biases too: PyTorch's default
    Normal,  ///< normal with deviation 1/sqrt(n), biases 0: GAN Lab's
    He,      ///< normal with deviation sqrt(2/n), in the last layer 1/sqrt(n), biases 0 (He et al. 2015)
};
/// From the value of the setting `first_weights`; throws Error when there is no such start.
FirstWeights firstWeightsNamed(std::string_view name);

/// What a perceptron is made of.
struct MlpShape {
    std::vector<std::int64_t> widths; ///< from its inputs to its outputs
    Activation activation;
    double leak = 0.2;                     ///< of LeakyRelu, below 0
    std::optional<Activation> output = {}; ///< after the last layer
    FirstWeights start = FirstWeights::Uniform;
    bool spectral = false; ///< each matrix divided by its largest singular value
};

/// Fully connected layers with an activation between two of them: [B, widths.front()] in, [B, widths.back()]
/// out. Its weights are one flat tensor: for each layer its matrix [out, in], row by row, then its bias
/// [out]. On the CPU kernels compute it, with the same bits on every processor; elsewhere, and where a pass
/// is to be differentiated twice, as by the gradient penalty, LibTorch does.
class Mlp {
public:
    /// Weights and biases are drawn from `random`, layer by layer. `options`: their type, float or double,
    /// and device.
    Mlp(MlpShape shape, at::Generator random, const at::TensorOptions& options = at::kFloat);

    /// In autograd's own operations where it follows the weights or the input.
    Tensor forward(const Tensor& input) const;

    /// A pass to go back through; null where there are no kernels.
    std::shared_ptr<DensePass> pass(const Tensor& input) const;
    /// Goes back from the gradient that `pass` has of `layer`'s results: adds to `gradient`, flat like the
    /// weights, unless that is undefined, and with `toInput` on to pass.gradient(0).
    void backward(const DensePass& pass, std::size_t layer, const Tensor& gradient, bool toInput) const;

    /// Whether addSlopePenalty() can be used: the activations are straight but for corners.
    bool isPiecewiseLinear() const;
    /// For a pass that has gone back to its input from the gradient 1 of the scores: with g what it has
    /// there, the slopes, adds to `gradient` that of weight / 2 times the sum of g^2 and returns that number.
    /// As g is W1' d1 with d1 = a1' W2' d2 and so on, the gradient of the layer's weights W is d times what
    /// the layers before it, without biases, make of weight * g.
    double addSlopePenalty(const DensePass& pass, double weight, const Tensor& gradient) const;

    /// What the layer before the last makes of `input`, [B, width], in autograd's operations.
    Tensor hidden(const Tensor& input) const;

    /// All weights, one leaf tensor of shape [n]; with spectral normalization those before it.
    const Tensor& parameter() const { return m_parameter; }
    /// The state beside the weights: the vectors of spectral normalization.
    std::vector<Tensor> buffers() const;
    /// To be called after each update of the weights.
    void weightsMoved();

private:
    struct Layer;

    std::optional<Activation> activationAfter(std::size_t i) const;
    std::vector<Layer> layersOf(const Tensor& flat) const;
    const Tensor& usedWeights() const;
    template <class Add>
    void addByUsed(const Tensor& gradient, Add add) const;
    Tensor differentiable(const Tensor& input, std::size_t layers) const;
    template <class T>
    void run(const DensePass& pass) const;
    template <class T>
    double addSlopes(const DensePass& pass, double weight, const Tensor& gradient) const;
    template <class T>
    void goBack(const DensePass& pass, std::size_t layer, const Tensor& gradient, bool toInput) const;

    const MlpShape m_shape;
    Tensor m_parameter;
    std::optional<SpectralNorm> m_norm;
    std::shared_ptr<DensePasses> m_passes;
};

} // namespace gan
