#include "core/error.h"
#include "core/kernels/kernels.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

using namespace gan;

namespace {

const SimdLevel kLevels[] = {SimdLevel::Baseline, SimdLevel::Avx2, SimdLevel::Avx512};

/// How far `found` is from the truth, in units of the last place of the truth in type T.
template <class T>
double ulpsOff(T found, long double truth)
{
    if (std::isnan(found) || std::isnan(truth) || std::isinf(T(truth)) || std::isinf(found))
        return (std::isnan(found) && std::isnan(truth)) || found == T(truth) ? 0 : 1e9;
    int exponent = 0;
    std::frexp(truth, &exponent);
    const int digits = std::numeric_limits<T>::digits;
    const int last = std::max(exponent - digits, std::numeric_limits<T>::min_exponent - digits);
    return double(std::fabs((long double)found - truth) / std::ldexp(1.0L, last));
}

template <class T, class Truth>
double worst(void (*kernel)(const T*, T*, std::int64_t), const std::vector<T>& x, Truth truth)
{
    std::vector<T> y(x.size());
    kernel(x.data(), y.data(), std::int64_t(x.size()));
    double found = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        found = std::max(found, ulpsOff(y[i], truth(x[i])));
    return found;
}

/// For ./dev accept, which has minutes: all floats, and 10^8 doubles.
const bool kAll = qEnvironmentVariableIsSet("GAN_ALL_NUMBERS");

/// The worst of floats of all sizes and signs, infinities and not-a-numbers among them.
template <class Truth>
double worstOfAllFloats(void (*kernel)(const float*, float*, std::int64_t), Truth truth)
{
    double found = worst<float>(kernel, {0.0f, -0.0f, 1.0f, std::numeric_limits<float>::max()}, truth);
    std::vector<float> some;
    const std::uint64_t end = std::uint64_t(1) << 32;
    for (std::uint64_t bits = 0; bits < end; bits += kAll ? 1 : 4099) {
        const auto low = static_cast<std::uint32_t>(bits);
        std::memcpy(&some.emplace_back(), &low, sizeof low);
        if (some.size() == 65536) {
            found = std::max(found, worst<float>(kernel, some, truth));
            some.clear();
        }
    }
    return std::max(found, worst<float>(kernel, some, truth));
}

template <class T>
std::vector<T> between(double low, double high, std::size_t count, std::uint64_t seed = 7)
{
    std::mt19937_64 random(seed);
    std::vector<T> all(count);
    for (T& number : all)
        number = T(low + (high - low) * double(random()) * 0x1p-64);
    return all;
}

/// The worst of random numbers, and says so to ./dev accept.
template <class T, class Truth>
double worstBetween(const char* name, double low, double high, void (*kernel)(const T*, T*, std::int64_t),
                    Truth truth)
{
    constexpr std::size_t block = 100000;
    double found = 0;
    for (int i = 0; i < (kAll ? 1000 : 1); ++i)
        found = std::max(found, worst<T>(kernel, between<T>(low, high, block, 7 + i), truth));
    qInfo("%s of %d bits from %g to %g: %.3f ulp", name, int(8 * sizeof(T)), low, high, found);
    return found;
}

/// Everything that the kernels make of the same numbers, at a level.
template <class T>
std::vector<std::vector<T>> resultsOf(const Kernels<T>& use)
{
    constexpr std::int64_t rows = 7, inner = 5, columns = 3 * kBatchLanes<T>;
    const std::vector<T> a = between<T>(-2, 2, rows * inner), bias = between<T>(-1, 1, rows);
    const std::vector<T> in = between<T>(-3, 3, inner * columns), x = between<T>(-30, 30, 1001);
    std::vector<std::vector<T>> all;
    for (const auto kernel : {use.exp, use.sin, use.cos, use.tanh, use.sigmoid, use.softplus})
        kernel(x.data(), all.emplace_back(x.size()).data(), std::int64_t(x.size()));
    const std::vector<T> above0 = between<T>(0, 9, 1001);
    use.log(above0.data(), all.emplace_back(above0.size()).data(), std::int64_t(above0.size()));
    std::vector<T> out(rows * columns);
    use.multiply({a.data(), inner, 1}, bias.data(), in.data(), out.data(), rows, inner, columns);
    all.push_back(out);
    for (const auto activation :
         {Activation::Elu, Activation::Relu, Activation::LeakyRelu, Activation::Tanh}) {
        std::vector<T> results = out, gradient = out;
        use.activate(activation, T(0.2), results.data(), rows * columns);
        use.deactivate(activation, T(0.2), results.data(), gradient.data(), rows * columns);
        all.push_back(results);
        all.push_back(gradient);
    }
    std::vector<T> weights(rows * inner), biases(rows);
    use.addOuter(out.data(), in.data(), weights.data(), biases.data(), rows, inner, columns);
    all.push_back(weights);
    all.push_back(biases);
    all.push_back({T(use.sum(x.data(), 1001)), T(use.sumOfSquares(x.data(), 1001))});
    std::vector<T> w = in, m(w.size()), v(w.size());
    const auto count = std::int64_t(w.size()) - 3;
    use.sgd(w.data(), x.data(), T(0.1), count);
    use.momentum(w.data(), m.data(), x.data(), T(0.9), T(0.1), count);
    use.adam(w.data(), m.data(), v.data(), x.data(), {T(0.9), T(0.999), T(0.01), T(0.5)}, count);
    all.insert(all.end(), {w, m, v});
    return all;
}

template <class T>
bool haveTheSameBits(const std::vector<std::vector<T>>& a, const std::vector<std::vector<T>>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
        return one.size() == other.size() && !std::memcmp(one.data(), other.data(), one.size() * sizeof(T));
    });
}

} // namespace

