#include "core/model/figures.h"

#include "core/kernels/kernels.h"
#include "core/model/sums.h"
#include "core/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

namespace {

template <class T>
double finite(T number)
{
    constexpr T most = std::numeric_limits<T>::max();
    return std::isnan(number) ? 0 : std::clamp(number, -most, most);
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
    const Tensor here = tensor.detach().to(at::kCPU).contiguous();
    std::vector<double> values(static_cast<std::size_t>(here.numel()));
    const auto fill = [&](const auto* numbers) {
        std::transform(numbers, numbers + here.numel(), values.begin(), [](auto x) { return finite(x); });
    };
    if (here.scalar_type() == at::kFloat)
        fill(here.data_ptr<float>());
    else
        fill(here.to(at::kDouble).data_ptr<double>());
    return values;
}

std::vector<double> shownOutputs(const LossFacts& facts, const Scores& scores)
{
    std::vector<double> outputs = finiteValues(scores.real);
    if (facts.outputIsProbability)
        kernels<double>().sigmoid(outputs.data(), outputs.data(), std::int64_t(outputs.size()));
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
            static_cast<float>(normOf(gradient))};
}

GeneratorFigures generatorFigures(const LossFacts& facts, const Tensor& loss, const Scores& DGz,
                                  const Tensor& gradient)
{
    const auto dFake = static_cast<float>(mean(shownOutputs(facts, DGz)));
    return {loss.item<float>(), dFake, static_cast<float>(normOf(gradient))};
}

} // namespace gan
