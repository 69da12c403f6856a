#pragma once

#include "core/kernels/vectors.h"

#include <limits>

// exp, log, sin, cos and tanh of vectors, from additions, multiplications and divisions alone, each of which
// IEEE 754 rounds in one way: the same bits on every processor, which no mathematical library promises.
namespace gan {
namespace {

/// What the functions need to know of a type.
template <class T>
struct Format;

template <>
struct Format<float> {
    using Integer = std::int32_t;
    static constexpr int mantissaBits = 23, bias = 127;
    static constexpr float rounder = 12582912.0f;                                   ///< 1.5 * 2^23
    static constexpr float ln2High = 6.9314575195e-01f, ln2Low = 1.4286067653e-06f; ///< n * ln2High is exact
    static constexpr float expMost = 88.7228394f, expLeast = -103.972084f;          ///< beyond: infinity, 0
    static constexpr float smallest = 1.17549435e-38f;                              ///< that is normal
};

template <>
struct Format<double> {
    using Integer = std::int64_t;
    static constexpr int mantissaBits = 52, bias = 1023;
    static constexpr double rounder = 6755399441055744.0; ///< 1.5 * 2^52
    static constexpr double ln2High = 6.93147180369123816490e-01, ln2Low = 1.90821492927058770002e-10;
    static constexpr double expMost = 709.782712893384, expLeast = -745.1332191019412;
    static constexpr double smallest = 2.2250738585072014e-308;
};

/// a[0] + a[1] x + a[2] x^2 ..., from the highest power down.
template <class V, class T, int Count>
inline V polynomial(const V& x, const T (&a)[Count])
{
    V sum = x * a[Count - 1] + a[Count - 2];
    for (int i = Count - 3; i >= 0; --i)
        sum = sum * x + a[i];
    return sum;
}

/// 2^n for whole n from -bias + 1 to bias; `shifted` is n + rounder, whose last bits are n.
template <class T>
inline Numbers<T> powerOfTwo(const Bits<T>& n)
{
    return numbersOf<T>((n + typename Format<T>::Integer(Format<T>::bias)) << Format<T>::mantissaBits);
}

/// R(r^2) where e^r = 1 + 2 r / (R - r), near 2 + r^2/6 - ... (Sun's fdlibm, e_exp.c and e_expf.c).
inline Numbers<float> expRest(const Numbers<float>& square)
{
    constexpr float a[] = {1.6666625440e-1f, -2.7667332906e-3f};
    return square * polynomial(square, a);
}

inline Numbers<double> expRest(const Numbers<double>& square)
{
    constexpr double a[] = {1.66666666666666019037e-01, -2.77777777770155933842e-03,
                            6.61375632143793436117e-05, -1.65339022054652515390e-06,
                            4.13813679705723846039e-08};
    return square * polynomial(square, a);
}

/// e^x = 2^n e^r with whole n.
template <class T>
struct ScaledExp {
    Numbers<T> nearOne; ///< e^r
    Bits<T> n;

