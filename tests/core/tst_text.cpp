#include "core/error.h"

#include <QTest>

using namespace gan;

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void argumentsReplacePlaces()
    {
        QCOMPARE(plainText({"%2 before %1, 100 % sure, %", {std::string("b"), std::string("a")}}),
                 std::string("a before b, 100 % sure, %"));
    }

    void aMissingArgumentLeavesNothing() { QCOMPARE(plainText({"[%1]", {}}), std::string("[]")); }

    void anArgumentIsNotReadForPlaces()
    {
        QCOMPARE(plainText({"file %1 and %2", {std::string("%2"), std::string("x")}}),
                 std::string("file %2 and x"));
    }

    void textsNest()
    {
        const Text inner("at most %1", {std::string("3")});
        QCOMPARE(Error("k must be %1", {inner}).what(), "k must be at most 3");
    }

    void numbersReadBack()
    {
        for (double value : {0.001, 5.0, 1e-6, 1.0 / 3, 123456789.125})
            QCOMPARE(std::stod(numberText(value)), value);
        QCOMPARE(numberText(0.001), std::string("0.001"));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
