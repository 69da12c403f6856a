#include "core/settings/setting_rows.h"
#include "tests/support/all_rows.h"
#include "ui/editors/slider_scale.h"

#include <QTest>

#include <cmath>

using namespace gan;

namespace {

Setting row(SettingKind kind, double low, double high, SettingScale scale)
{
    return {"key", "label", "help", "group", kind, "1", SettingApplies::Live, low, high, scale};
}

} // namespace

class TestSliderScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowCanBeSet()
    {
        for (const Setting& setting : allRows()) {
            if (setting.kind != SettingKind::Number && setting.kind != SettingKind::Integer)
                continue;
            const SliderScale scale(setting);
            if (!scale.isUseful())
                continue;
            QCOMPARE(scale.valueAt(scale.minimum()), setting.minimum);
            QCOMPARE(scale.valueAt(scale.maximum()), setting.maximum);
            for (int position = scale.minimum(); position < scale.maximum(); ++position)
                QVERIFY2(scale.valueAt(position) <= scale.valueAt(position + 1), setting.key);
        }
    }

    void logarithmicStepsAreRatios()
    {
        const SliderScale scale(row(SettingKind::Number, 1e-6, 10, SettingScale::Logarithmic));
        const int middle = (scale.minimum() + scale.maximum()) / 2;
        QVERIFY(std::abs(std::log10(scale.valueAt(middle)) - (-2.5)) < 0.05);
        for (const double value : {1e-6, 1e-4, 0.001, 0.01, 0.1, 1.0, 10.0})
            QCOMPARE(scale.valueAt(scale.positionOf(value)), value);
    }

    void linearValuesAreRound()
    {
        const SliderScale scale(row(SettingKind::Number, 0.01, 50, SettingScale::Linear));
        for (const double value : {0.01, 0.5, 1.5, 3.0, 50.0})
            QCOMPARE(scale.valueAt(scale.positionOf(value)), value);
        const SliderScale share(row(SettingKind::Number, 0, 0.999, SettingScale::Linear));
        QCOMPARE(share.valueAt(share.positionOf(0.9)), 0.9); // and not 0.9000000000000001
        QCOMPARE(share.valueAt(share.maximum()), 0.999);
    }

    void integersAreWhole()
    {
        const SliderScale scale(row(SettingKind::Integer, 1, 4096, SettingScale::Logarithmic));
        for (int position = scale.minimum(); position <= scale.maximum(); ++position)
            QCOMPARE(scale.valueAt(position), std::round(scale.valueAt(position)));
    }

    void aSeedIsTyped()
    {
        QVERIFY(!SliderScale(row(SettingKind::Integer, 0, 4294967295.0, SettingScale::Linear)).isUseful());
        QVERIFY(SliderScale(row(SettingKind::Integer, 0, 100, SettingScale::Linear)).isUseful());
    }
};

QTEST_APPLESS_MAIN(TestSliderScale)
#include "tst_slider_scale.moc"
