#include "core/model/spectral_norm.h"

#include "core/model/device.h"
#include "core/model/sampling.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty_like.h>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kFirstIterations = 50;
constexpr double kLeast = 1e-20; ///< added to what is divided by, which may be 0

/// x / |x|
template <class T>
void setUnit(T* target, const std::vector<double>& x)
{
    double squares = 0;
    for (const double number : x)
        squares += number * number;
    const double length = std::sqrt(squares) + kLeast;
    for (std::size_t i = 0; i < x.size(); ++i)
        target[i] = T(x[i] / length);
}

Tensor unit(const Tensor& x)
{
    return x / (x.square().sum().sqrt() + kLeast);
}

} // namespace

/// W of a layer with its vectors. Sums are of doubles in a fixed order.
template <class T>
struct SpectralNorm::Matrix {
    const T* w;
    std::int64_t out, in;
    T *u, *v;

    /// W' u, row by row, which the compiler turns into vectors without another order.
    std::vector<double> turnedTimesU() const
    {
        std::vector<double> sums(static_cast<std::size_t>(in));
        double* to = sums.data();
        for (std::int64_t r = 0; r < out; ++r)
            for (std::int64_t k = 0; k < in; ++k)
                to[k] += double(u[r]) * double(w[r * in + k]);
        return sums;
    }

    /// W v
    std::vector<double> timesV() const
    {
        std::vector<double> sums(static_cast<std::size_t>(out));
        for (std::int64_t r = 0; r < out; ++r)
            for (std::int64_t k = 0; k < in; ++k)
                sums[static_cast<std::size_t>(r)] += double(w[r * in + k]) * double(v[k]);
        return sums;
    }

    double sigma() const
    {
        const std::vector<double> sums = turnedTimesU();
        double all = 0;
        for (std::int64_t k = 0; k < in; ++k)
            all += sums[static_cast<std::size_t>(k)] * double(v[k]);
        return all + kLeast;
    }
};

SpectralNorm::SpectralNorm(const std::vector<std::int64_t>& widths, const Tensor& weights,
                           at::Generator random)
    : m_normalized(at::empty_like(weights))
{
    std::int64_t matrix = 0, u = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
        const std::int64_t in = widths[i], out = widths[i + 1];
        m_layers.push_back({in, out, matrix, u});
        matrix += out * in + out;
        u += out + in;
    }
    m_vectors = drawNormal({u}, 0, 1, random, weights.options());
    follow(weights, kFirstIterations);
}

void SpectralNorm::moveTo(at::Device device)
{
    m_vectors = on(device, m_vectors);
}

template <class T>
SpectralNorm::Matrix<T> SpectralNorm::matrixOf(const Layer& layer, const Tensor& weights) const
{
    T* u = m_vectors.data_ptr<T>() + layer.u;
    return {weights.data_ptr<T>() + layer.matrix, layer.out, layer.in, u, u + layer.out};
}

void SpectralNorm::follow(const Tensor& weights, int iterations)
{
    for (int i = 0; i < iterations; ++i)
        if (!weights.device().is_cpu())
            iterateElsewhere(weights);
        else if (weights.scalar_type() == at::kFloat)
            iterate<float>(weights);
        else
            iterate<double>(weights);
}

template <class T>
void SpectralNorm::iterate(const Tensor& weights)
{
    for (const Layer& layer : m_layers) {
        const Matrix<T> matrix = matrixOf<T>(layer, weights);
        setUnit(matrix.v, matrix.turnedTimesU());
        setUnit(matrix.u, matrix.timesV());
    }
}

void SpectralNorm::iterateElsewhere(const Tensor& weights)
{
    const at::NoGradGuard noGrad;
    for (const Layer& layer : m_layers) {
        const Tensor w = weights.narrow(0, layer.matrix, layer.out * layer.in).view({layer.out, layer.in});
        Tensor u = m_vectors.narrow(0, layer.u, layer.out).view({-1, 1});
        Tensor v = m_vectors.narrow(0, layer.u + layer.out, layer.in).view({-1, 1});
        v.copy_(unit(w.t().mm(u)));
        u.copy_(unit(w.mm(v)));
    }
}

const Tensor& SpectralNorm::normalized(const Tensor& weights) const
{
    if (weights.scalar_type() == at::kFloat)
        divide<float>(weights);
    else
        divide<double>(weights);
    return m_normalized;
}

template <class T>
void SpectralNorm::divide(const Tensor& weights) const
{
    for (const Layer& layer : m_layers) {
        const Matrix<T> matrix = matrixOf<T>(layer, weights);
        const T sigma = T(matrix.sigma());
        const std::int64_t count = layer.out * layer.in;
        T* target = m_normalized.data_ptr<T>() + layer.matrix;
        for (std::int64_t i = 0; i < count; ++i)
            target[i] = matrix.w[i] / sigma;
        std::copy_n(matrix.w + count, layer.out, target + count);
    }
}

void SpectralNorm::addGradient(const Tensor& weights, const Tensor& byNormalized,
                               const Tensor& gradient) const
{
    if (weights.scalar_type() == at::kFloat)
        addConverted<float>(weights, byNormalized, gradient);
    else
        addConverted<double>(weights, byNormalized, gradient);
}

template <class T>
void SpectralNorm::addConverted(const Tensor& weights, const Tensor& byNormalized,
                                const Tensor& gradient) const
{
    for (const Layer& layer : m_layers) {
        const Matrix<T> matrix = matrixOf<T>(layer, weights);
        const T* by = byNormalized.data_ptr<T>() + layer.matrix;
        T* target = gradient.data_ptr<T>() + layer.matrix;
        const std::int64_t count = layer.out * layer.in;
        const double sigma = matrix.sigma();
        double along = 0; // <E, W / sigma>
        for (std::int64_t i = 0; i < count; ++i)
            along += double(by[i]) * double(matrix.w[i]);
        along /= sigma;
        for (std::int64_t r = 0; r < layer.out; ++r)
            for (std::int64_t k = 0; k < layer.in; ++k) {
                const std::int64_t i = r * layer.in + k;
                target[i] += T((double(by[i]) - along * double(matrix.u[r]) * double(matrix.v[k])) / sigma);
            }
        for (std::int64_t i = count; i < count + layer.out; ++i)
            target[i] += by[i];
    }
}

Tensor SpectralNorm::normalizedMatrix(const Tensor& matrix, std::size_t layer) const
{
    const Layer& of = m_layers[layer];
    // Copies: autograd keeps them for its way back, and the vectors move on in place.
    const Tensor u = m_vectors.narrow(0, of.u, of.out).clone().view({-1, 1});
    const Tensor v = m_vectors.narrow(0, of.u + of.out, of.in).clone().view({-1, 1});
    return matrix / ((u * matrix.mm(v)).sum() + kLeast);
}

} // namespace gan
