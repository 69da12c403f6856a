#pragma once

#include "core/model/dense_pass.h"
#include "core/model/network.h"

namespace gan {

/// (A (x) A (x) ... (x) A) z for each row of z [B, n], n = 2^k: z is seen as a 2x2x...x2 cube and A [2, 2] is
/// applied along each of its k axes, which costs n log n instead of the product's n^2. On the CPU kernels
/// compute it, unless autograd follows A or z: it is differentiable in both.
Tensor kroneckerProduct(const Tensor& A, const Tensor& z);

/// tanh of that: what the generator makes of z, and the teacher too.
Tensor kroneckerSignal(const Tensor& A, const Tensor& z);

/// G(z) = tanh((A (x) ... (x) A) z), z and G(z) [B, 2^k]: one 2x2 matrix is all that there is to learn. The
/// same matrix answers to any k.
class KroneckerGenerator : public Generator {
public:
    /// `start` [2, 2] is copied.
    explicit KroneckerGenerator(const Tensor& start);
    Tensor operator()(const Tensor& z) override { return kroneckerSignal(m_A, z); }
    GeneratorPass forward(const Tensor& z) override;
    void backward(const GeneratorPass& pass, const Tensor& bySamples) override;

    /// A itself, [2, 2], a view of weights().
    Tensor matrix() const { return weights().view({2, 2}); }

private:
    Tensor m_A;
    std::unique_ptr<DensePasses> m_passes; ///< of vectors of one length
    std::int64_t m_length = 0;
};

} // namespace gan
