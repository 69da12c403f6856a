#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gan {

/// A sum over bytes that tells contents apart and finds damage, not malice: FNV-1a, 64 bits (Fowler, Noll and
/// Vo 1991). Saved runs hold it, so it is the same with every compiler and must never change. Any thread.
std::uint64_t digest(std::span<const std::byte> bytes);

/// The same sum over words of 8 bytes, the last one filled up with zeros: another value, in an eighth of the
/// time.
std::uint64_t digestOfWords(std::span<const std::byte> bytes);

/// The bytes of a string, or of other values that lie one after the other and have no gaps.
template <class Values>
std::span<const std::byte> bytesIn(const Values& values)
{
    return std::as_bytes(std::span(values));
}

} // namespace gan
