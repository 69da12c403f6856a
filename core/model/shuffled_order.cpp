#include "core/model/shuffled_order.h"

#include "core/model/sampling.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/randperm.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <vector>

namespace gan {

ShuffledOrder::ShuffledOrder(std::int64_t size, std::uint64_t seed)
    : m_size(size)
    , m_seed(seed)
    , m_drawn(at::zeros({1}, at::kLong))
{
}

const Tensor& ShuffledOrder::orderOf(std::int64_t epoch)
{
    if (epoch != m_orderedEpoch)
        m_order = at::randperm(m_size, randomFor(m_seed, epoch, Purpose::Order), at::kLong);
    m_orderedEpoch = epoch;
    return m_order;
}

Tensor ShuffledOrder::next(std::int64_t count)
{
    std::int64_t& drawn = *m_drawn.data_ptr<std::int64_t>();
    std::vector<Tensor> parts;
    while (count > 0) {
        const std::int64_t place = drawn % m_size, taken = std::min(count, m_size - place);
        parts.push_back(orderOf(drawn / m_size).narrow(0, place, taken));
        drawn += taken;
        count -= taken;
    }
    return parts.size() == 1 ? parts.front() : at::cat(parts);
}

double ShuffledOrder::epochs() const
{
    return static_cast<double>(*m_drawn.data_ptr<std::int64_t>()) / static_cast<double>(m_size);
}

} // namespace gan
