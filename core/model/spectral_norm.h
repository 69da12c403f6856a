#pragma once

#include "core/model/tensor.h"

#include <cstdint>
#include <vector>

namespace gan {

/// Spectral normalization of dense layers (Miyato et al. 2018): a network uses W / sigma in place of each
/// matrix W. sigma = u' W v is an estimate of the largest singular value of W, from unit vectors u and v that
/// a power iteration brings nearer to its singular vectors after each update. So no layer makes the distance
/// of two inputs longer. Weights are flat as those of Mlp; biases stay as they are.
class SpectralNorm {
public:
    /// For layers of these widths with these first weights, on the CPU. u is drawn from `random`.
    SpectralNorm(const std::vector<std::int64_t>& widths, const Tensor& weights, at::Generator random);

    /// u [out] and v [in] of each layer, flat: a part of the network's state.
    const Tensor& vectors() const { return m_vectors; }
    void moveTo(at::Device device);

    /// After an update of the weights: v <- W' u and u <- W v, each divided by its length. On the CPU with
    /// the same bits on every processor.
    void follow(const Tensor& weights, int iterations = 1);

    /// On the CPU: all weights as a pass uses them, from the vectors of now. Valid until the next call.
    const Tensor& normalized(const Tensor& weights) const;
    /// On the CPU: adds to `gradient` that with respect to the weights, where `byNormalized` is that with
    /// respect to the normalized ones, E: (E - <E, W / sigma> u v') / sigma for a matrix, as u and v are
    /// constants.
    void addGradient(const Tensor& weights, const Tensor& byNormalized, const Tensor& gradient) const;

    /// The matrix of a layer, [out, in], divided by its sigma in autograd's operations.
    Tensor normalizedMatrix(const Tensor& matrix, std::size_t layer) const;

private:
    /// A layer, and where its parts begin in the flat tensors; v lies behind u, the bias behind W.
    struct Layer {
        std::int64_t in, out, matrix, u;
    };
    template <class T>
    struct Matrix;

    template <class T>
    Matrix<T> matrixOf(const Layer& layer, const Tensor& weights) const;
    template <class T>
    void iterate(const Tensor& weights);
    template <class T>
    void divide(const Tensor& weights) const;
    template <class T>
    void addConverted(const Tensor& weights, const Tensor& byNormalized, const Tensor& gradient) const;
    void iterateElsewhere(const Tensor& weights);

    std::vector<Layer> m_layers;
    Tensor m_vectors;
    Tensor m_normalized; ///< room for normalized()
};

} // namespace gan
