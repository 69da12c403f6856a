#include "core/model/state_bytes.h"

#include "core/error.h"

#include <ATen/ops/empty.h>

#include <cstring>

namespace gan {

namespace {

constexpr std::string_view kMagic = "GAN Explorer state 1\n";

/// FNV-1a, 64 bits (Fowler, Noll and Vo 1991): finds damage, not malice.
std::uint64_t checksum(std::string_view bytes)
{
    std::uint64_t sum = 0xcbf29ce484222325ULL;
    for (const char byte : bytes)
        sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001b3ULL;
    return sum;
}

std::string bytesOf(std::uint64_t number)
{
    return {reinterpret_cast<const char*>(&number), sizeof number};
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
    return bytes + bytesOf(checksum(bytes));
}

std::vector<Tensor> tensorsFromBytes(std::string_view tag, std::string_view bytes,
                                     const std::vector<Tensor>& layout)
{
    const std::string start = header(tag, layout);
    std::size_t length = start.size() + sizeof(std::uint64_t);
    for (const Tensor& tensor : layout)
        length += tensor.nbytes();
    if (!bytes.starts_with(start) || bytes.size() != length)
        throw Error(
            GE_TR("This saved state belongs to other networks or another program, or it is cut off."));
    if (bytes.substr(length - sizeof(std::uint64_t)) != bytesOf(checksum(bytes.substr(0, length - 8))))
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
