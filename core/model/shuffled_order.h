#pragma once

#include "core/model/tensor.h"

#include <cstdint>

namespace gan {

/// The places of a data set in shuffled epochs. The order of epoch e follows from (seed, e), so all that
/// changes is a count, which is what a saved state needs.
class ShuffledOrder {
public:
    ShuffledOrder() = default;
    /// `size`: of the data set, at least 1.
    ShuffledOrder(std::int64_t size, std::uint64_t seed);

    /// The next `count` places, shape [count], on the CPU. Each place comes once an epoch; a batch may cross
    /// from one epoch into the next.
    Tensor next(std::int64_t count);

    /// How often the whole set has been gone through, e.g. 2.25.
    double epochs() const;

    /// The count, shape [1], of type long. Whoever writes into it moves the order to that place.
    const Tensor& state() const { return m_drawn; }

private:
    const Tensor& orderOf(std::int64_t epoch);

    std::int64_t m_size = 1;
    std::uint64_t m_seed = 0;
    Tensor m_drawn;
    Tensor m_order; ///< of m_orderedEpoch
    std::int64_t m_orderedEpoch = -1;
};

} // namespace gan
