#include "core/error.h"
#include "core/model/conv_networks.h"
#include "core/model/losses.h"
#include "core/model/shuffled_order.h"
#include "core/model/signal_networks.h"
#include "core/model/sliced_distance.h"
#include "tests/model/gan_fixture.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

using namespace gan;

namespace {

at::Generator random(std::uint64_t seed)
{
    return randomFor(seed, 0, Purpose::Weights);
}

Tensor uniform(at::IntArrayRef shape, double low, double high, std::uint64_t seed)
{
    return at::empty(shape, at::kDouble).uniform_(low, high, random(seed));
}

/// A (x) A (x) ... (x) A, n x n, written out.
Tensor power(const Tensor& A, int k)
{
    Tensor product = at::ones({1, 1}, at::kDouble);
    for (int i = 0; i < k; ++i)
        product = at::kron(product, A);
    return product;
}

/// The median of many calls.
template <class Work>
double milliseconds(Work work)
{
    std::vector<double> all;
    for (int i = 0; i < 51; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        all.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(all.begin(), all.begin() + 25, all.end());
    return all[25];
}

std::multiset<std::int64_t> places(const Tensor& indices)
{
    const auto* first = indices.data_ptr<std::int64_t>();
    return {first, first + indices.numel()};
}

} // namespace

class TestSignalNetworks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productAlongAxesIsTheWholeProduct_data()
    {
        QTest::addColumn<int>("k");
        for (int k = 1; k <= 6; ++k)
            QTest::addRow("k = %d", k) << k;
    }
    void productAlongAxesIsTheWholeProduct()
    {
        QFETCH(int, k);
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const Tensor A = uniform({2, 2}, -2, 2, seed), z = uniform({7, 1 << k}, -1, 1, seed + 100);
            const Tensor whole = z.matmul(power(A, k).t());
            QVERIFY((kroneckerProduct(A, z) - whole).abs().max().item<double>() <= 1e-12);
            KroneckerGenerator G(A);
            const at::NoGradGuard noGrad;
            QVERIFY((G(z) - whole.tanh()).abs().max().item<double>() <= 1e-12);
        }
    }

    /// The same at k = 10, and what both ways cost: ./dev accept compares the times that this prints.
    void productAtTen()
    {
        const Tensor A = uniform({2, 2}, -1, 1, 1), z = uniform({5, 1024}, 0, 1, 2), matrix = power(A, 10);
        Tensor byAxes, whole;
        const double axes = milliseconds([&] { byAxes = kroneckerProduct(A, z); });
        const double product = milliseconds([&] { whole = z.matmul(matrix.t()); });
        QVERIFY((byAxes - whole).abs().max().item<double>() <= 1e-12 * whole.abs().max().item<double>());
        qInfo("k = 10: %.3f ms along the axes, %.3f ms with the n x n matrix", axes, product);
    }

    void gradientsAreSlopes_data() { productAlongAxesIsTheWholeProduct_data(); }
    void gradientsAreSlopes()
    {
        QFETCH(int, k);
        KroneckerGenerator G(uniform({2, 2}, -1, 1, 3));
        const Tensor z = uniform({3, 1 << k}, 0, 1, 4), weight = uniform({3, 1 << k}, -1, 1, 5);
        G.clearGradient();
        (G(z) * weight).sum().backward();
        const auto value = [&] { return (G(z) * weight).sum().item<double>(); };
        QVERIFY(worstSlope(G.weights(), G.gradient(), value) < 1e-6);
        const Tensor byAutograd = G.gradient().clone();
        G.clearGradient();
        const GeneratorPass pass = G.forward(z);
        QVERIFY(at::allclose(pass.samples, G(z), 1e-12, 1e-12));
        G.backward(pass, weight);
        QVERIFY(at::allclose(G.gradient(), byAutograd, 1e-12, 1e-12));
    }

    void discriminatorIsTwoLinearLayers()
    {
        MlpDiscriminator D({{4, 4}, Activation::LeakyRelu, 0.01}, Head::Single, random(1), at::kDouble);
        const Tensor x = uniform({6, 4}, -1, 1, 2), flat = D.weights();
        const Tensor hidden =
            at::leaky_relu(x.matmul(flat.slice(0, 0, 16).view({4, 4}).t()) + flat.slice(0, 16, 20), 0.01);
        const Tensor scores = hidden.matmul(flat.slice(0, 20, 24)) + flat[24];
        const at::NoGradGuard noGrad;
        QVERIFY(at::allclose(D.features(D.forward(x)), hidden));
        QVERIFY(at::allclose(D(x).real, scores));
        QCOMPARE(D(x).real.dim(), 1);
        QCOMPARE(flat.numel(), 25);
        QVERIFY(flat.abs().max().item<double>() <= 0.5); // 1 / sqrt(4)
    }

    /// Closed forms: the squared distance of the means; the mean of the squared distances of pairs.
    void featureMatchingIsASquaredDistance()
    {
        const Tensor real = at::tensor({1.0, 2.0, 3.0, 4.0}, at::kDouble).view({2, 2});
        const Tensor generated = at::tensor({1.0, 0.0, 5.0, 4.0}, at::kDouble).view({2, 2});
        LossRule rule;
        rule.matching = FeatureMatching::Mean;
        QCOMPARE(featureMatchingLoss(rule, real, generated).value.item<double>(), 2.0); // (2, 3) and (3, 2)
        rule.matching = FeatureMatching::Paired;
        QCOMPARE(featureMatchingLoss(rule, real, generated).value.item<double>(), 4.0); // (4 + 4) / 2
        for (const FeatureMatching matching : {FeatureMatching::Mean, FeatureMatching::Paired}) {
            rule.matching = matching;
            const auto value = [&] {
                return featureMatchingLoss(rule, real, generated).value.item<double>();
            };
            QVERIFY(worstSlope(generated, featureMatchingLoss(rule, real, generated).byFeatures, value) <
                    1e-8);
        }
        QVERIFY_EXCEPTION_THROWN(featureMatchingLoss(rule, real, generated.slice(0, 0, 1)), Error);
        ConvDiscriminator withoutFeatures({32, 8, 8, false}, random(1));
        QVERIFY_EXCEPTION_THROWN(withoutFeatures.features({real}), Error);
    }

    void everyPlaceComesOnceAnEpoch()
    {
        ShuffledOrder order(10, 3);
        std::multiset<std::int64_t> first, second;
        for (int i = 0; i < 2; ++i)
            first.merge(places(order.next(4)));
        const Tensor across = order.next(4); // two of this epoch, two of the next
        first.merge(places(across.slice(0, 0, 2)));
        second.merge(places(across.slice(0, 2, 4)));
        second.merge(places(order.next(8)));
        QCOMPARE(order.epochs(), 2.0);
        const std::multiset<std::int64_t> all = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        QVERIFY(first == all && second == all);
        QCOMPARE(order.next(25).numel(), 25); // more than an epoch at once
    }

    /// The count is all of its state.
    void orderGoesOnFromItsCount()
    {
        ShuffledOrder one(100, 3), other(100, 3), different(100, 4);
        one.next(70);
        other.state().copy_(one.state());
        const Tensor next = one.next(60);
        QVERIFY(at::equal(next, other.next(60)));
        different.next(70);
        QVERIFY(!at::equal(next, different.next(60)));
    }

    /// On the line of a single direction W1 of shifted samples is the shift; over directions of the plane the
    /// mean of |cos| is 2 / pi.
    void slicedDistanceOfAShift()
    {
        const Tensor x = uniform({500, 2}, 0, 1, 1);
        const SlicedDistance distance(x, 4000, random(2));
        QCOMPARE(distance.to(x), 0.0);
        const double shifted = distance.to(x + at::tensor({3.0, 0.0}, at::kDouble));
        QVERIFY2(std::abs(shifted - 3 * 2 / M_PI) < 0.05, std::to_string(shifted).c_str());
        QCOMPARE(distance.to(x.flip(0)), 0.0); // the order of samples means nothing
    }

    /// A perfect generator scores the floor, broken ones far more.
    void slicedDistanceOfGenerators()
    {
        const Tensor T = at::tensor({1.0, 0.5, 1.0, 0.5}, at::kDouble).view({2, 2});
        const auto outputs = [&](const Tensor& A, std::uint64_t seed) {
            return kroneckerProduct(A, uniform({2000, 4}, 0, 1, seed)).tanh();
        };
        const SlicedDistance distance(outputs(T, 1), 64, random(2));
        const double perfect = distance.to(outputs(T, 3));
        QVERIFY(perfect < 0.02);
        QVERIFY(distance.to(outputs(T.flip(1), 3)) < 0.02); // columns swapped: the same distribution
        QVERIFY(distance.to(outputs(-T, 3)) < 0.02);        // and the sign, as k = 2 is even
        QVERIFY(distance.to(outputs(T.t(), 3)) > 5 * perfect);
        QVERIFY(distance.to(at::zeros({2000, 4}, at::kDouble)) > 0.3);
        QVERIFY(distance.to(outputs(T, 3).slice(0, 0, 1).expand({2000, 4})) > 5 * perfect); // one vector only
    }
};

QTEST_GUILESS_MAIN(TestSignalNetworks)

#include "tst_signal_networks.moc"
