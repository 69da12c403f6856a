#include "core/model/state_bytes.h"

#include "core/digest.h"
#include "core/error.h"

#include <ATen/ops/empty.h>

#include <cstring>

namespace gan {

namespace {

constexpr std::string_view kMagic = "GAN Explorer state 1\n";

std::string checksum(std::string_view bytes)
{
    const std::uint64_t sum = digest(bytesIn(bytes));
    return {reinterpret_cast<const char*>(&sum), sizeof sum};
}

/// What stands before the numbers: who wrote them, and the type and shape of each tensor.
std::string header(std::string_view tag, const std::vector<Tensor>& tensors)
{
    std::string text(kMagic);
    text.append(tag).append("\n");
    for (const Tensor& tensor : tensors) {
        text += at::toString(tensor.scalar_type());
        for (const std::int64_t size : tensor.sizes())
            text.append(" ").append(std::to_string(size));
        text += "\n";
    }
    return text;
}

} // namespace

std::string tensorsToBytes(std::string_view tag, const std::vector<Tensor>& tensors)
{
    std::string bytes = header(tag, tensors);
    for (const Tensor& tensor : tensors) {
        const Tensor whole = tensor.cpu().contiguous();
        bytes.append(static_cast<const char*>(whole.data_ptr()), whole.nbytes());
    }
    return bytes + checksum(bytes);
}

std::vector<Tensor> tensorsFromBytes(std::string_view tag, std::string_view bytes,
                                     const std::vector<Tensor>& layout)
{
    const std::string start = header(tag, layout);
    std::size_t length = start.size() + sizeof(std::uint64_t);
    for (const Tensor& tensor : layout)
        length += tensor.nbytes();
    if (!bytes.starts_with(start) || bytes.size() != length)
        throw Error(GE_TR("This saved state belongs to other networks, other data or another version of the "
                          "program, or it is cut off."));
    if (bytes.substr(length - sizeof(std::uint64_t)) !=
        checksum(bytes.substr(0, length - sizeof(std::uint64_t))))
        throw Error(GE_TR("This saved state is damaged."));

    const char* next = bytes.data() + start.size();
    std::vector<Tensor> tensors;
    for (const Tensor& like : layout) {
        const Tensor tensor = at::empty(like.sizes(), like.options().device(at::kCPU));
        std::memcpy(tensor.data_ptr(), next, tensor.nbytes());
        next += tensor.nbytes();
        tensors.push_back(tensor);
    }
    return tensors;
}

} // namespace gan
