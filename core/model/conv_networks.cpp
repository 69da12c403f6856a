#include "core/model/conv_networks.h"

#include "core/data/picture_set.h"
#include "core/model/device.h"
#include "core/model/sampling.h"

#include <ATen/ops/addmv.h>
#include <ATen/ops/leaky_relu.h>
#include <ATen/ops/relu.h>
#include <ATen/ops/zeros.h>

namespace gan {

namespace {

constexpr std::int64_t kPlaces = 4 * 4; ///< of the smallest picture
constexpr double kWeightDeviation = 0.02, kLeak = 0.2;

Tensor drawn(at::IntArrayRef shape, at::Generator random, const at::TensorOptions& options)
{
    return on(options.device(), drawNormal(shape, 0, kWeightDeviation, random, options));
}

Tensor drawnKernels(std::int64_t small, std::int64_t large, at::Generator random,
                    const at::TensorOptions& options)
{
    return drawn({small, 4, 4, large}, random, options);
}

template <class T>
void append(std::vector<T>& all, const std::vector<T>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

std::vector<std::int64_t> ConvShape::channels() const
{
    std::vector<std::int64_t> found;
    std::int64_t count = width;
    for (std::int64_t s = side / 2; s >= 4; s /= 2, count *= 2)
        found.insert(found.begin(), count);
    return found;
}

ConvGenerator::ConvGenerator(const ConvShape& shape, at::Generator random, const at::TensorOptions& options)
{
    std::vector<std::int64_t> channels = shape.channels();
    m_top = channels.front();
    m_dense = drawn({shape.latent, kPlaces * m_top}, random, options);
    std::vector<Tensor> parameters{m_dense}, buffers;
    channels.push_back(PictureSet::channels);
    for (std::size_t i = 0; i + 1 < channels.size(); ++i) {
        m_norms.emplace_back(channels[i], random, options);
        m_kernels.push_back(drawnKernels(channels[i], channels[i + 1], random, options));
        append(parameters, m_norms.back().parameters());
        append(buffers, m_norms.back().buffers());
        parameters.push_back(m_kernels.back());
    }
    m_bias = at::zeros({PictureSet::channels, 1, 1}, options);
    parameters.push_back(m_bias);
    adopt(parameters, buffers);
}

template <class Normalize>
Tensor ConvGenerator::pass(const Tensor& z, Normalize normalize) const
{
    Tensor x = z.mm(m_dense).view({z.size(0), 4, 4, m_top}).permute({0, 3, 1, 2});
    for (std::size_t i = 0; i < m_norms.size(); ++i) {
        x = normalize(i, x);
        x = doubled(at::relu_(x), m_kernels[i]);
    }
    return x.add_(m_bias).tanh_();
}

Tensor ConvGenerator::operator()(const Tensor& z)
{
    return pass(z, [this](std::size_t i, const Tensor& x) { return m_norms[i].learning(x); });
}

Tensor ConvGenerator::look(const Tensor& z, NormStatistics& statistics) const
{
    const at::NoGradGuard noGrad;
    if (!statistics.empty())
        return pass(z, [&](std::size_t i, const Tensor& x) { return m_norms[i].with(statistics[i], x); });
    statistics.resize(m_norms.size());
    return pass(z, [&](std::size_t i, const Tensor& x) { return m_norms[i].looking(x, statistics[i]); });
}

ConvDiscriminator::ConvDiscriminator(const ConvShape& shape, at::Generator random,
                                     const at::TensorOptions& options)
{
    std::vector<Tensor> parameters, buffers;
    std::vector<std::int64_t> channels = shape.channels();
    channels.push_back(PictureSet::channels);
    for (std::size_t i = channels.size() - 1; i > 0; --i) {
        Layer layer;
        layer.kernels = drawnKernels(channels[i - 1], channels[i], random, options);
        parameters.push_back(layer.kernels);
        layer.normalized = shape.batchNormInD && i + 1 < channels.size();
        if (layer.normalized) {
            layer.norm = BatchNorm(channels[i - 1], random, options);
            append(parameters, layer.norm.parameters());
            append(buffers, layer.norm.buffers());
        } else {
            layer.bias = at::zeros({channels[i - 1]}, options);
            parameters.push_back(layer.bias);
        }
        m_layers.push_back(layer);
    }
    m_dense = drawn({kPlaces * channels.front()}, random, options);
    m_bias = at::zeros({1}, options);
    append(parameters, std::vector<Tensor>{m_dense, m_bias});
    adopt(parameters, buffers);
}

Scores ConvDiscriminator::operator()(const Tensor& x)
{
    Tensor features = x;
    for (const Layer& layer : m_layers) {
        features = halved(features, layer.kernels, layer.bias);
        if (layer.normalized)
            features = layer.norm.learning(features);
        at::leaky_relu_(features, kLeak);
    }
    const Tensor score = at::addmv(m_bias, features.permute({0, 2, 3, 1}).flatten(1), m_dense);
    return {score, score};
}

} // namespace gan
