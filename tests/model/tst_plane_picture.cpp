#include "tests/model/gan_fixture.h"

#include "core/experiment.h"
#include "core/model/mlp_networks.h"
#include "core/model/plane_picture.h"

#include <QTest>

#include <cmath>

using namespace gan;

namespace {

/// G(z) = stretch * z + move, whatever has been learned.
class Stretch : public Generator {
public:
    Stretch(double stretch, double move)
        : m_stretch(stretch)
        , m_move(move)
    {
        adopt({at::zeros({1})});
    }
    Tensor operator()(const Tensor& z) override { return z * m_stretch + m_move; }

private:
    double m_stretch, m_move;
};

/// With 2-D normal noise; the networks see the points as they are.
struct Scene {
    explicit Scene(double stretch, double move)
        : shape(planeShape("disjoint"))
        , z(noise.draw(kPlaneShown, randomFor(1, 0, Purpose::Followed)))
        , real(drawPoints(*shape, kPlaneShown, randomFor(1, 0, Purpose::RealData)))
        , unseen(drawPoints(*shape, kPlaneMeasured, randomFor(2, 0, Purpose::RealData)))
    {
        gan.generator = std::make_unique<Stretch>(stretch, move);
        gan.discriminator = std::make_unique<MlpDiscriminator>(
            MlpShape{{2, 8}, Activation::Tanh}, Head::Single, randomFor(1, 0, Purpose::Weights));
        gan.facts = &lossNamed("non_saturating");
        gan.rule.loss = gan.facts->loss;
    }

    Snapshot picture(double bend = 1) const
    {
        const PlaneScene scene{gan, *gan.generator, noise, *shape, {}, z, real, unseen};
        View view(experimentNamed("plane-2d"));
        view.set("bend", bend);
        return planePicture(scene, view, randomFor(3, 0, Purpose::Picture));
    }

    Gan gan;
    Noise noise{true, 2};
    std::unique_ptr<PlaneShape> shape;
    Tensor z;
    PlanePoints real, unseen;
};

std::size_t cellAt(const Grid& grid, double x, double y)
{
    const auto column = std::size_t((x - grid.x0) / (grid.x1 - grid.x0) * grid.columns);
    const auto row = std::size_t((y - grid.y0) / (grid.y1 - grid.y0) * grid.rows);
    return row * std::size_t(grid.columns) + column;
}

} // namespace

