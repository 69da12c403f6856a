#include "core/experiment.h"
#include "core/plane/plane_measures.h"

#include <QTest>

#include <cmath>
#include <random>
#include <set>

using namespace gan;

namespace {

PlaneDraws draws(std::size_t count, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> uniform;
    std::normal_distribution<double> normal;
    PlaneDraws all;
    for (std::size_t i = 0; i < count; ++i) {
        all.u.push_back(uniform(random));
        all.v.push_back(uniform(random));
        all.a.push_back(normal(random));
        all.b.push_back(normal(random));
    }
    return all;
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / double(values.size());
}

/// What generators do wrong.
PlanePoints moved(PlanePoints points, double by)
{
    for (double& x : points.x)
        x += by;
    return points;
}

PlanePoints shrunk(PlanePoints points, double to)
{
    for (auto* values : {&points.x, &points.y}) {
        const double mean = meanOf(*values);
        for (double& value : *values)
            value = mean + to * (value - mean);
    }
    return points;
}

/// Without the points of the first mode: others in their place.
PlanePoints withoutFirst(PlanePoints points, const PlaneMode& mode)
{
    const auto isIn = [&](std::size_t i) {
        return std::hypot(points.x[i] - mode.x, points.y[i] - mode.y) < 0.5 * mode.sdX * 10;
    };
    std::size_t other = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!isIn(i))
            continue;
        while (isIn(other) || other == i)
            ++other;
        points.x[i] = points.x[other];
        points.y[i] = points.y[other++];
    }
    return points;
}

} // namespace

/// Distributions on the plane, and the measures that compare samples of them.
class TestPlane : public QObject {
    Q_OBJECT

