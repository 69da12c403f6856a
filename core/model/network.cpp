#include "core/model/network.h"

#include "core/error.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/zeros_like.h>
#include <torch/csrc/autograd/autograd.h>

namespace gan {

namespace {

/// The tensors one after the other. A single one already lies in one piece and keeps its place.
Tensor joined(const std::vector<Tensor>& parameters)
{
    std::vector<Tensor> flat;
    for (const Tensor& parameter : parameters)
        flat.push_back(parameter.detach().flatten());
    return flat.size() == 1 ? flat.front() : at::cat(flat);
}

/// Those that there are: outputs and their gradients.
std::pair<std::vector<Tensor>, std::vector<Tensor>> defined(const std::vector<OutputGradient>& gradients)
{
    std::pair<std::vector<Tensor>, std::vector<Tensor>> found;
    for (const OutputGradient& each : gradients)
        if (each.gradient.defined()) {
            found.first.push_back(each.output);
            found.second.push_back(each.gradient);
        }
    return found;
}

} // namespace

void Network::adopt(std::vector<Tensor> parameters, std::vector<Tensor> buffers)
{
    m_parameters = std::move(parameters);
    m_buffers = std::move(buffers);
    m_weights = joined(m_parameters);
    m_gradient = at::zeros_like(m_weights);
    std::int64_t start = 0;
    for (Tensor& parameter : m_parameters) {
        const auto part = [&](const Tensor& flat) {
            return flat.narrow(0, start, parameter.numel()).view(parameter.sizes());
        };
        const Tensor gradient = part(m_gradient);
        parameter.set_data(part(m_weights));
        parameter.mutable_grad() = gradient;
        start += parameter.numel();
    }
    setLearning(true);
}

void Network::setLearning(bool learns)
{
    m_isLearning = learns;
    for (Tensor& parameter : m_parameters)
        parameter.requires_grad_(learns);
}

void propagate(const std::vector<OutputGradient>& gradients)
{
    const auto [outputs, slopes] = defined(gradients);
    torch::autograd::backward(outputs, slopes);
}

Tensor propagatedTo(const Tensor& input, const std::vector<OutputGradient>& gradients)
{
    const auto [outputs, slopes] = defined(gradients);
    return torch::autograd::grad(outputs, {input}, slopes)[0];
}

namespace {

std::vector<OutputGradient> gradientsOf(const DiscriminatorPass& pass, const ScoreGradient& gradient)
{
    return {{pass.scores.real, gradient.byScores.real},
            {pass.scores.generated, gradient.byScores.generated},
            gradient.features};
}

} // namespace

/// A frozen D is gone back through to its input alone, which begins autograd's graph.
DiscriminatorPass Discriminator::forward(const Tensor& x)
{
    const Tensor input = isLearning() ? x : x.detach().requires_grad_();
    return {input, (*this)(input)};
}

void Discriminator::backward(const DiscriminatorPass& pass, const ScoreGradient& gradient)
{
    propagate(gradientsOf(pass, gradient));
}

Tensor Discriminator::backwardToInput(const DiscriminatorPass& pass, const ScoreGradient& gradient)
{
    return propagatedTo(pass.input, gradientsOf(pass, gradient));
}

double Discriminator::addSlopePenalty(const Tensor& x, double weight)
{
    const Tensor at = x.detach().requires_grad_();
    const Tensor slope =
        torch::autograd::grad({(*this)(at).real.sum()}, {at}, {}, true, /*create_graph=*/true)[0];
    const Tensor penalty = weight / 2 * slope.square().sum();
    propagate({{penalty, at::ones_like(penalty)}});
    return penalty.item<double>();
}

Tensor Discriminator::features(const DiscriminatorPass&)
{
    throw Error(GE_TR("This discriminator has no hidden features that a generator could match."));
}

Looking::Looking(const Network& network)
    : m_buffers(network.buffers())
{
    for (const Tensor& buffer : m_buffers)
        m_before.push_back(buffer.clone());
}

Looking::~Looking()
{
    for (std::size_t i = 0; i < m_buffers.size(); ++i)
        m_buffers[i].copy_(m_before[i]);
}

} // namespace gan
