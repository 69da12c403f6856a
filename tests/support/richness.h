#pragma once

#include "core/data/picture_set.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace gan {

/// How far a set of pictures is from being all the same; for tests.

namespace richness {

using Numbers = std::vector<double>;

/// The bytes of all pictures, less their mean picture.
inline std::vector<float> centered(const PictureSet& set)
{
    const auto n = static_cast<std::size_t>(set.count()), d = static_cast<std::size_t>(set.bytesEach());
    std::vector<float> x(set.bytes.begin(), set.bytes.end());
    for (std::size_t k = 0; k < d; ++k) {
        float mean = 0;
        for (std::size_t i = 0; i < n; ++i)
            mean += x[i * d + k] / static_cast<float>(n);
        for (std::size_t i = 0; i < n; ++i)
            x[i * d + k] -= mean;
    }
    return x;
}

inline double innerProduct(const float* a, const float* b, std::size_t count)
{
    std::array<float, 16> sums{}; // apart, so that the compiler may add several at once
    for (std::size_t k = 0; k + 16 <= count; k += 16)
        for (std::size_t l = 0; l < 16; ++l)
            sums[l] += a[k + l] * b[k + l];
    double sum = 0;
    for (const float part : sums)
        sum += static_cast<double>(part);
    return sum;
}

/// The pictures' inner products, n x n. It has the same eigenvalues as their covariance, but for a factor.
inline Numbers gramMatrix(const PictureSet& set)
{
    const auto n = static_cast<std::size_t>(set.count()), d = static_cast<std::size_t>(set.bytesEach());
    const std::vector<float> x = centered(set);
    Numbers gram(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j)
            gram[i * n + j] = gram[j * n + i] = innerProduct(&x[i * d], &x[j * d], d);
    return gram;
}

/// The largest eigenvalue, by power iteration; it is taken out of the matrix.
inline double takeLargest(Numbers& gram, std::size_t n, double start)
{
    Numbers v(n), w(n);
    for (std::size_t i = 0; i < n; ++i)
        v[i] = std::sin(static_cast<double>(i) * start + 1);
    double value = 0, before = -1;
    for (int times = 0; times < 60 && std::abs(value - before) >= 1e-4 * value; ++times) {
        for (std::size_t i = 0; i < n; ++i)
            w[i] = std::inner_product(v.begin(), v.end(), gram.begin() + static_cast<std::ptrdiff_t>(i * n),
                                      0.0);
        before = std::exchange(value, std::sqrt(std::inner_product(w.begin(), w.end(), w.begin(), 0.0)));
        std::transform(w.begin(), w.end(), v.begin(), [value](double x) { return x / (value + 1e-30); });
    }
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            gram[i * n + j] -= value * v[i] * v[j];
    return value;
}

} // namespace richness

/// The shares of the variance in the principal directions, the largest first, until 97 % are reached.
inline std::vector<double> varianceShares(const PictureSet& set)
{
    const auto n = static_cast<std::size_t>(set.count());
    std::vector<double> gram = richness::gramMatrix(set), shares;
    double trace = 0, reached = 0;
    for (std::size_t i = 0; i < n; ++i)
        trace += gram[i * n + i];
    while (reached < 0.97 && shares.size() < n) {
        shares.push_back(richness::takeLargest(gram, n, static_cast<double>(shares.size() + 1)) / trace);
        reached += shares.back();
    }
    return shares;
}

/// How many directions hold this share of the variance.
inline int componentsFor(const std::vector<double>& shares, double wanted)
{
    double sum = 0;
    for (std::size_t i = 0; i < shares.size(); ++i)
        if ((sum += shares[i]) >= wanted)
            return static_cast<int>(i) + 1;
    return static_cast<int>(shares.size()) + 1;
}

namespace richness {

using Plane = Numbers; ///< side x side, 0 to 1

/// The means in a Gaussian window of 7 x 7 with standard deviation 1.5 about each pixel; beyond the edges
/// lies the mirror image.
inline Plane windowed(const Plane& plane, int side)
{
    constexpr std::array k{0.0365, 0.1112, 0.2167, 0.2712, 0.2167, 0.1112, 0.0365};
    const auto inside = [side](int i) { return i < 0 ? -i : i >= side ? 2 * side - 2 - i : i; };
    const auto at = [side](int x, int y) { return static_cast<std::size_t>(y * side + x); };
    Plane rows(plane.size()), result(plane.size());
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int i = 0; i < 7; ++i)
                rows[at(x, y)] += k[static_cast<std::size_t>(i)] * plane[at(inside(x + i - 3), y)];
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int i = 0; i < 7; ++i)
                result[at(x, y)] += k[static_cast<std::size_t>(i)] * rows[at(x, inside(y + i - 3))];
    return result;
}

inline Plane product(const Plane& a, const Plane& b)
{
    Plane result(a.size());
    std::transform(a.begin(), a.end(), b.begin(), result.begin(), std::multiplies<>());
    return result;
}

inline Plane halved(const Plane& plane, int side)
{
    Plane result;
    for (int y = 0; y < side; y += 2)
        for (int x = 0; x < side; x += 2) {
            const auto at = static_cast<std::size_t>(y * side + x),
                       below = at + static_cast<std::size_t>(side);
            result.push_back((plane[at] + plane[at + 1] + plane[below] + plane[below + 1]) / 4);
        }
    return result;
}

inline Plane gray(std::span<const std::uint8_t> rgb)
{
    Plane result;
    for (std::size_t i = 0; i < rgb.size(); i += 3)
        result.push_back((0.299 * rgb[i] + 0.587 * rgb[i + 1] + 0.114 * rgb[i + 2]) / 255);
    return result;
}

} // namespace richness

/// MS-SSIM (Wang, Simoncelli, Bovik 2003) of two pictures in gray: their first three scales and weights, as
/// many as fit into 32 pixels; contrast and structure at each, luminance at the last. Never below 0.
inline double msSsim(std::span<const std::uint8_t> first, std::span<const std::uint8_t> second, int side)
{
    using namespace richness;
    constexpr std::array weights{0.0448, 0.2856, 0.3001};
    constexpr double c1 = 1e-4, c2 = 9e-4, sum = 0.6305;
    Plane a = gray(first), b = gray(second);
    double result = 1;
    for (std::size_t scale = 0; scale < weights.size(); ++scale) {
        const Plane ma = windowed(a, side), mb = windowed(b, side), aa = windowed(product(a, a), side),
                    bb = windowed(product(b, b), side), ab = windowed(product(a, b), side);
        double mean = 0;
        for (std::size_t i = 0; i < ma.size(); ++i) {
            const double va = aa[i] - ma[i] * ma[i], vb = bb[i] - mb[i] * mb[i], cov = ab[i] - ma[i] * mb[i];
            const double structure = (2 * cov + c2) / (va + vb + c2);
            const double luminance = (2 * ma[i] * mb[i] + c1) / (ma[i] * ma[i] + mb[i] * mb[i] + c1);
            mean +=
                structure * (scale + 1 == weights.size() ? luminance : 1) / static_cast<double>(ma.size());
        }
        result *= std::pow(std::max(mean, 0.0), weights[scale] / sum);
        a = halved(a, side);
        b = halved(b, side);
        side /= 2;
    }
    return result;
}

/// The mean over `pairs` neighboring pairs of pictures.
inline double meanMsSsim(const PictureSet& set, int pairs)
{
    double sum = 0;
    for (std::int64_t i = 0; i < pairs; ++i)
        sum += msSsim(set.picture(2 * i % set.count()), set.picture((2 * i + 1) % set.count()), set.side);
    return sum / pairs;
}

} // namespace gan
