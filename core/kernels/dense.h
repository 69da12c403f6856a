#pragma once

#include "core/kernels/elementary.h"
#include "core/kernels/kernels.h"

namespace gan {
namespace {

template <class T>
void activate(Activation activation, T leak, T* values, std::int64_t count)
{
    using V = Numbers<T>;
    switch (activation) {
    case Activation::Elu:
        return map(values, values, count, [](const V& x) -> V { return x > 0 ? x : expMinus1Below0<T>(x); });
    case Activation::Relu:
        return map(values, values, count, [](const V& x) -> V { return x > 0 ? x : x * T(0); });
    case Activation::LeakyRelu:
        return map(values, values, count, [=](const V& x) -> V { return x > 0 ? x : x * leak; });
    case Activation::Tanh:
        return map(values, values, count, [](const V& x) -> V { return tanhOf<T>(x); });
    }
}

/// z[i] = f(x[i], y[i]) where z is y. `count` is a multiple of the width.
template <class T, class Function>
inline void mapInto(const T* x, T* y, std::int64_t count, Function f)
{
    for (std::int64_t i = 0; i < count; i += kWidth<T>)
        store<T>(y + i, f(load(x + i), load(y + i)));
}

template <class T>
void deactivate(Activation activation, T leak, const T* results, T* gradient, std::int64_t count)
{
    using V = Numbers<T>;
    switch (activation) {
    case Activation::Elu:
        return mapInto(results, gradient, count,
                       [](const V& y, const V& g) -> V { return y > 0 ? g : g * (y + T(1)); });
    case Activation::Relu:
        return mapInto(results, gradient, count,
                       [](const V& y, const V& g) -> V { return y > 0 ? g : all<T>(0); });
    case Activation::LeakyRelu:
        return mapInto(results, gradient, count,
                       [=](const V& y, const V& g) -> V { return y > 0 ? g : g * leak; });
    case Activation::Tanh:
        return mapInto(results, gradient, count,
                       [](const V& y, const V& g) -> V { return g * (T(1) - y * y); });
    }
}

/// Rows r to r + Rows - 1, columns b to b + Vectors * width - 1 of multiply(): all sums stay in registers.
template <int Rows, int Vectors, class T>
inline void multiplyTile(const MatrixView<T>& a, const T* bias, const T* in, T* out, std::int64_t r,
                         std::int64_t b, std::int64_t inner, std::int64_t columns)
{
    Numbers<T> sum[Rows][Vectors];
#pragma GCC unroll 8
    for (int i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (int j = 0; j < Vectors; ++j)
            sum[i][j] = all<T>(bias ? bias[r + i] : T(0));
    for (std::int64_t k = 0; k < inner; ++k) {
        Numbers<T> x[Vectors];
#pragma GCC unroll 8
        for (int j = 0; j < Vectors; ++j)
            x[j] = load(in + k * columns + b + j * kWidth<T>);
#pragma GCC unroll 8
        for (int i = 0; i < Rows; ++i) {
            const T weight = a.values[(r + i) * a.rowStep + k * a.columnStep];
#pragma GCC unroll 8
            for (int j = 0; j < Vectors; ++j)
                sum[i][j] = sum[i][j] + weight * x[j];
        }
    }
#pragma GCC unroll 8
    for (int i = 0; i < Rows; ++i)
#pragma GCC unroll 8
        for (int j = 0; j < Vectors; ++j)
            store<T>(out + (r + i) * columns + b + j * kWidth<T>, sum[i][j]);
}

template <int Rows, class T>
inline void multiplyRows(const MatrixView<T>& a, const T* bias, const T* in, T* out, std::int64_t r,
                         std::int64_t inner, std::int64_t columns)
{
    std::int64_t b = 0;
    for (; b + 2 * kWidth<T> <= columns; b += 2 * kWidth<T>)
        multiplyTile<Rows, 2>(a, bias, in, out, r, b, inner, columns);
    for (; b < columns; b += kWidth<T>)
        multiplyTile<Rows, 1>(a, bias, in, out, r, b, inner, columns);
}

template <class T>
void multiply(MatrixView<T> a, const T* bias, const T* in, T* out, std::int64_t rows, std::int64_t inner,
              std::int64_t columns)
{
    std::int64_t r = 0;
    for (; r + 4 <= rows; r += 4)
        multiplyRows<4>(a, bias, in, out, r, inner, columns);
    for (; r + 2 <= rows; r += 2)
        multiplyRows<2>(a, bias, in, out, r, inner, columns);
    for (; r < rows; ++r)
        multiplyRows<1>(a, bias, in, out, r, inner, columns);
}

/// (x[0] + x[half]) + (x[quarter] + x[half + quarter]) + ...
template <int Count, class T>
inline T sumOfPairs(const T* x)
{
    if constexpr (Count == 1) {
        return x[0];
    } else {
        T sums[Count / 2];
        for (int i = 0; i < Count / 2; ++i)
            sums[i] = x[i] + x[i + Count / 2];
        return sumOfPairs<Count / 2>(sums);
    }
}

/// Partial sums, so many at every level, in as many vectors as that takes here.
template <class T>
struct Lanes {
    static constexpr int kVectors = kLaneBytes / kVectorBytes;
    Numbers<T> part[kVectors];

    /// Added up in pairs that lie half of the lanes apart, then a quarter, and so on at every level.
    T total() const
    {
        Numbers<T> sums = part[0];
        if constexpr (kVectors == 4)
            sums = (part[0] + part[2]) + (part[1] + part[3]);
        if constexpr (kVectors == 2)
            sums = part[0] + part[1];
        T last[kWidth<T>];
        store<T>(last, sums);
        return sumOfPairs<kWidth<T>>(last);
    }
};

/// How many products of addOuter() are summed at once: what the registers hold.
template <class T>
constexpr int kProducts = Lanes<T>::kVectors == 4 ? 2 : 4;

template <int Count, class T>
inline void addProducts(const T* delta, const T* in, T* weights, std::int64_t columns)
{
    Lanes<T> sum[Count] = {};
    for (std::int64_t b = 0; b < columns; b += kLanes<T>)
#pragma GCC unroll 8
        for (int j = 0; j < Lanes<T>::kVectors; ++j) {
            const Numbers<T> d = load(delta + b + j * kWidth<T>);
#pragma GCC unroll 8
            for (int i = 0; i < Count; ++i)
                sum[i].part[j] = sum[i].part[j] + d * load(in + i * columns + b + j * kWidth<T>);
        }
    for (int i = 0; i < Count; ++i)
        weights[i] += sum[i].total();
}

template <class T>
inline T laneSum(const T* x, std::int64_t columns)
{
    Lanes<T> sum = {};
    for (std::int64_t b = 0; b < columns; b += kLanes<T>)
#pragma GCC unroll 8
        for (int j = 0; j < Lanes<T>::kVectors; ++j)
            sum.part[j] = sum.part[j] + load(x + b + j * kWidth<T>);
    return sum.total();
}

template <class T>
void addOuter(const T* delta, const T* in, T* weights, T* bias, std::int64_t rows, std::int64_t inner,
              std::int64_t columns)
{
    for (std::int64_t r = 0; r < rows; ++r) {
        const T* row = delta + r * columns;
        if (bias)
            bias[r] += laneSum(row, columns);
        std::int64_t k = 0;
        for (; k + kProducts<T> <= inner; k += kProducts<T>)
            addProducts<kProducts<T>>(row, in + k * columns, weights + r * inner + k, columns);
        for (; k < inner; ++k)
            addProducts<1>(row, in + k * columns, weights + r * inner + k, columns);
    }
}

/// f(x[0]) + f(x[1]) ... in double, eight partial sums at every level.
template <class T, class Function>
inline double doubleSum(const T* x, std::int64_t count, Function f)
{
    constexpr int lanes = 8;
    double sums[lanes] = {};
    std::int64_t i = 0;
    for (; i + lanes <= count; i += lanes)
        for (int j = 0; j < lanes; ++j)
            sums[j] += f(double(x[i + j]));
    for (; i < count; ++i)
        sums[i % lanes] += f(double(x[i]));
    return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

template <class T>
double sum(const T* x, std::int64_t count)
{
    return doubleSum(x, count, [](double value) { return value; });
}

template <class T>
double sumOfSquares(const T* x, std::int64_t count)
{
    return doubleSum(x, count, [](double value) { return value * value; });
}

} // namespace
} // namespace gan
