#pragma once

#include "core/model/tensor.h"

#include <string_view>
#include <vector>

namespace gan {

enum class OptimizerKind { Sgd, Momentum, Adam };

/// From the value of a setting such as `optimizer_d`; throws Error when there is no such optimizer.
OptimizerKind optimizerNamed(std::string_view name);

/// How far and how one update goes. May change between any two updates.
struct OptimizerRates {
    double learningRate = 0.01;
    double momentum = 0.9;             ///< of OptimizerKind::Momentum
    double beta1 = 0.9, beta2 = 0.999; ///< of OptimizerKind::Adam
};

/// Moves flat weights [n] against their gradient [n], as torch::optim does; on the CPU with the kernels. What
/// it remembers is plain tensors, which are saved, restored and taken back with the weights.
class Optimizer {
public:
    Optimizer(OptimizerKind kind, const Tensor& weights, const Tensor& gradient);

    /// For the updates to come; what was remembered stays.
    void setRates(const OptimizerRates& rates) { m_rates = rates; }

    void step();

    /// What it remembers: nothing, the velocity, or Adam's two moments and its count of updates.
    const std::vector<Tensor>& memory() const { return m_memory; }

private:
    /// 1 - beta^t of both averages, for the next update.
    struct Shares {
        double first, second;
    };

    Shares nextShares();
    template <class T>
    void stepHere();
    void stepElsewhere();

    OptimizerKind m_kind;
    OptimizerRates m_rates;
    Tensor m_weights, m_gradient;
    std::vector<Tensor> m_memory;
};

} // namespace gan