/// The arithmetic of small networks: right, and the same at every level.
class TestKernels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLevelHasTheSameBits()
    {
        int levels = 0;
        for (const SimdLevel level : kLevels) {
            if (!hasLevel(level))
                continue;
            ++levels;
            QVERIFY2(haveTheSameBits(resultsOf(kernels<float>(level)),
                                     resultsOf(kernels<float>(SimdLevel::Baseline))),
                     nameOf(level));
            QVERIFY2(haveTheSameBits(resultsOf(kernels<double>(level)),
                                     resultsOf(kernels<double>(SimdLevel::Baseline))),
                     nameOf(level));
        }
        if (levels == 1)
            QSKIP("This processor has the baseline level alone.");
    }

    /// Of floats every 4099th is tried here.
    void expAndLogAreRight()
    {
        const Kernels<float>& floats = kernels<float>();
        const Kernels<double>& doubles = kernels<double>();
        const double ofExp = worstOfAllFloats(floats.exp, [](double x) { return std::exp(x); });
        const double ofLog = worstOfAllFloats(floats.log, [](double x) { return std::log(x); });
        qInfo("exp of floats: %.3f ulp, log of floats: %.3f ulp", ofExp, ofLog);
        QVERIFY(ofExp < 1 && ofLog < 1);
        QVERIFY(worstBetween<double>("exp", -745.5, 710, doubles.exp, expl) < 1);
        QVERIFY(worstBetween<double>("exp", -2, 2, doubles.exp, expl) < 1);
        QVERIFY(worstBetween<double>("log", 0.3, 3, doubles.log, logl) < 1);
        QVERIFY(worstBetween<double>("log", 0, 1e300, doubles.log, logl) < 1);
    }

    void sinAndCosAreRight()
    {
        for (const double most : {7.0, 1e5}) {
            QVERIFY(worstBetween<double>("sin", -most, most, kernels<double>().sin, sinl) < 1);
            QVERIFY(worstBetween<double>("cos", -most, most, kernels<double>().cos, cosl) < 1);
            QVERIFY(worstBetween<float>("sin", -most, most, kernels<float>().sin, sinl) < 0.51);
            QVERIFY(worstBetween<float>("cos", -most, most, kernels<float>().cos, cosl) < 0.51);
        }
    }

    void theOthersAreRight()
    {
        const auto sigmoid = [](long double x) { return 1 / (1 + expl(-x)); };
        const auto softplus = [](long double x) { return log1pl(expl(x)); };
        QVERIFY(worstBetween<float>("tanh", -20, 20, kernels<float>().tanh, tanhl) < 2);
        QVERIFY(worstBetween<float>("sigmoid", -20, 20, kernels<float>().sigmoid, sigmoid) < 3);
        QVERIFY(worstBetween<float>("softplus", -20, 20, kernels<float>().softplus, softplus) < 3);
        QVERIFY(worstBetween<double>("tanh", -20, 20, kernels<double>().tanh, tanhl) < 2);
        QVERIFY(worstBetween<double>("sigmoid", -20, 20, kernels<double>().sigmoid, sigmoid) < 3);
        QVERIFY(worstBetween<double>("softplus", -20, 20, kernels<double>().softplus, softplus) < 3);
        const float far[] = {-1e30f, 1e30f};
        float found[2];
        kernels<float>().softplus(far, found, 2);
        QCOMPARE(found[0], 0.0f);
        QCOMPARE(found[1], 1e30f);
    }

    /// Whatever the sizes: some fill no tile of the loops.
    void productsAreRight()
    {
        for (const std::int64_t rows : {1, 4, 6})
            for (const std::int64_t inner : {1, 3, 9})
                for (const std::int64_t lanes : {1, 2, 3})
                    productIsRight(rows, inner, lanes * kBatchLanes<double>);
    }

    void theLevelInUseIsThere()
    {
        QVERIFY(hasLevel(SimdLevel::Baseline));
        QVERIFY(hasLevel(simdLevel()));
        QCOMPARE(&kernels<float>(), &kernels<float>(simdLevel()));
    }

private:
    static void productIsRight(std::int64_t rows, std::int64_t inner, std::int64_t columns)
    {
        const auto a = between<double>(-1, 1, rows * inner), x = between<double>(-1, 1, inner * columns);
        const auto bias = between<double>(-1, 1, rows);
        std::vector<double> out(rows * columns), weights(rows * inner, 1.0), biases(rows, 2.0);
        kernels<double>().multiply({a.data(), 1, rows}, bias.data(), x.data(), out.data(), rows, inner,
                                   columns);
        for (std::int64_t r = 0; r < rows; ++r)
            for (std::int64_t b = 0; b < columns; ++b) {
                double sum = bias[r];
                for (std::int64_t k = 0; k < inner; ++k)
                    sum += a[r + k * rows] * x[k * columns + b];
                QVERIFY(std::abs(out[r * columns + b] - sum) < 1e-13);
            }
        kernels<double>().addOuter(out.data(), x.data(), weights.data(), biases.data(), rows, inner, columns);
        for (std::int64_t r = 0; r < rows; ++r) {
            double ofBias = 2;
            for (std::int64_t b = 0; b < columns; ++b)
                ofBias += out[r * columns + b];
            QVERIFY(std::abs(biases[r] - ofBias) < 1e-12);
            for (std::int64_t k = 0; k < inner; ++k) {
                double sum = 1;
                for (std::int64_t b = 0; b < columns; ++b)
                    sum += out[r * columns + b] * x[k * columns + b];
                QVERIFY(std::abs(weights[r * inner + k] - sum) < 1e-12);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestKernels)
#include "tst_kernels.moc"
