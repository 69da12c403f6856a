#include "core/session/pictures/drawn_faces.h"

#include "core/session/pictures/face_painter.h"
#include "tests/support/richness.h"

#include <QTest>

#include <map>
#include <set>

using namespace gan;

namespace {

DrawnFaces few(std::int64_t count = 200)
{
    return {32, count, 1, {}};
}

/// How often each value of a factor occurs among 2000 faces.
template <class Factor>
auto counted(Factor FaceFactors::*factor, const FaceDifficulty& difficulty = {})
{
    std::map<Factor, int> counts;
    for (int i = 0; i < 2000; ++i)
        ++counts[faceFactors(1, i, difficulty).*factor];
    return counts;
}

std::vector<std::uint8_t> drawn(const FaceFactors& face, int side = 32)
{
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(side * side * 3));
    drawFace(face, side, bytes.data());
    return bytes;
}

/// Mean of the absolute differences of all bytes.
double difference(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::abs(a[i] - b[i]);
    return sum / static_cast<double>(a.size());
}

} // namespace

class TestDrawnFaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threadsChangeNothing()
    {
        const PictureSet one = drawFaces(few(), {}, 1);
        QCOMPARE(one.count(), 200);
        QCOMPARE(one.trainCount, 180);
        QVERIFY(one.unusable.empty() && one.names.empty());
        for (const int threads : {2, 5})
            QVERIFY(drawFaces(few(), {}, threads).bytes == one.bytes);
    }

    /// A face is the same among few and many, and what it is made of can be asked for later.
    void aFaceFollowsFromSeedAndIndex()
    {
        const PictureSet many = drawFaces(few());
        QVERIFY(std::ranges::equal(drawFaces(few(64)).picture(63), many.picture(63)));
        QVERIFY(std::ranges::equal(drawn(faceFactors(1, 63, {})), many.picture(63)));
        QVERIFY(drawFaces({32, 64, 2, {}}).bytes != drawFaces(few(64)).bytes);
    }

    void everyFaceIsAnother()
    {
        const PictureSet set = drawFaces(few());
        std::set<std::string> different;
        for (std::int64_t i = 0; i < set.count(); ++i)
            different.emplace(set.picture(i).begin(), set.picture(i).end());
        QCOMPARE(different.size(), 200u);
    }

    /// Whole numbers alone decide about them, so they are the same on each machine.
    void knownFactors()
    {
        const FaceFactors first = faceFactors(1, 0, {});
        QCOMPARE(first.hair, Hair::Bald);
        QCOMPARE(first.beard, Beard::Goatee);
        QCOMPARE(faceFactors(1, 12, {}).glasses, Glasses::None);
        QCOMPARE(faceFactors(1, 13, {}).glasses, Glasses::Round);
    }

    void allFactorsOccur()
    {
        QCOMPARE(counted(&FaceFactors::hair).size(), 7u);
        QCOMPARE(counted(&FaceFactors::beard).size(), 5u);
        QCOMPARE(counted(&FaceFactors::glasses).size(), 4u);
        QCOMPARE(counted(&FaceFactors::hairColor).size(), std::size_t{kHairColors});
        QCOMPARE(counted(&FaceFactors::clothes).size(), std::size_t{kClothes});
        QCOMPARE(counted(&FaceFactors::iris).size(), std::size_t{kIrisColors});
        QCOMPARE(counted(&FaceFactors::backdrop).size(), std::size_t{kBackdrops});
    }

    /// Both ends of each range are reached, and 0 lies in the middle.
    void numbersVary()
    {
        using F = FaceFactors;
        for (const auto factor :
             {&F::hairShade, &F::hairVolume, &F::faceWidth, &F::faceHeight, &F::jaw, &F::yaw, &F::eyeSpacing,
              &F::eyeOpenness, &F::eyeSize, &F::gaze, &F::browAngle, &F::browThickness, &F::browHeight,
              &F::nose, &F::smile, &F::mouthWidth, &F::lightX, &F::brightness, &F::backdropShade}) {
            float sum = 0, low = 0, high = 0;
            for (int i = 0; i < 2000; ++i) {
                const float value = faceFactors(1, i, {}).*factor;
                sum += value;
                low = std::min(low, value);
                high = std::max(high, value);
            }
            QVERIFY(low >= -1 && low < -0.99f && high <= 1 && high > 0.99f);
            QVERIFY(std::abs(sum / 2000) < 0.04f); // three standard deviations
        }
    }

    void shareOfGlasses()
    {
        const auto without = [](double share) {
            return counted(&FaceFactors::glasses, {false, true, share})[Glasses::None];
        };
        QCOMPARE(without(0), 2000);
        QCOMPARE(without(1), 0);
        QVERIFY(std::abs(without(0.25) - 1500) < 60); // three standard deviations
    }

    void difficultyChangesOnlyWhatItNames()
    {
        const FaceFactors varied = faceFactors(1, 5, {}), fixed = faceFactors(1, 5, {false, false, 0.3}),
                          random = faceFactors(1, 5, {true, true, 0.3});
        QVERIFY(varied.yaw != 0 && varied.roll != 0 && varied.x != 0 && varied.y != 0);
        QVERIFY(fixed.yaw == 0 && fixed.roll == 0 && fixed.x == 0 && fixed.y == 0);
        QVERIFY(fixed.hair == varied.hair && fixed.smile == varied.smile && fixed.skin == varied.skin);
        QVERIFY(random.randomBackdrop && !varied.randomBackdrop && random.roll == varied.roll);
        QVERIFY(difference(drawn(varied), drawn(random)) > 10); // the middle, the face itself, stays:
        const auto middle = static_cast<std::size_t>((18 * 32 + 16) * 3);
        QVERIFY(drawn(varied)[middle] == drawn(random)[middle]);
    }

    /// Each factor shows in the picture.
    void factorsAreSeen()
    {
        FaceFactors plain;
        plain.skin = 0.3f;
        const auto before = drawn(plain, 64);
        const auto seen = [&](auto change) {
            FaceFactors other = plain;
            change(other);
            return difference(before, drawn(other, 64)) > 0.05;
        };
        QVERIFY(!seen([](FaceFactors&) {}));
        QVERIFY(seen([](FaceFactors& f) { f.skin = 0.5f; }));
        QVERIFY(seen([](FaceFactors& f) { f.hairColor = 4; }));
        QVERIFY(seen([](FaceFactors& f) { f.faceWidth = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.faceHeight = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.jaw = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.yaw = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.roll = 5; }));
        QVERIFY(seen([](FaceFactors& f) { f.eyeSpacing = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.eyeOpenness = -1; }));
        QVERIFY(seen([](FaceFactors& f) { f.iris = 2; }));
        QVERIFY(seen([](FaceFactors& f) { f.browAngle = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.browThickness = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.nose = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.smile = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.mouthOpenness = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.lightX = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.brightness = 1; }));
        QVERIFY(seen([](FaceFactors& f) { f.backdrop = 2; }));
        for (int i = 1; i < 7; ++i)
            QVERIFY(seen([i](FaceFactors& f) { f.hair = static_cast<Hair>(i == 1 ? 0 : i); }));
        for (int i = 1; i < 5; ++i)
            QVERIFY(seen([i](FaceFactors& f) { f.beard = static_cast<Beard>(i); }));
        for (int i = 1; i < 4; ++i)
            QVERIFY(seen([i](FaceFactors& f) { f.glasses = static_cast<Glasses>(i); }));
        for (int i = 1; i < kClothes; ++i)
            QVERIFY(seen([i](FaceFactors& f) { f.clothes = i; }));
    }

    /// 64 and 32 pixels show the same face.
    void sizesShowTheSame()
    {
        const FaceFactors face = faceFactors(1, 3, {});
        const auto large = drawn(face, 64), small = drawn(face, 32);
        std::vector<std::uint8_t> halved(small.size());
        for (std::size_t y = 0; y < 32; ++y)
            for (std::size_t x = 0; x < 96; ++x) {
                const std::size_t at = y * 2 * 192 + x / 3 * 6 + x % 3;
                halved[y * 96 + x] = static_cast<std::uint8_t>(
                    (large[at] + large[at + 3] + large[at + 192] + large[at + 195]) / 4);
            }
        QVERIFY(difference(halved, small) < 2);
    }

    /// What is to be learned stays rich: 18 components for 90 % of the variance, MS-SSIM of pairs at most
    /// 0.32.
    void rich()
    {
        const PictureSet set = drawFaces(few(600));
        const std::vector<double> shares = varianceShares(set);
        const int c80 = componentsFor(shares, 0.8), c90 = componentsFor(shares, 0.9),
                  c95 = componentsFor(shares, 0.95);
        const double likeness = meanMsSsim(set, 300);
        qInfo("components for 80/90/95 %% of the variance: %d/%d/%d; MS-SSIM of pairs %.3f", c80, c90, c95,
              likeness);
        QVERIFY(c90 >= 18);
        QVERIFY(likeness <= 0.32);
    }

    /// The measures themselves: copies are alike, one direction is one component.
    void measuresOfRichness()
    {
        PictureSet set = drawFaces(few(64));
        QVERIFY(std::abs(msSsim(set.picture(0), set.picture(0), 32) - 1) < 1e-9);
        for (std::int64_t i = 0; i < 64; ++i)
            std::fill_n(set.bytes.begin() + i * set.bytesEach(), set.bytesEach(),
                        static_cast<std::uint8_t>(4 * i));
        QCOMPARE(componentsFor(varianceShares(set), 0.999), 1);
    }

    void cancel()
    {
        std::int64_t last = -1;
        const auto step = [&](std::int64_t done, std::int64_t total) {
            last = done;
            return total == 4000 && done < 100;
        };
        QVERIFY_EXCEPTION_THROWN(drawFaces(few(4000), step), LoadingCanceled);
        QVERIFY(last >= 100 && last < 1000);
    }

    void progressEndsAtTheEnd()
    {
        std::int64_t before = 0;
        drawFaces(few(),
                  [&](std::int64_t done, std::int64_t) { return std::exchange(before, done) <= done; });
        QCOMPARE(before, 200);
    }

    void tooManyIsASentence()
    {
        try {
            drawFaces({64, 400000, 1, {}});
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY(QString::fromUtf8(error.what()).contains("more than the 325520"));
        }
    }
};

QTEST_APPLESS_MAIN(TestDrawnFaces)
#include "tst_drawn_faces.moc"
