#include "ui/plots/moment_labels.h"

#include <QTest>

#include <random>

using namespace gan;

namespace {

constexpr double kHeight = 12, kRightEnd = 300;

std::vector<MomentLabel> labelsAt(const std::vector<double>& lines, const std::vector<PlotMoment>& moments)
{
    return momentLabels(moments, lines, kHeight, kRightEnd);
}

} // namespace

class TestMomentLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneMomentSaysWhatAndTo()
    {
        const auto labels = labelsAt({100}, {{5, "lr_g", "0.01"}});
        QCOMPARE(labels.size(), std::size_t(1));
        QCOMPARE(labels[0].text, QStringLiteral("lr_g 0.01"));
        QVERIFY(labels[0].brief.isEmpty());
        QVERIFY(labels[0].left > 100);
    }

    void farMomentsKeepTheirLabels()
    {
        const auto labels = labelsAt({100, 120}, {{5, "lr_g", "0.01"}, {6, "lr_g", "0.02"}});
        QCOMPARE(labels.size(), std::size_t(2));
    }

    void draggedSliderIsOneLabelFromFirstToLast()
    {
        const auto labels =
            labelsAt({100, 104, 108, 112},
                     {{5, "lr_g", "0.01"}, {6, "lr_g", "0.008"}, {7, "lr_g", "0.004"}, {8, "lr_g", "0.002"}});
        QCOMPARE(labels.size(), std::size_t(1));
        QCOMPARE(labels[0].text, QStringLiteral("lr_g 0.01 → 0.002"));
        QCOMPARE(labels[0].brief, QStringLiteral("4 changes"));
        QVERIFY(labels[0].left > 112); // behind the last line
    }

    void differentThingsAreListed()
    {
        const auto labels =
            labelsAt({100, 104, 108}, {{5, "lr_g", "0.01"}, {6, "batch", "64"}, {7, "lr_g", "0.02"}});
        QCOMPARE(labels.at(0).text, QStringLiteral("batch 64, lr_g 0.01 → 0.02"));
    }

    void backWhereItWasIsSaidOnce()
    {
        const auto labels = labelsAt({100, 104}, {{5, "lr_g", "0.01"}, {6, "lr_g", "0.01"}});
        QCOMPARE(labels.at(0).text, QStringLiteral("lr_g 0.01"));
    }

    void atTheRightEndTheLabelStandsLeft()
    {
        const auto labels = labelsAt({295}, {{5, "lr_g", "0.01"}});
        QVERIFY(labels[0].right < 295);
    }

    void noLabelCoversALabelOrALine()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 2000; ++round) {
            std::vector<double> lines;
            std::vector<PlotMoment> moments;
            for (double at = random() % 60; at < kRightEnd; at += random() % 40)
                if (moments.size() < 100) {
                    lines.push_back(at);
                    moments.push_back({at, "lr_g", "1"});
                }
            const auto labels = labelsAt(lines, moments);
            for (std::size_t i = 0; i < labels.size(); ++i) {
                QVERIFY(i == 0 || labels[i - 1].right < labels[i].left);
                for (const double line : lines)
                    QVERIFY(line < labels[i].left || line > labels[i].right);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMomentLabels)
#include "tst_moment_labels.moc"
