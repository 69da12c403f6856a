#include "core/error.h"
#include "core/experiment.h"
#include "core/session/data_loader.h"
#include "core/session/pictures/dark_points.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gan;

namespace {

std::string sentence(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

/// The share of points for which this is true.
template <class Test>
double share(const Vectors& points, Test test)
{
    std::int64_t found = 0;
    for (std::size_t i = 0; i < points.values.size(); i += 2)
        found += test(points.values[i], points.values[i + 1]);
    return static_cast<double>(found) / static_cast<double>(points.count());
}

} // namespace

class TestDarkPoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Black above on the left, half as dark below on the right, else white: two of three points lie above on
    /// the left, none elsewhere.
    void pointsLieWhereItIsDark()
    {
        QImage picture(160, 160, QImage::Format_RGB32);
        for (int y = 0; y < 160; ++y)
            for (int x = 0; x < 160; ++x)
                picture.setPixel(x, y,
                                 x < 80 && y < 80     ? qRgb(0, 0, 0)
                                 : x >= 80 && y >= 80 ? qRgb(128, 128, 128)
                                                      : qRgb(255, 255, 255));
        const Vectors points = darkPoints(saved(picture));
        QCOMPARE(points.length, 2);
        QCOMPARE(points.count(), kDarkPoints);
        const double above = share(points, [](double x, double y) { return x < 0.5 && y > 0.5; });
        const double below = share(points, [](double x, double y) { return x > 0.5 && y < 0.5; });
        QVERIFY(std::abs(above - 255.0 / (255 + 127)) < 0.02);
        QCOMPARE(above + below, 1.0);
        const auto half = [](double x, double y) {
            return x < 0.25 && y > 0.5;
        }; // even within the black square
        QVERIFY(std::abs(share(points, half) - above / 2) < 0.02);
        QVERIFY(std::all_of(points.values.begin(), points.values.end(),
                            [](double v) { return v >= 0 && v <= 1; }));
    }

    void theSamePictureGivesTheSamePoints()
    {
        QImage picture(64, 64, QImage::Format_RGB32);
        picture.fill(qRgb(90, 90, 90));
        const std::string path = saved(picture);
        QCOMPARE(darkPoints(path).values, darkPoints(path).values);
    }

    void whatIsTransparentIsWhite()
    {
        QImage picture(64, 64, QImage::Format_ARGB32);
        picture.fill(qRgba(0, 0, 0, 0));
        const std::string path = saved(picture);
        QCOMPARE(sentence([&] { darkPoints(path); }),
                 "The picture " + path + " is white all over: it needs dark parts.");
    }

    void whatCannotBeRead()
    {
        QCOMPARE(sentence([] { darkPoints("/none.png"); }),
                 std::string("The picture /none.png cannot be opened: No such file or directory."));
        const std::string path = m_folder.filePath(QStringLiteral("no.png")).toStdString();
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture");
        file.close();
        QCOMPARE(sentence([&] { darkPoints(path); }),
                 "The picture " + path + " cannot be used. It is not a PNG, JPEG, WebP or BMP picture.");
    }

    /// Of the settings of plane-2d.
    void thePlaneReadsThem()
    {
        QImage picture(64, 64, QImage::Format_RGB32);
        picture.fill(Qt::black);
        Settings settings(experimentNamed("plane-2d"));
        settings.setText("data", "picture");
        QCOMPARE(sentence([&] { quickData(settings); }),
                 std::string("No file is chosen: name one in \"Data file\", or choose other data."));
        settings.setText("data_file", saved(picture));
        QCOMPARE(quickData(settings).vectors->count(), kDarkPoints);
    }

private:
    std::string saved(const QImage& picture)
    {
        const QString path = m_folder.filePath(QStringLiteral("picture.png"));
        picture.save(path);
        return path.toStdString();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestDarkPoints)
#include "tst_dark_points.moc"
