#include "core/digest.h"

#include <algorithm>
#include <cstring>

namespace gan {

namespace {

constexpr std::uint64_t kBasis = 0xcbf29ce484222325ULL, kPrime = 0x100000001b3ULL;

} // namespace

std::uint64_t digest(std::span<const std::byte> bytes)
{
    std::uint64_t sum = kBasis;
    for (const std::byte byte : bytes)
        sum = (sum ^ std::to_integer<std::uint64_t>(byte)) * kPrime;
    return sum;
}

std::uint64_t digestOfWords(std::span<const std::byte> bytes)
{
    std::uint64_t sum = kBasis;
    for (std::size_t i = 0; i < bytes.size(); i += sizeof sum) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, std::min(sizeof word, bytes.size() - i));
        sum = (sum ^ word) * kPrime;
    }
    return sum;
}

} // namespace gan
