#include "ui/window/frame_clock.h"

#include <QTest>

using namespace gan;
using Seconds = FrameClock::Seconds;

namespace {

/// Training that makes `rate` iterations a second while the screen rests, and `slowed` of that while a frame
/// of `frame` seconds is drawn; the share of its iterations that it makes in the end.
double shareLeft(FrameClock& clock, double rate, double slowed, double frame, int frames = 200)
{
    double made = 0, time = 0, rest = 1;
    for (int i = 0; i < frames; ++i) {
        const FrameClock::Span resting{Seconds(rest), rate * rest},
            drawing{Seconds(frame), slowed * rate * frame};
        clock.add(resting, drawing);
        rest = clock.restAfter(Seconds(frame)).count();
        if (i > frames / 2) {
            made += resting.iterations + drawing.iterations;
            time += (resting.time + drawing.time).count();
        }
    }
    return made / (rate * time);
}

} // namespace

class TestFrameClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trainingKeepsNineTenths_data()
    {
        QTest::addColumn<double>("frame");
        QTest::addColumn<double>("slowed");
        QTest::newRow("a small window on one core") << 0.012 << 0.0;
        QTest::newRow("a small window beside a busy neighbor") << 0.012 << 0.5;
        QTest::newRow("a large window on one core") << 0.07 << 0.0;
        QTest::newRow("a large window that slows a little") << 0.1 << 0.8;
    }
    void trainingKeepsNineTenths()
    {
        QFETCH(double, frame);
        QFETCH(double, slowed);
        FrameClock clock;
        for (const double rate : {12.0, 1000.0}) {
            clock.forget();
            QVERIFY(shareLeft(clock, rate, slowed, frame) >= 0.9);
        }
    }

    /// A frame on an idle core costs nothing: then there are as many as a screen needs.
    void whatCostsNothingIsDrawnOften()
    {
        FrameClock clock;
        QVERIFY(shareLeft(clock, 1000, 1, 0.012) > 0.999);
        QCOMPARE(clock.cost().count(), 0.0);
        QCOMPARE((clock.restAfter(Seconds(0.012)) + Seconds(0.012)).count(), FrameClock::kShortest.count());
    }

    void halfOfTheTimeIsAHands()
    {
        FrameClock clock;
        QCOMPARE(clock.restAfter(Seconds(0.3)).count(), 0.3);
        clock.add({Seconds(1), 1000}, {Seconds(0.3), 300});
        QCOMPARE(clock.restAfter(Seconds(0.3)).count(), 0.3);
    }

    void aFrameASecondThereIsAlways()
    {
        FrameClock clock;
        clock.add({Seconds(1), 1000}, {Seconds(0.4), 0});
        QCOMPARE(clock.restAfter(Seconds(0.4)).count(), 0.6);
    }

    /// Nothing is known of training without an iteration at rest: all of the frame may be lost.
    void unknownCostsAreTheWhole()
    {
        FrameClock clock;
        QCOMPARE(clock.cost().count(), 0.0);
        clock.add({Seconds(0.1), 0}, {Seconds(0.02), 3});
        QCOMPARE(clock.cost().count(), 0.02);
    }

    void newFramesCountMore()
    {
        FrameClock clock;
        for (int i = 0; i < 50; ++i)
            clock.add({Seconds(1), 1000}, {Seconds(0.1), 0});
        for (int i = 0; i < 50; ++i)
            clock.add({Seconds(1), 1000}, {Seconds(0.01), 0}); // the window is smaller now
        QVERIFY(clock.cost().count() < 0.012);
    }

    /// One that is slower than the screen waits for the limit and not for the screen.
    void aLimitedRunIsSeenIterationByIteration()
    {
        FrameClock clock;
        clock.add({Seconds(0.1), 1}, {Seconds(0.02), 0});
        QVERIFY(clock.restAfter(Seconds(0.01)).count() > 0.2);
        QCOMPARE(clock.restAfter(Seconds(0.01), 25).count(), 0.03);
        QVERIFY(clock.restAfter(Seconds(0.01), 1000).count() > 0.2);
    }
};

QTEST_APPLESS_MAIN(TestFrameClock)
#include "tst_frame_clock.moc"
