#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "core/session/timeline.h"
#include "tests/support/fake_trainer.h"

#include <QTest>

#include <thread>

using namespace gan;

namespace {

Settings settings(const char* measureEvery = "10")
{
    Settings values(experimentNamed("density-1d"));
    values.setText("measure_every", measureEvery);
    return values;
}

/// One picture of `bytes` bytes that says its iteration.
Snapshot moment(std::int64_t iteration, std::size_t bytes = 16)
{
    Snapshot snapshot;
    snapshot.iteration = iteration;
    snapshot.addAll<Readout>({{"iteration", double(iteration)}});
    snapshot.addAll<Pictures>(
        {{"generated", 1, int(bytes), 1, 1, std::vector<std::uint8_t>(bytes, iteration % 251)}});
    return snapshot;
}

Resumption state(std::size_t bytes)
{
    return {settings(), true, std::string(bytes, 'x')};
}

/// How much larger a gap is than its distance from the nearer end: large ones in the middle would be holes.
double widestGap(const std::vector<std::int64_t>& kept, std::size_t leftOut)
{
    double widest = 0;
    for (std::size_t i = leftOut; i + 1 + leftOut < kept.size(); ++i) {
        const double fromEnd = double(std::min(kept[i] - kept.front(), kept.back() - kept[i]));
        widest = std::max(widest, double(kept[i + 1] - kept[i]) / fromEnd);
    }
    return widest;
}

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsKeptWhileThereIsRoom()
    {
        Timeline timeline;
        std::vector<std::int64_t> expected;
        for (std::int64_t i = 0; i <= 500; i += 50) {
            timeline.add(moment(i));
            expected.push_back(i);
        }
        QCOMPARE(timeline.iterations(), expected);
        QCOMPARE(timeline.at(149)->iteration, std::int64_t{100});
        QCOMPARE(timeline.at(10000)->iteration, std::int64_t{500});
        QVERIFY(!timeline.at(-1));
    }

