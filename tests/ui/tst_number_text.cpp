#include "ui/text/text.h"

#include <QTest>

#include <limits>

using namespace gan;

class TestNumberText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thousandsAreGrouped()
    {
        QCOMPARE(groupedText(0), QStringLiteral("0"));
        QCOMPARE(groupedText(999), QStringLiteral("999"));
        QCOMPARE(groupedText(1000), QStringLiteral("1\u00a0000"));
        QCOMPARE(groupedText(16250000), QStringLiteral("16\u00a0250\u00a0000"));
        QCOMPARE(groupedText(-1000), QStringLiteral("-1\u00a0000"));
    }

    void measures_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << 1.3863 << 3 << "1.386";
        QTest::newRow("rounded") << 0.376 << 2 << "0.38";
        QTest::newRow("zero") << 0.0 << 2 << "0.00";
        QTest::newRow("tiny") << 1.26e-5 << 3 << "1.3e-05";
        QTest::newRow("hundreds") << 177.4456 << 3 << "177.4";
        QTest::newRow("thousands") << 1774.456 << 3 << "1774";
        QTest::newRow("huge") << 3.2e9 << 3 << "3.2e+09";
        QTest::newRow("negative") << -0.6931 << 3 << "-0.693";
        QTest::newRow("none") << std::numeric_limits<double>::quiet_NaN() << 3 << "–";
    }

    void measures()
    {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QFETCH(QString, text);
        QCOMPARE(measureText(value, decimals), text);
    }

    void percentages()
    {
        QCOMPARE(percentText(0.614), QStringLiteral("61\u00a0%"));
        QCOMPARE(percentText(1), QStringLiteral("100\u00a0%"));
        QCOMPARE(percentText(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("–"));
    }
};

QTEST_APPLESS_MAIN(TestNumberText)
#include "tst_number_text.moc"
