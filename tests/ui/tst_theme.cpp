#include "tests/ui/ui_test.h"
#include "ui/plots/history/ghost_style.h"

#include <QFontInfo>
#include <QFontMetrics>
#include <QSet>

#include <cmath>

using namespace gan;

namespace {

double luminance(const QColor& color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// As the Web Content Accessibility Guidelines define it.
double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

constexpr ColorRole kRoles[] = {ColorRole::Real,      ColorRole::Generated, ColorRole::Discriminator,
                                ColorRole::Generator, ColorRole::Ideal,     ColorRole::Plain};

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastFormula()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x777777), Qt::white) - 4.48) <
                0.01); // a known pair that just fails
    }

    void textCanBeRead_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textCanBeRead()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::darkTheme() : Theme::light();
        for (const QColor& paper : {theme.panel, theme.window, theme.hover})
            for (const QColor& ink : {theme.text, theme.mutedText, theme.warning})
                QVERIFY2(contrast(ink, paper) >= 4.5, qPrintable(ink.name() + " on " + paper.name()));
        for (const ColorRole role : kRoles)
            QVERIFY2(contrast(theme.textColor(role), theme.panel) >= 4.5,
                     qPrintable(theme.textColor(role).name()));
        QVERIFY(contrast(theme.accentText, theme.accent) >= 4.5);
        for (const ColorRole role : kRoles) // lines and bars need less
            QVERIFY2(contrast(theme.color(role), theme.panel) >= 3.0, qPrintable(theme.color(role).name()));
    }

    void ghostsCanBeSeen_data() { textCanBeRead_data(); }

    void ghostsCanBeSeen()
    {
        QFETCH(bool, dark);
        const Theme& theme = dark ? Theme::darkTheme() : Theme::light();
        for (const ColorRole role : kRoles) {
            const QColor color = theme.color(role), pale = paleColor(color, theme.panel);
            QVERIFY2(contrast(pale, theme.panel) >= 3.0, qPrintable(pale.name()));
            QVERIFY(contrast(pale, theme.panel) < contrast(color, theme.panel));
        }
    }

    void ghostsDifferByTheirLines()
    {
        const QSet<QVector<qreal>> patterns = {ghostPattern(1), ghostPattern(2), ghostPattern(3)};
        QCOMPARE(patterns.size(), kMostGhosts);
        QVERIFY(ghostSwatch(1, Theme::light()).toImage() != ghostSwatch(2, Theme::light()).toImage());
        QCOMPARE(ghostSwatch(1, Theme::light(), 2).deviceIndependentSize(), QSizeF(28, 12));
    }

    void meaningsKeepTheirColors()
    {
        QCOMPARE(Theme::light().color(ColorRole::Real), QColor(0x0072b2));
        QCOMPARE(Theme::light().color(ColorRole::Generated), QColor(0xd55e00));
        QCOMPARE(Theme::light().color(ColorRole::Discriminator), QColor(0x8e44ad));
        QCOMPARE(Theme::light().color(ColorRole::Generator), QColor(0x00875f));
        QCOMPARE(Theme::darkTheme().color(ColorRole::Real), QColor(0x56b4e9));
        QCOMPARE(Theme::darkTheme().color(ColorRole::Generated), QColor(0xf0b429));
        QCOMPARE(Theme::darkTheme().color(ColorRole::Discriminator), QColor(0xc98bdb));
        QCOMPARE(Theme::darkTheme().color(ColorRole::Generator), QColor(0x35c79b));
    }

    void fontIsTheBundledOne()
    {
        QCOMPARE(QFontInfo(themeFont(13)).family(), QStringLiteral("GAN Explorer Sans"));
        QCOMPARE(QFontInfo(themeFont(13, true)).family(), QStringLiteral("GAN Explorer Sans"));
        QVERIFY(QFontMetrics(themeFont(40, true)).horizontalAdvance("mmmm") >
                QFontMetrics(themeFont(40)).horizontalAdvance("mmmm")); // the bold one is another file
    }

    void digitsHaveOneWidth()
    {
        const QFontMetrics metrics(themeFont(40));
        for (const QChar digit : QStringLiteral("0123456789"))
            QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance('0'));
    }

    void fontHasTheSignsInUse()
    {
        const QFontMetrics metrics(themeFont(13));
        for (const QChar sign : QStringLiteral("‹›–…%×≥≤≈°’“”·\u00a0ЖяїёαβσμΣ"))
            QVERIFY2(metrics.inFont(sign), qPrintable(QString(sign)));
    }

    void paletteFollowsTheTheme()
    {
        applyTheme(*qApp, Theme::darkTheme());
        QCOMPARE(qApp->palette().color(QPalette::Base), Theme::darkTheme().panel);
        applyTheme(*qApp, Theme::light());
        QCOMPARE(qApp->palette().color(QPalette::Base), Theme::light().panel);
        QCOMPARE(qApp->font().family(), QStringLiteral("GAN Explorer Sans"));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