    static void addShapes()
    {
        QTest::addColumn<QString>("name");
        const std::set<std::string_view> ofAHand = {"drawn", "csv", "picture"};
        for (const SettingChoice& choice : experimentNamed("plane-2d").setting("data").choices)
            if (!ofAHand.contains(choice.value))
                QTest::newRow(choice.value) << choice.value;
    }

private Q_SLOTS:
    void pointsLieWhereTheDensitySays_data() { addShapes(); }
    /// The density's integral over each cell of a coarse grid is the share of the points there.
    void pointsLieWhereTheDensitySays()
    {
        QFETCH(QString, name);
        const auto shape = planeShape(name.toStdString());
        const PlaneFrame frame = shape->frame();
        constexpr int cells = 6, fine = 30;
        constexpr std::size_t count = 40'000;
        std::vector<double> expected(cells * cells), found(cells * cells);
        const double step = 2 * frame.half / (cells * fine);
        for (int row = 0; row < cells * fine; ++row)
            for (int column = 0; column < cells * fine; ++column)
                expected[std::size_t(row / fine * cells + column / fine)] +=
                    step * step *
                    shape->density(frame.x - frame.half + (column + 0.5) * step,
                                   frame.y - frame.half + (row + 0.5) * step);
        const PlanePoints points = shape->place(draws(count, 1));
        for (std::size_t i = 0; i < count; ++i) {
            const int column = int(std::floor((points.x[i] - frame.x + frame.half) / (step * fine)));
            const int row = int(std::floor((points.y[i] - frame.y + frame.half) / (step * fine)));
            if (column >= 0 && column < cells && row >= 0 && row < cells)
                found[std::size_t(row * cells + column)] += 1.0 / count;
        }
        double inFrame = 0;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            inFrame += expected[i];
            const double spread = std::sqrt(expected[i] / count);
            QVERIFY2(std::abs(found[i] - expected[i]) < 5 * spread + 2e-3,
                     qPrintable(QStringLiteral("cell %1: %2, %3").arg(i).arg(found[i]).arg(expected[i])));
        }
        QVERIFY(inFrame > 0.95 && inFrame < 1.002);
    }

    void aPerfectSampleScoresLeast_data() { addShapes(); }
    /// Perfect, slightly and far moved, shrunk, collapsed: in this order by each measure.
    void aPerfectSampleScoresLeast()
    {
        QFETCH(QString, name);
        const auto shape = planeShape(name.toStdString());
        const PlaneFrame frame = shape->frame();
        const PlanePoints real = shape->place(draws(1000, 1)), perfect = shape->place(draws(1000, 2));
        const PlanePoints near = moved(perfect, 0.2 * frame.half), far = moved(perfect, 0.6 * frame.half);
        const PlanePoints tight = shrunk(perfect, 0.5), collapsed = shrunk(perfect, 0);
        const auto shares = planeShares(shape->place(draws(100'000, 3)), frame);
        const auto sliced = [&](const PlanePoints& p) { return slicedDistance(p, real, 16); };
        const auto energy = [&](const PlanePoints& p) { return energyDistance(p, real); };
        const auto js = [&](const PlanePoints& p) { return jensenShannon(shares, planeShares(p, frame)); };
        for (const std::function<double(const PlanePoints&)>& measure :
             {std::function<double(const PlanePoints&)>(sliced),
              std::function<double(const PlanePoints&)>(energy)}) {
            QVERIFY(measure(perfect) < measure(near) && measure(near) < measure(far));
            QVERIFY(measure(perfect) < measure(tight) && measure(tight) < measure(collapsed));
        }
        QVERIFY(js(perfect) < js(near) && js(perfect) < js(tight) && js(tight) <= js(collapsed));
        QVERIFY(js(collapsed) > 0.8 && js(collapsed) < 1 + 1e-9);
    }

    void equalSamplesScoreNothing()
    {
        const auto shape = planeShape("ring");
        const PlanePoints points = shape->place(draws(500, 4));
        const auto shares = planeShares(points, shape->frame());
        QCOMPARE(slicedDistance(points, points, 8), 0.0);
        QCOMPARE(jensenShannon(shares, shares), 0.0);
        double sum = 0;
        for (const double share : shares)
            sum += share;
        QVERIFY(std::abs(sum - 1) < 1e-12);
    }

    /// A move by d is seen from an angle a as d |cos a|, whose mean is 2 / pi.
    void slicedDistanceOfAMove()
    {
        const PlanePoints points = planeShape("moons")->place(draws(300, 5));
        const double expected = 0.3 * 2 / 3.14159265358979;
        QVERIFY(std::abs(slicedDistance(points, moved(points, 0.3), 512) - expected) < 1e-4);
    }

    /// What is computed once gives the same bits.
    void aReferenceMeasuresTheSame()
    {
        const auto shape = planeShape("moons");
        const PlanePoints real = shape->place(draws(300, 1)), sample = shape->place(draws(300, 2));
        const PlaneReference reference(real, 16, 300);
        QCOMPARE(reference.slicedDistanceTo(sample), slicedDistance(sample, real, 16));
        QCOMPARE(reference.energyDistanceTo(sample), energyDistance(sample, real));
    }

    void energyDistanceOfTwoPlaces()
    {
        // All of one sample 3 from all of the other: 2 * 3, and nothing within either.
        QCOMPARE(energyDistance({{0, 0}, {0, 0}}, {{3, 3}, {0, 0}}), 6.0);
    }

    /// What GAN Lab's measure leaves out makes it look better than perfect; here nothing is left out.
    void allOutsideSharesNothing()
    {
        const auto shape = planeShape("ring");
        const auto shares = planeShares(shape->place(draws(10'000, 6)), shape->frame());
        const PlanePoints outside = moved(shape->place(draws(1000, 7)), 50);
        QVERIFY(jensenShannon(shares, planeShares(outside, shape->frame())) > 0.999);
    }

    void hillsAreCounted()
    {
        for (const char* name : {"gaussians", "disjoint", "ring8", "grid25"}) {
            const auto shape = planeShape(name);
            const std::vector<PlaneMode> modes = shape->modes();
            const PlanePoints points = shape->place(draws(4000, 8));
            const ModeLedger all = modeLedger(points, modes);
            QCOMPARE(all.hit, int(modes.size()));
            QVERIFY(all.quality > 0.98 && all.quality <= 1);
            for (const double share : all.shares)
                QVERIFY(std::abs(share * double(modes.size()) - 1) < 0.5);
            if (name == QByteArray("gaussians"))
                continue; // its hills touch
            const ModeLedger dropped = modeLedger(withoutFirst(points, modes.front()), modes);
            QCOMPARE(dropped.hit, all.hit - 1);
            QVERIFY(dropped.shares.front() < 0.001 && dropped.quality > 0.98);
            const ModeLedger collapsed = modeLedger(shrunk(points, 0), modes);
            QVERIFY(collapsed.hit <= 1);
        }
    }

    /// Only the file's points, each as often as another; the frame has room for all.
    void pointsOfAFile()
    {
        const PlanePoints given{{-3, 1, 5}, {10, 10.5, 11}};
        const auto shape = scatteredShape(given);
        const PlaneFrame frame = shape->frame();
        QCOMPARE(frame.x, 1.0);
        QCOMPARE(frame.y, 10.5);
        QVERIFY(frame.half > 4 && frame.half < 5);
        const PlanePoints points = shape->place(draws(3000, 9));
        int counts[3] = {};
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto at =
                std::size_t(std::find(given.x.begin(), given.x.end(), points.x[i]) - given.x.begin());
            QVERIFY(at < 3 && given.y[at] == points.y[i]);
            ++counts[at];
        }
        for (const int count : counts)
            QVERIFY(std::abs(count - 1000) < 130);
        QVERIFY(shape->density(1, 10.5) > 10 * shape->density(3, 10.5));
    }

    void onlyHillsHaveModes()
    {
        for (const char* name : {"line", "ring", "spiral", "moons", "checkerboard"})
            QVERIFY(planeShape(name)->modes().empty());
    }
};

QTEST_APPLESS_MAIN(TestPlane)
#include "tst_plane.moc"
