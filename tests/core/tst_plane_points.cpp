#include "core/error.h"
#include "core/experiment.h"
#include "core/experiments/plane_points.h"
#include "core/plane/plane_sketch.h"
#include "core/settings/settings.h"

#include <QTest>

#include <algorithm>

using namespace gan;

namespace {

Settings with(const std::vector<std::pair<const char*, const char*>>& values)
{
    Settings settings(experimentNamed("plane-2d"));
    for (const auto& [key, value] : values)
        settings.setText(key, value);
    return settings;
}

std::string sentence(const Settings& settings)
{
    try {
        readPlanePoints(settings);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

} // namespace

/// What a hand brings as data.
class TestPlanePoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDrawingIsItsPoints()
    {
        const Vectors read = *readPlanePoints(with({{"data", "drawn"}, {"drawn", "0.25 0.5; 1 0"}})).vectors;
        QCOMPARE(read.length, 2);
        QCOMPARE(read.values, (std::vector<double>{0.25, 0.5, 1, 0}));
    }

    /// Only the data that is chosen counts.
    void otherDataNeedsNone()
    {
        QVERIFY(readPlanePoints(with({{"drawn", "0.25 0.5; 1 0"}, {"data_file", "/none.csv"}})).isEmpty());
    }

    void whatIsMissingIsSaid()
    {
        QVERIFY(sentence(with({{"data", "drawn"}})).starts_with("Nothing is drawn yet"));
        QVERIFY(sentence(with({{"data", "drawn"}, {"drawn", "0.5 0.5; 0.5 0.5"}}))
                    .starts_with("All drawn points lie in one place"));
        QVERIFY(sentence(with({{"data", "csv"}})).starts_with("No file is chosen"));
        QVERIFY(sentence(with({{"data", "csv"}, {"data_file", "/none.csv"}})).find("/none.csv") !=
                std::string::npos);
    }

    void pointsAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "0 1", "0.1234 0.5; 1e-05 1; 0 0"})
            QTest::addRow("\"%s\"", text) << QString::fromLatin1(text);
    }

    void pointsAreReadAndWritten()
    {
        QFETCH(QString, text);
        const Settings settings = with({{"drawn", text.toLatin1().constData()}});
        QCOMPARE(settingValueText(settings.value("drawn")), text.toStdString());
    }

    void wrongPointsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"0.5", "0.5 0.5 0.5", "0.5 1.5", "0.5 x", "nan 0", "0 0;"})
            QTest::addRow("\"%s\"", text) << QString::fromLatin1(text);
    }

    void wrongPointsAreRefused()
    {
        QFETCH(QString, text);
        QVERIFY_THROWS_EXCEPTION(Error, with({{"drawn", text.toLatin1().constData()}}));
    }

    /// A run copies its settings in each iteration.
    void copiesShareTheirPoints()
    {
        const Settings settings = with({{"drawn", "0.25 0.5; 1 0"}});
        const Settings copy = settings;
        QCOMPARE(copy.points("drawn").coordinates().data(), settings.points("drawn").coordinates().data());
        QVERIFY(copy == settings);
        QVERIFY(copy != with({{"drawn", "0.25 0.5; 1 0.1"}}));
    }

    /// The picture of a distribution in the chooser: nearly all of it lies in its square.
    void aSketchFillsItsSquare()
    {
        for (const char* data :
             {"line", "gaussians", "ring", "ring8", "grid25", "spiral", "moons", "checkerboard"}) {
            const PlanePoints points = sketchOf(*planeShape(data), 500);
            const auto isInside = [](double place) { return place > 0 && place < 1; };
            for (const auto* coordinates : {&points.x, &points.y}) {
                QCOMPARE(coordinates->size(), 500);
                QVERIFY(std::count_if(coordinates->begin(), coordinates->end(), isInside) > 480);
            }
            QVERIFY(points == sketchOf(*planeShape(data), 500));
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanePoints)
#include "tst_plane_points.moc"
