#pragma once

#include <cstdint>
#include <istream>
#include <vector>

namespace gan {

enum class NpyType { Byte, Float, Double };

/// What stands before the numbers of a .npy file.
struct NpyHeader {
    NpyType type = NpyType::Byte;
    std::vector<std::int64_t> shape;
    std::int64_t dataAt = 0; ///< where the numbers begin, in bytes

    std::int64_t elementSize() const { return type == NpyType::Byte ? 1 : type == NpyType::Float ? 4 : 8; }
};

/// Reads the header of NumPy's format 1, 2 or 3. Throws Error, a sentence that names no file, when it is
/// none, or names another type than uint8, float32 and float64 of this machine's byte order, or Fortran's
/// order.
NpyHeader readNpyHeader(std::istream& file);

} // namespace gan
