#pragma once

#include "core/model/network.h"

namespace gan {

/// `average` follows `network`, a network of the same shape, by one step: a <- d a + (1 - d) w with d the
/// smaller of `decay` and (1 + t) / (10 + t), where t counts the steps before this one, so that the start is
/// forgotten quickly. Buffers are copied. A decay of 0 makes it equal to the network.
void follow(Network& average, const Network& network, double decay, std::int64_t t);

} // namespace gan
