#pragma once

#include "core/model/tensor.h"

#include <string>
#include <string_view>
#include <vector>

namespace gan {

/// Tensors as bytes: a tag, each tensor's numbers as they lie in memory, and a checksum of all that.
std::string tensorsToBytes(std::string_view tag, const std::vector<Tensor>& tensors);

/// The inverse: new tensors on the CPU with the types and shapes of `layout`, wherever that lies. Throws
/// Error when the bytes have another tag or length, or were changed.
std::vector<Tensor> tensorsFromBytes(std::string_view tag, std::string_view bytes,
                                     const std::vector<Tensor>& layout);

} // namespace gan