/// What is seen of the plane is what the networks do.
class TestPlanePicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A generated sample goes where log D grows: by finite differences, each sample alone.
    void arrowsAreTheGradientOfGsLoss()
    {
        const Scene scene(0.2, 0.5);
        const Snapshot picture = scene.picture();
        const Arrows& felt = *picture.find<Arrows>("felt");
        QCOMPARE(int(felt.x.size()), kPlaneArrows);
        const auto logD = [&](double x, double y) {
            const Tensor score = (*scene.gan.discriminator)(tensorOf({{x}, {y}}, {})).real;
            return -std::log1p(std::exp(-score.item<double>()));
        };
        for (std::size_t i = 0; i < felt.x.size(); i += 10) {
            const double x = felt.x[i], y = felt.y[i], h = 0.01;
            const double dx = (logD(x + h, y) - logD(x - h, y)) / (2 * h);
            const double dy = (logD(x, y + h) - logD(x, y - h)) / (2 * h);
            QVERIFY(std::hypot(felt.dx[i] - dx, felt.dy[i] - dy) < 1e-3 + 0.01 * std::hypot(dx, dy));
            QVERIFY(std::hypot(dx, dy) > 0.01);
        }
    }

    void theMapIsD()
    {
        const Scene scene(0.2, 0.5);
        const Snapshot picture = scene.picture();
        const Grid& map = *picture.find<Grid>("d_plane");
        for (const auto& [column, row] : {std::pair(0, 0), {17, 40}, {map.columns - 1, map.rows - 1}}) {
            const double x = map.x0 + (map.x1 - map.x0) * (column + 0.5) / map.columns;
            const double y = map.y0 + (map.y1 - map.y0) * (row + 0.5) / map.rows;
            const double score = (*scene.gan.discriminator)(tensorOf({{x}, {y}}, {})).real.item<double>();
            const float shown = map.values[std::size_t(row * map.columns + column)];
            QVERIFY(std::abs(double(shown) - 1 / (1 + std::exp(-score))) < 1e-5);
        }
    }

    /// It knows real from generated where they are apart, and cannot where they lie alike.
    void theIdealDOfFarAndOfEqualSamples()
    {
        const Snapshot far = Scene(0.01, 0.05).picture(); // all generated samples in a corner
        const Grid& ideal = *far.find<Grid>("ideal_plane");
        QVERIFY(ideal.values[cellAt(ideal, 0.35, 0.75)] > 0.95f);
        QVERIFY(ideal.values[cellAt(ideal, 0.05, 0.05)] < 0.05f);
        QVERIFY(std::abs(ideal.values[cellAt(ideal, 0.95, 0.05)] - 0.5f) < 1e-6f); // neither is there

        Scene equal(1, 0);
        // Real points in place of G's: those of a normal distribution, as G's are.
        const Tensor z = equal.noise.draw(kPlaneMeasured, randomFor(9, 0, Purpose::Noise));
        equal.unseen = pointsOf(z * 0.1 + 0.5, {});
        equal.gan.generator = std::make_unique<Stretch>(0.1, 0.5);
        const Snapshot alike = equal.picture();
        const Grid& undecided = *alike.find<Grid>("ideal_plane");
        for (const auto& [x, y] : {std::pair(0.5, 0.5), {0.55, 0.45}, {0.4, 0.55}})
            QVERIFY(std::abs(undecided.values[cellAt(undecided, x, y)] - 0.5f) < 0.12f);
    }

    /// Its cells are as likely as each other: half of the corners lie below the middle, where G keeps it.
    void theNoiseSquareIsCarriedByG()
    {
        const Snapshot picture = Scene(0.1, 0.5).picture();
        const Mesh& mesh = *picture.find<Mesh>("manifold");
        QCOMPARE(mesh.columns, mesh.rows);
        const auto middle = std::size_t(mesh.rows / 2 * mesh.columns + mesh.columns / 2);
        QVERIFY(std::abs(mesh.x[middle] - 0.5) < 1e-6 && std::abs(mesh.y[middle] - 0.5) < 1e-6);
        // The outermost leave 2 % of the noise out: 2.054 deviations from the middle.
        QVERIFY(std::abs(mesh.x[0] - (0.5 - 0.1 * 2.0537)) < 1e-4);
        QVERIFY(std::abs(mesh.y.back() - (0.5 + 0.1 * 2.0537)) < 1e-4);
    }

    /// From the even square of the frame to where G carries it.
    void theNoiseSquareIsBentInPart()
    {
        const Scene scene(0.1, 0.5);
        const Snapshot even = scene.picture(0), part = scene.picture(0.25), whole = scene.picture(1);
        const Mesh &square = *even.find<Mesh>("manifold"), &bent = *whole.find<Mesh>("manifold");
        const Mesh& between = *part.find<Mesh>("manifold");
        QCOMPARE(square.x.front(), 0.0);
        QCOMPARE(square.y.front(), 0.0);
        QCOMPARE(square.x.back(), 1.0);
        QCOMPARE(square.x[1] - square.x[0], 1.0 / (square.columns - 1));
        for (std::size_t i = 0; i < between.x.size(); ++i) {
            QVERIFY(std::abs(between.x[i] - (0.25 * bent.x[i] + 0.75 * square.x[i])) < 1e-12);
            QVERIFY(std::abs(between.y[i] - (0.25 * bent.y[i] + 0.75 * square.y[i])) < 1e-12);
        }
    }

    void sharesAreThoseOfTheSamples()
    {
        const Snapshot onOne =
            Scene(0.005, 0.35).picture(); // around (0.35, 0.35): near the third hill, on none
        const Snapshot wide = Scene(0.2, 0.5).picture();
        const auto sharesOf = [](const Snapshot& picture) {
            std::vector<double> shares;
            for (const auto& row : picture.find<Table>("modes")->rows)
                shares.push_back(row[3]);
            return shares;
        };
        QCOMPARE(sharesOf(onOne), std::vector<double>({0, 0, 0}));
        for (const double share : sharesOf(wide)) // of a wide hill: a little on each
            QVERIFY(share > 0.5 && share < 20);
    }

    /// What is not looked at is not computed, and changes nothing of the rest.
    void onlyWhatIsAskedFor()
    {
        const Scene scene(0.2, 0.5);
        const PlaneScene seen{scene.gan, *scene.gan.generator, scene.noise, *scene.shape, {},
                              scene.z,   scene.real,           scene.unseen};
        View view(experimentNamed("plane-2d"));
        view.setParts(View::Parts{"real", "generated", "modes"});
        const Snapshot some = planePicture(seen, view, randomFor(3, 0, Purpose::Picture));
        QVERIFY(!some.find<Grid>("d_plane") && !some.find<Mesh>("manifold") &&
                !some.find<Histogram>("d_real"));
        QVERIFY(*some.find<Table>("modes") == *scene.picture().find<Table>("modes"));
        view.setParts(View::Parts{"d_plane"});
        QVERIFY(planePicture(seen, view, randomFor(3, 0, Purpose::Picture)).find<Grid>("d_plane"));
        QVERIFY(!planePicture(seen, view, randomFor(3, 0, Purpose::Picture)).find<Points>("z"));
        view.setText("layer_d", "no");
        view.setText("layer_contour", "no");
        QVERIFY(!planePicture(seen, view, randomFor(3, 0, Purpose::Picture)).find<Grid>("d_plane"));
    }

    /// G of them are the generated samples.
    void zAreTheNumbersOfTheGeneratedSamples()
    {
        const Snapshot picture = Scene(0.2, 0.5).picture();
        const Points &z = *picture.find<Points>("z"), &generated = *picture.find<Points>("generated");
        QCOMPARE(int(z.x.size()), kPlaneShown);
        for (std::size_t i = 0; i < z.x.size(); ++i) {
            QVERIFY(std::abs(0.2 * z.x[i] + 0.5 - generated.x[i]) < 1e-6);
            QVERIFY(std::abs(0.2 * z.y[i] + 0.5 - generated.y[i]) < 1e-6);
        }
    }

    /// A z of one number lies on a line.
    void theOnlyNumberOfZ()
    {
        Scene scene(0.2, 0.5);
        scene.noise = Noise(false, 1);
        scene.z = scene.noise.draw(kPlaneShown, randomFor(1, 0, Purpose::Followed));
        scene.gan.generator = std::make_unique<MlpGenerator>(MlpShape{{1, 4, 2}, Activation::Tanh},
                                                             randomFor(1, 0, Purpose::Weights));
        const Snapshot picture = scene.picture();
        const Points& z = *picture.find<Points>("z");
        for (std::size_t i = 0; i < z.x.size(); ++i) {
            QCOMPARE(z.x[i], double(scene.z[std::int64_t(i)][0].item<float>()));
            QCOMPARE(z.y[i], 0.0);
        }
    }

    void verdictsAreDsAnswers()
    {
        const Scene scene(0.2, 0.5);
        const Snapshot picture = scene.picture();
        for (const auto& [points, verdicts] : {std::pair("real", "d_real"), {"generated", "d_generated"}}) {
            const Points& judged = *picture.find<Points>(points);
            const Tensor score = (*scene.gan.discriminator)(tensorOf({judged.x, judged.y}, {})).real;
            std::vector<std::int64_t> counts(picture.find<Histogram>(verdicts)->counts.size());
            for (std::size_t i = 0; i < judged.x.size(); ++i) {
                const double answer = 1 / (1 + std::exp(-score[std::int64_t(i)].item<double>()));
                ++counts[std::size_t(answer * double(counts.size()))];
            }
            QCOMPARE(counts, picture.find<Histogram>(verdicts)->counts);
        }
    }

    /// With z comes all that data goes through, whatever is shown of the plane.
    void whoFollowsTheDataHasAllLayers()
    {
        const Scene scene(0.2, 0.5);
        const PlaneScene seen{scene.gan, *scene.gan.generator, scene.noise, *scene.shape, {},
                              scene.z,   scene.real,           scene.unseen};
        View view(experimentNamed("plane-2d"));
        for (const char* layer : {"layer_d", "layer_contour", "layer_manifold", "layer_arrows"})
            view.setText(layer, "no");
        View::Parts parts = {"d_plane", "manifold", "felt", "ideal_plane"};
        const auto picture = [&] {
            view.setParts(parts);
            return planePicture(seen, view, randomFor(3, 0, Purpose::Picture));
        };
        const Snapshot hidden = picture();
        QVERIFY(!hidden.find<Grid>("d_plane") && !hidden.find<Mesh>("manifold") &&
                !hidden.find<Arrows>("felt"));
        parts.insert("z");
        const Snapshot followed = picture(), whole = scene.picture();
        QVERIFY(followed.find<Grid>("d_plane") && followed.find<Mesh>("manifold") &&
                followed.find<Arrows>("felt"));
        QVERIFY(*followed.find<Grid>("d_plane") == *whole.find<Grid>("d_plane"));
        QVERIFY(*followed.find<Mesh>("manifold") == *whole.find<Mesh>("manifold"));
        QVERIFY(*followed.find<Arrows>("felt") == *whole.find<Arrows>("felt"));
        QVERIFY(!followed.find<Grid>("ideal_plane")); // it costs much, and data does not go through it
    }
};

QTEST_APPLESS_MAIN(TestPlanePicture)
#include "tst_plane_picture.moc"
