// Compiled once for each level: kernels_baseline.cpp, kernels_avx2.cpp and kernels_avx512.cpp.
#pragma once

#include "core/kernels/dense.h"

#include <cmath>

namespace gan {
namespace {

/// Through double, for floats too: rounded once, and nobody needs them in a hurry.
template <class T, class Function>
inline void mapDoubles(const T* x, T* y, std::int64_t count, Function f)
{
    for (std::int64_t i = 0; i < count; i += kWidth<double>) {
        double some[kWidth<double>] = {};
        for (int j = 0; j < kWidth<double> && i + j < count; ++j)
            some[j] = double(x[i + j]);
        store<double>(some, f(load(some)));
        for (int j = 0; j < kWidth<double> && i + j < count; ++j)
            y[i + j] = T(some[j]);
    }
}

template <class T>
void expAll(const T* x, T* y, std::int64_t count)
{
    map(x, y, count, [](const Numbers<T>& v) { return expOf<T>(v); });
}

template <class T>
void logAll(const T* x, T* y, std::int64_t count)
{
    map(x, y, count, [](const Numbers<T>& v) { return logOf<T>(v); });
}

template <class T>
void sinAll(const T* x, T* y, std::int64_t count)
{
    mapDoubles(x, y, count, [](const Numbers<double>& v) { return sineAndCosine(v).sine; });
}

template <class T>
void cosAll(const T* x, T* y, std::int64_t count)
{
    mapDoubles(x, y, count, [](const Numbers<double>& v) { return sineAndCosine(v).cosine; });
}

template <class T>
void tanhAll(const T* x, T* y, std::int64_t count)
{
    map(x, y, count, [](const Numbers<T>& v) { return tanhOf<T>(v); });
}

template <class T>
void sigmoidAll(const T* x, T* y, std::int64_t count)
{
    map(x, y, count, [](const Numbers<T>& v) { return sigmoidOf<T>(v); });
}

template <class T>
void softplusAll(const T* x, T* y, std::int64_t count)
{
    map(x, y, count, [](const Numbers<T>& v) { return softplusOf<T>(v); });
}

/// What the terms of losses are made of.
template <class T>
struct VectorMath {
    using V = Numbers<T>;

    static constexpr T one = 1;
    static V half(const V& x) { return x * T(0.5); }
    static V sigmoid(const V& x) { return sigmoidOf<T>(x); }
    static V softplus(const V& x) { return softplusOf<T>(x); }
    static V positivePart(const V& x) { return x > 0 ? x : x * T(0); }
    static V oneWherePositive(const V& x) { return x > 0 ? all<T>(1) : all<T>(0); }
    static V oneEach(const V&) { return all<T>(1); }
};

template <class T>
double lossTerm(LossTerm term, const T* scores, T* slopes, T scale, std::int64_t count)
{
    constexpr std::int64_t block = 64;
    return withTerm(term, [=](auto named) {
        using Term = decltype(named);
        double total = 0;
        T values[block];
        for (std::int64_t i = 0; i < count; i += block) {
            const std::int64_t some = count - i < block ? count - i : block;
            map(scores + i, values, some,
                [](const Numbers<T>& s) { return Term::value(VectorMath<T>(), s); });
            total += sum(values, some);
            map(scores + i, slopes + i, some,
                [=](const Numbers<T>& s) { return Term::slope(VectorMath<T>(), s) * scale; });
        }
        return total;
    });
}

template <class T>
void sgd(T* weights, const T* gradient, T rate, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i)
        weights[i] = weights[i] - rate * gradient[i];
}

template <class T>
void momentumStep(T* weights, T* velocity, const T* gradient, T momentum, T rate, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i) {
        velocity[i] = momentum * velocity[i] + gradient[i];
        weights[i] = weights[i] - rate * velocity[i];
    }
}

template <class T>
void adam(T* weights, T* m, T* v, const T* gradient, AdamStep<T> step, std::int64_t count)
{
    constexpr T epsilon = T(kAdamEpsilon);
    const T rest1 = T(1) - step.beta1, rest2 = T(1) - step.beta2;
    for (std::int64_t i = 0; i < count; ++i) {
        const T g = gradient[i];
        m[i] = step.beta1 * m[i] + rest1 * g;
        v[i] = step.beta2 * v[i] + rest2 * (g * g);
        weights[i] = weights[i] - step.rate * m[i] / (std::sqrt(v[i]) / step.scale + epsilon);
    }
}

template <class T>
constexpr Kernels<T> kTable = {
    .exp = expAll<T>,
    .log = logAll<T>,
    .sin = sinAll<T>,
    .cos = cosAll<T>,
    .tanh = tanhAll<T>,
    .sigmoid = sigmoidAll<T>,
    .softplus = softplusAll<T>,
    .activate = activate<T>,
    .deactivate = deactivate<T>,
    .multiply = multiply<T>,
    .addOuter = addOuter<T>,
    .lossTerm = lossTerm<T>,
    .sum = sum<T>,
    .sumOfSquares = sumOfSquares<T>,
    .sgd = sgd<T>,
    .momentum = momentumStep<T>,
    .adam = adam<T>,
};

} // namespace
} // namespace gan
