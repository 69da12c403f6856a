#include "core/model/figures.h"

#include "core/statistics.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

/// Euclidean, summed in double precision: squares of large gradients leave the range of float.
float euclideanNorm(const Tensor& gradient)
{
    return gradient.norm(2, at::kDouble).item<float>();
}

template <class Keep>
float share(const std::vector<double>& values, Keep keep)
{
    const auto kept = std::count_if(values.begin(), values.end(), keep);
    return static_cast<float>(kept) / static_cast<float>(values.size());
}

} // namespace

std::vector<double> finiteValues(const Tensor& tensor)
{
    const Tensor numbers = tensor.detach().nan_to_num().to(at::kCPU, at::kDouble).contiguous();
    const double* first = numbers.data_ptr<double>();
    return {first, first + numbers.numel()};
}

std::vector<double> shownOutputs(const LossFacts& facts, const Scores& scores)
{
    std::vector<double> outputs = finiteValues(scores.real);
    if (facts.outputIsProbability)
        for (double& output : outputs)
            output = 1 / (1 + std::exp(-output));
    return outputs;
}

DiscriminatorFigures discriminatorFigures(const LossFacts& facts, const Tensor& loss, const Scores& Dx,
                                          const Scores& DGz, const Tensor& gradient)
{
    const std::vector<double> real = shownOutputs(facts, Dx), generated = shownOutputs(facts, DGz);
    const double dReal = mean(real), dFake = mean(generated);
    const double midpoint = facts.midpoint.value_or(0.5 * (dReal + dFake));
    return {loss.item<float>(),
            static_cast<float>(dReal),
            static_cast<float>(dFake),
            share(real, [&](double output) { return output > midpoint; }),
            share(generated, [&](double output) { return output <= midpoint; }),
            euclideanNorm(gradient)};
}

GeneratorFigures generatorFigures(const LossFacts& facts, const Tensor& loss, const Scores& DGz,
                                  const Tensor& gradient)
{
    const auto dFake = static_cast<float>(mean(shownOutputs(facts, DGz)));
    return {loss.item<float>(), dFake, euclideanNorm(gradient)};
}

} // namespace gan
