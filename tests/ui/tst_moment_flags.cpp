#include "ui/plots/history/moment_flags.h"

#include <QTest>

#include <random>

using namespace gan;

namespace {

constexpr double kWidth = 12;

} // namespace

class TestMomentFlags : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneMomentSaysWhatToAndWhere()
    {
        const std::vector<PlotMoment> moments = {{2000, "Learning rate of G", "0.002"}};
        QCOMPARE(flagText(moments), QStringLiteral("Learning rate of G: 0.002 at 2\u00a0000"));
    }

    void farMomentsKeepTheirFlags()
    {
        const auto flags = momentFlags({100, 120}, kWidth);
        QCOMPARE(flags.size(), std::size_t(2));
        QCOMPARE(flags[0].count(), std::size_t(1));
        QCOMPARE(flags[1].pole, 120.0);
    }

    void draggedSliderIsOneFlagFromFirstToLast()
    {
        QCOMPARE(momentFlags({100, 104, 108, 111}, kWidth).size(), std::size_t(1));
        const std::vector<PlotMoment> moments = {
            {5, "Rate", "0.01"}, {6, "Rate", "0.008"}, {7, "Rate", "0.004"}, {8, "Rate", "0.002"}};
        QCOMPARE(flagText(moments), QStringLiteral("4 changes at 5 – 8: Rate: 0.01 → 0.002"));
    }

    void differentThingsAreListed()
    {
        const std::vector<PlotMoment> moments = {
            {5, "Rate", "0.01"}, {6, "Batch", "64"}, {7, "Rate", "0.02"}};
        QCOMPARE(flagText(moments), QStringLiteral("3 changes at 5 – 7: Batch: 64; Rate: 0.01 → 0.02"));
    }

    void backWhereItWasIsSaidOnce()
    {
        const std::vector<PlotMoment> moments = {{5, "Rate", "0.01"}, {5, "Rate", "0.01"}};
        QCOMPARE(flagText(moments), QStringLiteral("2 changes at 5: Rate: 0.01"));
    }

    void eachMomentHasOneFlagAndNoFlagCoversAnother()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 2000; ++round) {
            std::vector<double> lines;
            for (double at = random() % 60; at < 300; at += random() % 40)
                if (lines.size() < 100)
                    lines.push_back(at);
            const auto flags = momentFlags(lines, kWidth);
            std::size_t next = 0;
            for (std::size_t i = 0; i < flags.size(); ++i) {
                QCOMPARE(flags[i].first, next);
                QVERIFY(i == 0 || flags[i].pole - flags[i - 1].pole >= kWidth);
                QVERIFY(lines[flags[i].end - 1] - flags[i].pole < kWidth);
                next = flags[i].end;
            }
            QCOMPARE(next, lines.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestMomentFlags)
#include "tst_moment_flags.moc"
