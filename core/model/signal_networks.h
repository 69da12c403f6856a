#pragma once

#include "core/model/network.h"

namespace gan {

/// (A (x) A (x) ... (x) A) z for each row of z [B, n], n = 2^k: z is seen as a 2x2x...x2 cube and A [2, 2] is
/// applied along each of its k axes, which costs n log n instead of the product's n^2. Differentiable in
/// both.
Tensor kroneckerProduct(const Tensor& A, const Tensor& z);

/// G(z) = tanh((A (x) ... (x) A) z), z and G(z) [B, 2^k]: one 2x2 matrix is all that there is to learn. The
/// same matrix answers to any k.
class KroneckerGenerator : public Generator {
public:
    /// `start` [2, 2] is copied.
    explicit KroneckerGenerator(const Tensor& start);
    Tensor operator()(const Tensor& z) override;

    /// A itself, [2, 2], a view of weights().
    Tensor matrix() const { return weights().view({2, 2}); }

private:
    Tensor m_A;
};

/// D: Linear n-n, LeakyReLU(0.01), Linear n-1, one logit. x [B, n] in, scores [B] out.
class SignalDiscriminator : public Discriminator {
public:
    /// Weights and biases uniform in +-1/sqrt(n), PyTorch's default, drawn from `random`, layer by layer.
    SignalDiscriminator(std::int64_t n, at::Generator random, const at::TensorOptions& options);
    Scores operator()(const Tensor& x) override;
    /// The hidden layer after its activation, [B, n].
    Tensor features(const Tensor& x) override;

private:
    Tensor m_hiddenWeight, m_hiddenBias, m_outputWeight, m_outputBias;
};

} // namespace gan
