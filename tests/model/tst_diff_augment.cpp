#include "core/model/diff_augment.h"
#include "core/model/latent.h"
#include "core/model/picture_batches.h"
#include "core/model/sampling.h"
#include "core/model/shuffled_order.h"
#include "tests/model/gan_fixture.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <set>

using namespace gan;

namespace {

at::Generator fixed(std::uint64_t seed)
{
    return randomFor(seed, 0, Purpose::Augmentation);
}

Tensor numbers(at::IntArrayRef shape, std::uint64_t seed = 3)
{
    return at::empty(shape, at::kDouble).uniform_(-0.9, 0.9, fixed(seed));
}

const Augmentation kShift{true, false, false}, kColor{false, true, false}, kHole{false, false, true},
    kAll{true, true, true};

/// `picture` [3, H, W] moved by so many places, with 0 where nothing was.
Tensor moved(const Tensor& picture, std::int64_t down, std::int64_t right)
{
    const std::int64_t side = picture.size(1);
    const Tensor padded = at::constant_pad_nd(picture, {side, side, side, side});
    return padded.narrow(1, side - down, side).narrow(2, side - right, side);
}

} // namespace

class TestDiffAugment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNothing()
    {
        QVERIFY(at::equal(augmented(numbers({2, 3, 8, 8}), {}, fixed(1)), numbers({2, 3, 8, 8})));
    }

    void chanceFollowsTheGenerator()
    {
        const Tensor x = numbers({4, 3, 8, 8});
        QVERIFY(at::equal(augmented(x, kAll, fixed(1)), augmented(x, kAll, fixed(1))));
        QVERIFY(!at::equal(augmented(x, kAll, fixed(1)), augmented(x, kAll, fixed(2))));
    }

    /// Each picture is moved as a whole by at most an eighth of its side, and by each such amount sometimes.
    void translationMovesPixels()
    {
        const Tensor x = numbers({200, 3, 16, 16}), y = augmented(x, kShift, fixed(1));
        std::set<std::pair<int, int>> seen;
        for (std::int64_t i = 0; i < x.size(0); ++i)
            for (int down = -2; down <= 2; ++down)
                for (int right = -2; right <= 2; ++right)
                    if (at::equal(y[i], moved(x[i], down, right)))
                        seen.insert({down, right});
        QCOMPARE(seen.size(), std::size_t(25));
        for (std::int64_t i = 0; i < 20; ++i) {
            bool found = false;
            for (int k = 0; k < 25; ++k)
                found = found || at::equal(y[i], moved(x[i], k / 5 - 2, k % 5 - 2));
            QVERIFY(found);
        }
    }

    /// All that color may do is a straight line for each channel: what was equal stays equal, and where the
    /// channels are one, the order of light and dark stays.
    void colorKeepsTheStructure()
    {
        const Tensor gray = numbers({50, 1, 4, 4}).expand({50, 3, 4, 4});
        const Tensor y = augmented(gray, kColor, fixed(1));
        for (std::int64_t i = 0; i < 50; ++i) {
            QVERIFY((y[i] - y[i].mean(0, true)).abs().max().item<double>() < 1e-9); // still gray
            const Tensor before = gray[i][0].flatten() - gray[i][0].mean(),
                         after = y[i][0].flatten() - y[i][0].mean();
            const double slope = after.dot(before).item<double>() / before.dot(before).item<double>();
            QVERIFY(slope >= 0.5 && slope <= 1.5);
            QVERIFY((after - slope * before).abs().max().item<double>() < 1e-9);
            QVERIFY(std::abs((y[i].mean() - gray[i].mean()).item<double>()) <= 0.5);
        }
        QVERIFY((y.mean({1, 2, 3}) - gray.mean({1, 2, 3})).std().item<double>() > 0.2);
    }

    void cutoutZeroesASquare()
    {
        const Tensor x = at::ones({300, 3, 8, 8}, at::kDouble), y = augmented(x, kHole, fixed(1));
        const Tensor hole = y.eq(0);
        QVERIFY(at::equal(hole.logical_not(), y.eq(1)));
        std::set<std::int64_t> sizes;
        for (std::int64_t i = 0; i < x.size(0); ++i) {
            const Tensor one = hole[i][0];
            QVERIFY(at::equal(one, hole[i][1]) && at::equal(one, hole[i][2]));
            const Tensor rows = one.any(1), columns = one.any(0);
            QVERIFY(at::equal(one, rows.unsqueeze(1).logical_and(columns.unsqueeze(0)))); // a rectangle
            const auto height = rows.sum().item<std::int64_t>(), width = columns.sum().item<std::int64_t>();
            QVERIFY(height >= 2 && height <= 4 && width >= 2 && width <= 4); // half of it may lie outside
            sizes.insert(height * width);
        }
        QVERIFY(sizes.contains(16) && sizes.contains(4));
    }

    void gradientsPassThrough_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("translation") << 0;
        QTest::newRow("color") << 1;
        QTest::newRow("cutout") << 2;
        QTest::newRow("all") << 3;
    }
    void gradientsPassThrough()
    {
        QFETCH(int, kind);
        const Augmentation kinds = std::array{kShift, kColor, kHole, kAll}[static_cast<std::size_t>(kind)];
        const Tensor x = numbers({2, 3, 6, 6}), wish = numbers({2, 3, 6, 6}, 4);
        const auto loss = [&] { return augmented(x, kinds, fixed(5)).mul(wish).sum(); };
        x.requires_grad_();
        loss().backward();
        const Tensor gradient = x.grad().clone();
        x.requires_grad_(false);
        QVERIFY(gradient.abs().max().item<double>() > 0);
        QVERIFY(worstSlope(x, gradient, [&] { return loss().item<double>(); }) < 1e-7);
    }

    void flipsTurnHalfOfThemAround()
    {
        const Tensor x = numbers({400, 3, 2, 4});
        const Tensor y = mirroredByChance(x, fixed(1));
        int turned = 0;
        for (std::int64_t i = 0; i < x.size(0); ++i) {
            const bool isTurned = at::equal(y[i], x[i].flip(2));
            QVERIFY(isTurned || at::equal(y[i], x[i]));
            turned += isTurned;
        }
        QVERIFY2(turned > 150 && turned < 250, qPrintable(QString::number(turned)));
    }

    void bytesBecomeNumbersAndBytesAgain()
    {
        auto set = std::make_shared<PictureSet>();
        set->side = 4;
        for (int i = 0; i < 3 * 4 * 4 * 3; ++i)
            set->bytes.push_back(static_cast<std::uint8_t>(i * 37 % 256));
        set->trainCount = 3;
        const PictureBatches batches(set);
        const Tensor x = batches.numbers(at::tensor({2, 0}, at::kLong));
        QVERIFY(x.sizes() == at::IntArrayRef({2, 3, 4, 4}));
        QVERIFY(std::abs(x[0][1][2][3].item<double>() -
                         (set->picture(2)[(2 * 4 + 3) * 3 + 1] * 2 / 255.0 - 1)) < 1e-6);
        const Pictures back = picturesOf("p", x);
        QCOMPARE(back.count, 2);
        QCOMPARE(back.width, 4);
        QCOMPARE(back.channels, 3);
        QVERIFY(std::equal(back.bytes.begin(), back.bytes.begin() + 48, set->picture(2).begin()));
        QVERIFY(std::equal(back.bytes.begin() + 48, back.bytes.end(), set->picture(0).begin()));
        const Pictures outside = picturesOf("p", at::tensor({-3.f, 5.f, NAN}).view({1, 3, 1, 1}));
        QVERIFY(outside.bytes == (std::vector<std::uint8_t>{0, 255, 128}));
    }

    void eachPictureComesOnceAnEpoch()
    {
        ShuffledOrder order(10, 1), same(10, 1), other(10, 2);
        const Tensor three = order.next(30);
        QVERIFY(at::equal(three, same.next(30)));
        QVERIFY(!at::equal(three, other.next(30)));
        for (int epoch = 0; epoch < 3; ++epoch)
            QVERIFY(at::equal(std::get<0>(three.narrow(0, epoch * 10, 10).sort()), at::arange(10)));
        QVERIFY(!at::equal(three.narrow(0, 0, 10), three.narrow(0, 10, 10)));
        QCOMPARE(order.epochs(), 3.0);
        ShuffledOrder inBatches(10, 1); // in other portions, and from a place that was restored
        QVERIFY(at::equal(inBatches.next(7), three.narrow(0, 0, 7)));
        ShuffledOrder restored(10, 1);
        Tensor(restored.state()).copy_(inBatches.state());
        QVERIFY(at::equal(restored.next(16), three.narrow(0, 7, 16)));
    }

    void slerpKeepsToTheCircle()
    {
        const Tensor a = numbers({16}) * 3, b = numbers({16}, 4) * 5;
        const Tensor path = slerp(a, b, 10);
        QVERIFY(path.sizes() == at::IntArrayRef({10, 16}));
        QVERIFY((path[0] - a).abs().max().item<double>() < 1e-9);
        QVERIFY((path[9] - b).abs().max().item<double>() < 1e-9);
        const double from = a.norm().item<double>(), to = b.norm().item<double>();
        const auto angle = [](const Tensor& p, const Tensor& q) {
            return std::acos((p.dot(q) / p.norm() / q.norm()).item<double>());
        };
        for (int i = 0; i < 10; ++i) {
            QVERIFY(std::abs(path[i].norm().item<double>() - (from + (to - from) * i / 9)) < 1e-9);
            QVERIFY(std::abs(angle(a, path[i]) - angle(a, b) * i / 9) < 1e-6); // even steps
        }
        QVERIFY((slerp(a, a, 3)[1] - a).abs().max().item<double>() < 1e-9);
        QVERIFY(at::isfinite(slerp(a, -a, 3)).all().item<bool>());
        QVERIFY(at::isfinite(slerp(a, a * 0, 3)).all().item<bool>());
    }

    void directionsTurnZ()
    {
        const Tensor directions = latentDirections(3, 8, fixed(1));
        QVERIFY((directions.matmul(directions.t()) - at::eye(3)).abs().max().item<double>() < 1e-5);
        QVERIFY(at::equal(directions, latentDirections(3, 8, fixed(1))));
        QCOMPARE(latentDirections(3, 2, fixed(1)).size(0), 2);
        const Tensor z = normalNoise(1, 8, fixed(2))[0];
        const auto turned = [&](float amount) {
            return displaced(z, directions, at::tensor({amount, 0.f, 0.f}));
        };
        QVERIFY((turned(0) - z).abs().max().item<double>() < 1e-5);
        QVERIFY(std::abs((turned(3).norm() / z.norm()).item<double>() - 1) < 1e-5);
        const auto along = [&](const Tensor& v) { return v.dot(directions[0]).item<double>(); };
        QVERIFY(along(turned(-3)) < along(turned(-1)) && along(turned(-1)) < along(z) &&
                along(z) < along(turned(2)));
    }
};

QTEST_GUILESS_MAIN(TestDiffAugment)
#include "tst_diff_augment.moc"