    /// x from Format<T>::expLeast to Format<T>::expMost.
    explicit ScaledExp(const Numbers<T>& x)
    {
        using F = Format<T>;
        constexpr T log2e = T(1.44269504088896340736);
        const Numbers<T> shifted = x * log2e + F::rounder, whole = shifted - F::rounder;
        const Numbers<T> high = x - whole * F::ln2High, low = whole * F::ln2Low; // r = high - low
        const Numbers<T> r = high - low, c = r - expRest(r * r);
        nearOne = T(1) - ((low - (r * c) / (T(2) - c)) - high);
        n = bitsOf<T>(shifted) - bitsOf<T>(all<T>(F::rounder));
    }
};

/// 2^n is multiplied in two halves, so that also the smallest results are rounded once.
template <class T>
inline Numbers<T> expOf(const Numbers<T>& x)
{
    using F = Format<T>;
    const Numbers<T> notBelow = x < F::expLeast ? all<T>(F::expLeast) : x;
    const ScaledExp<T> scaled(notBelow > F::expMost ? all<T>(F::expMost) : notBelow);
    const Bits<T> half = scaled.n >> 1;
    const Numbers<T> result = scaled.nearOne * powerOfTwo<T>(half) * powerOfTwo<T>(scaled.n - half);
    const Numbers<T> below = x < F::expLeast ? all<T>(0) : result;
    return x > F::expMost ? all<T>(std::numeric_limits<T>::infinity()) : below;
}

/// e^x - 1 for x < 0, as activations need it: to a unit in the last place of 1. Where 2^n would be too small
/// for a normal number, that is -1.
template <class T>
inline Numbers<T> expMinus1Below0(const Numbers<T>& x)
{
    constexpr T least = T(-Format<T>::bias / 2);
    const ScaledExp<T> scaled(x < least ? all<T>(least) : x);
    return scaled.nearOne * powerOfTwo<T>(scaled.n) - T(1);
}

/// R(s^2) where log(1 + f) = f - f^2/2 + s (f^2/2 + R), s = f / (2 + f) (Sun's fdlibm, e_log.c and
/// e_logf.c).
inline Numbers<float> logRest(const Numbers<float>& square)
{
    constexpr float a[] = {0xaaaaaa.0p-24f, 0xccce13.0p-25f, 0x91e9ee.0p-25f, 0xf89e26.0p-26f};
    return square * polynomial(square, a);
}

inline Numbers<double> logRest(const Numbers<double>& square)
{
    constexpr double a[] = {6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
                            2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
                            1.479819860511658591e-01};
    return square * polynomial(square, a);
}

/// log x = n ln 2 + log(1 + f), 1 + f from sqrt(1/2) to sqrt(2).
template <class T>
inline Numbers<T> logOf(const Numbers<T>& x)
{
    using F = Format<T>;
    using Integer = typename F::Integer;
    constexpr T up = T(Integer(1) << F::mantissaBits);
    const Bits<T> isSmall = x < F::smallest;
    const Numbers<T> normal = isSmall ? x * up : x;
    const Bits<T> bits = bitsOf<T>(normal) & std::numeric_limits<Integer>::max(); // without the sign
    const Bits<T> root = bitsOf<T>(all<T>(T(0.70710678118654752440)));
    const Bits<T> exponent = (bits - root) >> F::mantissaBits; // so that the rest is from sqrt(1/2) on
    const Numbers<T> f = numbersOf<T>(bits - (exponent << F::mantissaBits)) - T(1);
    const Numbers<T> whole = __builtin_convertvector(exponent, Numbers<T>);
    const Numbers<T> n = isSmall ? whole - T(F::mantissaBits) : whole;
    const Numbers<T> s = f / (T(2) + f), half = f * f * T(0.5);
    const Numbers<T> rest = logRest(s * s);
    const Numbers<T> result = n * F::ln2High - ((half - (s * (half + rest) + n * F::ln2Low)) - f);
    const Numbers<T> finite = x == std::numeric_limits<T>::infinity() ? x : result;
    const Numbers<T> positive = x == 0 ? all<T>(-std::numeric_limits<T>::infinity()) : finite;
    return x < 0 ? all<T>(std::numeric_limits<T>::quiet_NaN()) : (x != x ? x : positive);
}

struct SineAndCosine {
    Numbers<double> sine, cosine;
};

/// For |x| up to 10^5: x = n pi/2 + r + tail, pi/2 in three parts of which the first two have 33 bits, and
/// the polynomials of fdlibm's k_sin.c and k_cos.c for r + tail.
inline SineAndCosine sineAndCosine(const Numbers<double>& x)
{
    constexpr double rounder = Format<double>::rounder;
    const Numbers<double> shifted = x * 6.36619772367581382433e-01 + rounder;
    const Numbers<double> n = shifted - rounder;
    const Bits<double> quarter = bitsOf<double>(shifted);
    const Numbers<double> first = x - n * 1.57079632673412561417e+00, second = n * 6.07710050630396597660e-11;
    const Numbers<double> r = first - second;
    const Numbers<double> tail = ((first - r) - second) - n * 2.02226624879595063154e-21;
    constexpr double s[] = {-1.66666666666666324348e-01, 8.33333333332248946124e-03,
                            -1.98412698298579493134e-04, 2.75573137070700676789e-06,
                            -2.50507602534068634195e-08, 1.58969099521155010221e-10};
    constexpr double c[] = {4.16666666666666019037e-02, -1.38888888888741095749e-03,
                            2.48015872894767294178e-05, -2.75573143513906633035e-07,
                            2.08757232129817482790e-09, -1.13596475577881948265e-11};
    const Numbers<double> z = r * r, half = 0.5 * z, w = 1.0 - half;
    const Numbers<double> sine = r + (r * z * polynomial(z, s) + tail * w);
    const Numbers<double> cosine = w + (((1.0 - w) - half) + (z * z * polynomial(z, c) - r * tail));
    const Bits<double> isOdd = (quarter & 1) != 0;
    const Bits<double> isSineNegative = (quarter & 2) != 0, isCosineNegative = ((quarter + 1) & 2) != 0;
    const Numbers<double> a = isOdd ? cosine : sine, b = isOdd ? sine : cosine;
    return {isSineNegative ? -a : a, isCosineNegative ? -b : b};
}

/// tanh x for |x| < 0.625 (Cephes, tanhf.c and tanh.c).
inline Numbers<float> tanhNear0(const Numbers<float>& x)
{
    constexpr float a[] = {-3.33332819422e-1f, 1.33314422036e-1f, -5.37397155531e-2f, 2.06390887954e-2f,
                           -5.70498872745e-3f};
    const Numbers<float> square = x * x;
    return polynomial(square, a) * square * x + x;
}

inline Numbers<double> tanhNear0(const Numbers<double>& x)
{
    constexpr double p[] = {-1.61468768441708447952e3, -9.92877231001918586564e1, -9.64399179425052238628e-1};
    constexpr double q[] = {4.84406305325125486048e3, 2.23548839060100448583e3, 1.12811678491632931402e2,
                            1.0};
    const Numbers<double> square = x * x;
    return x + x * square * (polynomial(square, p) / polynomial(square, q));
}

template <class T>
inline Numbers<T> tanhOf(const Numbers<T>& x)
{
    const Numbers<T> size = absolute<T>(x);
    const Numbers<T> far = T(1) - T(2) / (expOf<T>(size + size) + T(1));
    return size < T(0.625) ? tanhNear0(x) : (x < 0 ? -far : far);
}

template <class T>
inline Numbers<T> sigmoidOf(const Numbers<T>& x)
{
    return T(1) / (T(1) + expOf<T>(-x));
}

/// log(1 + e^x) = max(x, 0) + log(1 + e), e = e^-|x|. Of log(1 + e), what 1 + e loses of e is put right by a
/// factor (Kahan).
template <class T>
inline Numbers<T> softplusOf(const Numbers<T>& x)
{
    const Numbers<T> e = expOf<T>(-absolute<T>(x)), sum = T(1) + e, kept = sum - T(1);
    const Numbers<T> rest = kept > 0 ? logOf<T>(sum) * (e / kept) : e;
    return rest + (x > 0 ? x : all<T>(0));
}

} // namespace
} // namespace gan