    /// A million moments: the room is never exceeded, the ends stay, and what lies between them is on a
    /// logarithmic scale from both.
    void roomEndsAndScaleHoldForAMillionMoments()
    {
        const Timeline::Limits limits{200'000, 150};
        Timeline timeline(limits);
        for (std::int64_t i = 0; i <= 1'000'000; ++i) {
            timeline.add(moment(i));
            if (i % 997 != 0)
                continue;
            const auto kept = timeline.iterations();
            QVERIFY(timeline.bytes() <= limits.bytes && kept.size() <= limits.moments);
            QCOMPARE(kept.front(), std::int64_t{0});
            QCOMPARE(kept.back(), i);
            QVERIFY(std::is_sorted(kept.begin(), kept.end()));
        }
        const auto kept = timeline.iterations();
        QCOMPARE(kept.size(), limits.moments);
        // Twice 13.1, the logarithm of half a million, in 150 parts: 0.18 each, and thinning leaves gaps of
        // two.
        const double widest = widestGap(kept, 10);
        QVERIFY2(widest < 0.6, qPrintable(QString::number(widest)));
        for (std::size_t i = 1; i < 8; ++i) { // near both ends hardly a moment is missing
            QVERIFY2(kept[i] <= std::int64_t(4 * i), qPrintable(QString::number(kept[i])));
            QVERIFY(kept.back() - kept[kept.size() - 1 - i] <= std::int64_t(4 * i));
        }
    }

    void theBytesOfPicturesAreCounted()
    {
        const Timeline::Limits limits{2'000'000};
        Timeline timeline(limits);
        for (std::int64_t i = 0; i < 100; ++i) {
            timeline.add(moment(i, 50'000));
            QVERIFY(timeline.bytes() <= limits.bytes * 3 / 10);
        }
        QVERIFY(timeline.bytes() > limits.bytes * 3 / 10 - 60'000); // and used
        QVERIFY(timeline.iterations().size() >= 10 && timeline.iterations().size() < 12);
    }

    void whatIsKeptIsUnchanged()
    {
        Timeline timeline({200'000, 50});
        for (std::int64_t i = 0; i < 5000; ++i)
            timeline.add(moment(i));
        for (std::int64_t iteration : timeline.iterations()) {
            const auto kept = timeline.at(iteration);
            QCOMPARE(kept->iteration, iteration);
            QCOMPARE(kept->all<Readout>().front().value, double(iteration));
            QCOMPARE(kept->all<Pictures>().front().bytes, moment(iteration).all<Pictures>().front().bytes);
        }
    }

    void theSameIterationsKeepTheSame()
    {
        Timeline one({100'000, 60}), other({100'000, 60});
        for (std::int64_t i = 0; i < 3000; i += 7) {
            one.add(moment(i));
            other.add(moment(i));
        }
        QCOMPARE(one.iterations(), other.iterations());
    }

    void anEarlierOrTooLargeMomentIsNotTaken()
    {
        Timeline timeline({100'000});
        timeline.add(moment(5));
        const std::size_t bytes = timeline.bytes();
        timeline.add(moment(5));
        timeline.add(moment(4));
        timeline.add(moment(6, 60'000));
        QCOMPARE(timeline.iterations(), std::vector<std::int64_t>{5});
        QCOMPARE(timeline.bytes(), bytes);
    }

    void statesHaveTheRestOfTheRoom()
    {
        Timeline timeline({1'000'000});
        for (std::int64_t i = 0; i <= 4000; i += 50) {
            timeline.add(moment(i, 20'000));
            if (timeline.wantsState(i))
                timeline.addState(i, state(100'000));
            QVERIFY(timeline.bytes() <= 1'000'000);
        }
        const auto states = timeline.stateIterations();
        QCOMPARE(states.size(), std::size_t{6});
        QCOMPARE(states.back(), std::int64_t{4000});
        QCOMPARE(timeline.stateAt(states[1]).iteration, states[1]);
        QCOMPARE(timeline.stateAt(states[2] - 1).iteration, states[1]);
        QVERIFY(!timeline.stateAt(-1).value);
        QVERIFY(!timeline.wantsState(4010)); // too near to the last
        timeline.addState(5000, state(800'000));
        QCOMPARE(timeline.stateIterations(), states);
        QVERIFY(!timeline.wantsState(6000)); // it would be as large
    }

    void lessRoomThinsAtOnce()
    {
        Timeline timeline;
        for (std::int64_t i = 0; i < 100; ++i)
            timeline.add(moment(i, 10'000));
        QVERIFY(timeline.bytes() > 900'000);
        timeline.setLimits({400'000});
        QVERIFY(timeline.bytes() <= 200'000);
        QCOMPARE(timeline.iterations().front(), std::int64_t{0});
        QCOMPARE(timeline.iterations().back(), std::int64_t{99});
    }

    void itIsReadWhileItGrows()
    {
        Timeline timeline({200'000, 40});
        std::thread worker([&] {
            for (std::int64_t i = 0; i < 20'000; ++i) {
                timeline.add(moment(i));
                if (timeline.wantsState(i))
                    timeline.addState(i, state(100));
            }
        });
        std::int64_t newest = 0;
        while (newest < 19'999) {
            const auto kept = timeline.iterations();
            if (kept.empty())
                continue;
            newest = kept.back();
            QVERIFY(timeline.at(newest)->all<Pictures>().front().bytes.size() == 16);
            QVERIFY(timeline.bytes() <= 200'000);
            timeline.stateAt(newest);
        }
        worker.join();
    }

    void anEngineKeepsTheGridAndItsBeginning()
    {
        auto probe = std::make_shared<FakeTrainerProbe>();
        probe->pictureSide = 4;
        FakeTrainer trainer(probe);
        const auto record = std::make_shared<RunRecord>(7, Run{settings()});
        RunEngine engine(trainer, record);
        while (engine.iteration() < 95)
            engine.step();
        QCOMPARE(record->timeline().iterations(),
                 (std::vector<std::int64_t>{0, 10, 20, 30, 40, 50, 60, 70, 80, 90}));
        QCOMPARE(record->timeline().stateIterations(), (std::vector<std::int64_t>{25, 50, 75}));
    }

    void withoutPicturesThereAreStates()
    {
        FakeTrainer trainer(std::make_shared<FakeTrainerProbe>());
        const auto record = std::make_shared<RunRecord>(1, Run{settings()});
        RunEngine engine(trainer, record);
        while (engine.iteration() < 50)
            engine.step();
        QVERIFY(record->timeline().iterations().empty());
        QCOMPARE(record->timeline().stateIterations(), (std::vector<std::int64_t>{25, 50}));
    }
};

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
