// Only for the files of kernels_at_level.h, which are compiled once for each level: everything here has
// internal linkage.
#pragma once

#include <cstdint>
#include <cstring>

namespace gan {
namespace {

constexpr int kVectorBytes = GAN_VECTOR_BYTES; ///< of this level: 16, 32 or 64
/// A sum over many numbers is made of so many bytes of partial sums at every level, so that each level adds
/// the same numbers in the same order.
constexpr int kLaneBytes = 64;

/// Vectors as wide as this level's registers. `Bits` are the integers of the same size.
template <class T>
struct VectorsOf;

template <>
struct VectorsOf<float> {
    typedef float Numbers __attribute__((vector_size(kVectorBytes)));
    typedef std::int32_t Bits __attribute__((vector_size(kVectorBytes)));
};

template <>
struct VectorsOf<double> {
    typedef double Numbers __attribute__((vector_size(kVectorBytes)));
    typedef std::int64_t Bits __attribute__((vector_size(kVectorBytes)));
};

template <class T>
using Numbers = typename VectorsOf<T>::Numbers;
template <class T>
using Bits = typename VectorsOf<T>::Bits;

template <class T>
constexpr int kWidth = kVectorBytes / int(sizeof(T));
template <class T>
constexpr int kLanes = kLaneBytes / int(sizeof(T));

template <class T>
inline Numbers<T> load(const T* from)
{
    Numbers<T> vector;
    std::memcpy(&vector, from, sizeof vector);
    return vector;
}

template <class T>
inline void store(T* to, const Numbers<T>& vector)
{
    std::memcpy(to, &vector, sizeof vector);
}

template <class T>
inline Numbers<T> all(T value)
{
    return value - Numbers<T>{}; // minus 0: the same number, also -0
}

template <class T>
inline Bits<T> bitsOf(const Numbers<T>& numbers)
{
    Bits<T> bits;
    std::memcpy(&bits, &numbers, sizeof bits);
    return bits;
}

template <class T>
inline Numbers<T> numbersOf(const Bits<T>& bits)
{
    Numbers<T> numbers;
    std::memcpy(&numbers, &bits, sizeof numbers);
    return numbers;
}

template <class T>
inline Numbers<T> absolute(const Numbers<T>& x)
{
    return x < 0 ? -x : x;
}

/// y[i] = f(x[i]), for as many vectors as it takes; the last one may be filled up with zeros.
template <class T, class Function>
inline void map(const T* x, T* y, std::int64_t count, Function f)
{
    std::int64_t i = 0;
    for (; i + kWidth<T> <= count; i += kWidth<T>)
        store<T>(y + i, f(load(x + i)));
    if (i == count)
        return;
    T last[kWidth<T>] = {};
    std::memcpy(last, x + i, std::size_t(count - i) * sizeof(T));
    store<T>(last, f(load(last)));
    std::memcpy(y + i, last, std::size_t(count - i) * sizeof(T));
}

} // namespace
} // namespace gan
