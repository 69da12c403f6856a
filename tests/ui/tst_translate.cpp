#include "core/error.h"
#include "ui/text/translate.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace gan;

namespace {

/// Knows one sentence and one part of a sentence of the context that core's texts have.
class TwoTexts : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char*, int count) const override
    {
        if (QLatin1String(context) != QLatin1String("gan"))
            return {};
        if (QLatin1String(source) == QLatin1String("%1 must be %2."))
            return QStringLiteral("%2 soll %1 sein.");
        if (QLatin1String(source) == QLatin1String("at most %1"))
            return QStringLiteral("höchstens %1");
        if (QLatin1String(source) == QLatin1String("%1 pictures"))
            return count % 100 == 21 ? QStringLiteral("%1 picture of many") : QStringLiteral("%1 pictures");
        return {};
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestTranslate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sentencesAndTheirPartsAreTranslatedWhenTheyAreShown()
    {
        const Error error("%1 must be %2.",
                          {std::string("at most %1"), Text("at most %1", {std::string("%2")})});
        QCOMPARE(translated(error.text()), QStringLiteral("at most %1 must be at most %2."));
        TwoTexts translator;
        QCoreApplication::installTranslator(&translator);
        QCOMPARE(translated(error.text()),
                 QStringLiteral("höchstens %2 soll at most %1 sein.")); // data stays as it is
        QCoreApplication::removeTranslator(&translator);
    }

    /// Also where the number is larger than a plural rule can take.
    void aNumberChoosesThePluralForm()
    {
        TwoTexts translator;
        QCoreApplication::installTranslator(&translator);
        for (const std::int64_t count :
             {std::int64_t{21}, std::int64_t{121}, std::int64_t{9'000'000'000'021}})
            QVERIFY(translated(Text::counted("%1 pictures", count, {std::to_string(count)}))
                        .endsWith(QLatin1String("picture of many")));
        QCOMPARE(translated(Text::counted("%1 pictures", 22, {std::string("22")})),
                 QStringLiteral("22 pictures"));
        QCoreApplication::removeTranslator(&translator);
        QCOMPARE(plainText(Text::counted("%1 pictures", 3, {std::string("3")})), std::string("3 pictures"));
    }
};

QTEST_GUILESS_MAIN(TestTranslate)
#include "tst_translate.moc"
