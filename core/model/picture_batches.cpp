#include "core/model/picture_batches.h"

#include "core/model/device.h"
#include "core/model/sampling.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/where.h>

namespace gan {

PictureBatches::PictureBatches(std::shared_ptr<const PictureSet> pictures)
    : m_set(std::move(pictures))
    // LibTorch has no tensor of constant numbers; nothing writes into this one.
    , m_bytes(at::from_blob(const_cast<std::uint8_t*>(m_set->bytes.data()),
                            {m_set->count(), m_set->bytesEach()}, at::kByte))
{
}

Tensor PictureBatches::numbers(const Tensor& places) const
{
    const std::int64_t side = m_set->side;
    return m_bytes.index_select(0, places)
        .to(at::kFloat)
        .mul_(2.0 / 255)
        .sub_(1)
        .view({places.size(0), side, side, PictureSet::channels})
        .permute({0, 3, 1, 2});
}

Tensor mirroredByChance(const Tensor& pictures, at::Generator random)
{
    const Tensor turns = drawUniform({pictures.size(0), 1, 1, 1}, 0, 1, random) < 0.5;
    return at::where(on(pictures.device(), turns), pictures.flip(3), pictures);
}

Pictures picturesOf(std::string name, const Tensor& pictures)
{
    const Tensor bytes = pictures.detach()
                             .to(at::kCPU, at::kFloat)
                             .nan_to_num(0)
                             .add(1)
                             .mul_(127.5)
                             .round_()
                             .clamp_(0, 255)
                             .to(at::kByte)
                             .permute({0, 2, 3, 1})
                             .contiguous();
    const auto* first = bytes.data_ptr<std::uint8_t>();
    return {std::move(name),
            static_cast<int>(bytes.size(0)),
            static_cast<int>(bytes.size(2)),
            static_cast<int>(bytes.size(1)),
            static_cast<int>(bytes.size(3)),
            {first, first + bytes.numel()}};
}

} // namespace gan
