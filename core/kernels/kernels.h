#pragma once

#include "core/kernels/loss_terms.h"

#include <cstdint>
#include <string_view>

namespace gan {

/// What sets of instructions the arithmetic of small networks is compiled for.
enum class SimdLevel {
    Baseline, ///< every 64-bit x86 processor: 16 bytes at a time
    Avx2,     ///< 32 bytes
    Avx512,   ///< 64 bytes
};

/// The best level of this processor, or the one that the environment variable GAN_SIMD names: `baseline`,
/// `avx2` or `avx512`. Throws Error when that is no level or the processor does not have it. Any thread.
SimdLevel simdLevel();
bool hasLevel(SimdLevel level);
const char* nameOf(SimdLevel level);

enum class Activation { Elu, Relu, LeakyRelu, Tanh };

/// A matrix that is only read: element (row, column) lies at values[row * rowStep + column * columnStep].
template <class T>
struct MatrixView {
    const T* values;
    std::int64_t rowStep, columnStep;
};

constexpr double kAdamEpsilon = 1e-8;

/// One update of Adam.
template <class T>
struct AdamStep {
    T beta1, beta2;
    T rate;  ///< the learning rate, divided by 1 - beta1^t
    T scale; ///< sqrt(1 - beta2^t)
};

/// The arithmetic of small dense networks on plain arrays, T float or double, at one level. Every level gives
/// the same bits: each number is the same sum in the same order, nothing is contracted, and exp, log, sin,
/// cos and tanh are the program's own. None allocates. Arrays may have any place in memory; where a count
/// must be a multiple of kBatchLanes<T> it says so. Any thread.
template <class T>
struct Kernels {
    // Errors, measured over all floats and over 10^8 doubles: tests/core/tst_kernels.cpp.
    void (*exp)(const T* x, T* y, std::int64_t count);
    void (*log)(const T* x, T* y, std::int64_t count);
    void (*sin)(const T* x, T* y, std::int64_t count); ///< |x| up to 10^5
    void (*cos)(const T* x, T* y, std::int64_t count);
    void (*tanh)(const T* x, T* y, std::int64_t count);
    void (*sigmoid)(const T* x, T* y, std::int64_t count);
    void (*softplus)(const T* x, T* y, std::int64_t count);

    /// In place.
    void (*activate)(Activation activation, T leak, T* values, std::int64_t count);
    /// gradient *= the derivative of the activation, from its results.
    void (*deactivate)(Activation activation, T leak, const T* results, T* gradient, std::int64_t count);

    /// out[r][b] = bias[r] + sum over k of a(r, k) in[k][b]; no bias: 0. `columns`, a multiple of
    /// kBatchLanes<T>, is how many b there are, and how far the rows of `in` and `out` lie apart.
    void (*multiply)(MatrixView<T> a, const T* bias, const T* in, T* out, std::int64_t rows,
                     std::int64_t inner, std::int64_t columns);
    /// weights[r][k] += sum over b of delta[r][b] in[k][b] and bias[r] += sum over b of delta[r][b], unless
    /// it is null: the gradients of the layer above. `columns` as above.
    void (*addOuter)(const T* delta, const T* in, T* weights, T* bias, std::int64_t rows, std::int64_t inner,
                     std::int64_t columns);

    /// The sum of a term over the scores of a batch, in double, and slopes[b] = scale * its derivative.
    double (*lossTerm)(LossTerm term, const T* scores, T* slopes, T scale, std::int64_t count);

    double (*sum)(const T* x, std::int64_t count);
    double (*sumOfSquares)(const T* x,
                           std::int64_t count); ///< in double: large gradients leave float's range

    /// w <- w - rate g
    void (*sgd)(T* weights, const T* gradient, T rate, std::int64_t count);
    /// v <- momentum v + g, w <- w - rate v
    void (*momentum)(T* weights, T* velocity, const T* gradient, T momentum, T rate, std::int64_t count);
    /// m and v are moving averages of g and g^2 (Kingma and Ba 2015, algorithm 1).
    void (*adam)(T* weights, T* m, T* v, const T* gradient, AdamStep<T> step, std::int64_t count);
};

/// How many samples of a batch are computed at a time, at every level; others are filled up.
template <class T>
constexpr std::int64_t kBatchLanes = 64 / sizeof(T);

/// Those of simdLevel().
template <class T>
const Kernels<T>& kernels();
/// Those of a level that this processor has.
template <class T>
const Kernels<T>& kernels(SimdLevel level);

} // namespace gan
