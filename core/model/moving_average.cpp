#include "core/model/moving_average.h"

#include <algorithm>

namespace gan {

void follow(Network& average, const Network& network, double decay, std::int64_t t)
{
    const at::NoGradGuard noGrad;
    const auto steps = static_cast<double>(t);
    const double kept = std::min(decay, (1 + steps) / (10 + steps));
    Tensor weights = average.weights();
    if (kept > 0)
        weights.lerp_(network.weights(), 1 - kept);
    else
        weights.copy_(network.weights());
    for (std::size_t i = 0; i < average.buffers().size(); ++i)
        Tensor(average.buffers()[i]).copy_(network.buffers()[i]);
}

} // namespace gan
