#include "tests/ui/ui_test.h"
#include "ui/style/appearance.h"
#include "ui/style/theme_size.h"

#include <QDBusVariant>
#include <QLabel>
#include <QSignalSpy>

using namespace gan;

namespace {

/// What the desktop's settings portal sends.
void desktopSays(SystemColors& colors, uint scheme, const char* space = "org.freedesktop.appearance")
{
    QMetaObject::invokeMethod(&colors, "settingChanged", Q_ARG(QString, QString::fromLatin1(space)),
                              Q_ARG(QString, QStringLiteral("color-scheme")),
                              Q_ARG(QDBusVariant, QDBusVariant(scheme)));
}

} // namespace

class TestAppearance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void choiceIsTheTheme()
    {
        Appearance appearance;
        QSignalSpy changed(&appearance, &Appearance::themeChanged);
        QVERIFY(!appearance.theme().dark); // what the test's platform has
        appearance.choose(ThemeChoice::Light);
        QCOMPARE(changed.count(), 0); // it looks the same
        appearance.choose(ThemeChoice::Dark);
        QVERIFY(appearance.theme().dark);
        QCOMPARE(changed.count(), 1);
    }

    void desktopIsFollowedWhileItIsTheChoice()
    {
        Appearance appearance;
        auto& colors = *appearance.findChild<SystemColors*>();
        desktopSays(colors, 1);
        QVERIFY(appearance.theme().dark);
        desktopSays(colors, 2);
        QVERIFY(!appearance.theme().dark);
        desktopSays(colors, 1, "org.example.other");
        QVERIFY(!appearance.theme().dark);
        appearance.choose(ThemeChoice::Light);
        desktopSays(colors, 1);
        QVERIFY(!appearance.theme().dark);
        appearance.choose(ThemeChoice::System);
        QVERIFY(appearance.theme().dark);
    }

    void withoutABusNothingIsAskedAndNothingWaits()
    {
        const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        Appearance appearance;
        appearance.watchSystem();
        QVERIFY(!appearance.theme().dark);
        if (!bus.isNull())
            qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
    }

    void projectorEnlargesWhatIsThereAndWhatComes()
    {
        Appearance appearance(ThemeChoice::Light);
        connect(&appearance, &Appearance::themeChanged, this,
                [](const Theme& theme) { applyTheme(*qApp, theme); });
        QLabel before(QStringLiteral("D(G(z))"));
        setThemeSize(&before, ThemeSize::StrongText, 20);
        setThemeSize(&before, ThemeSize::FixedWidth, 100);
        appearance.setProjector(true);
        QCOMPARE(appearance.theme().scale, 1.5);
        QCOMPARE(before.font().pixelSize(), 30);
        QCOMPARE(before.width(), 150);
        QLabel after;
        setThemeSize(&after, ThemeSize::Text, 10);
        QCOMPARE(after.font().pixelSize(), 15);
        appearance.setProjector(false);
        QCOMPARE(before.font().pixelSize(), 20);
        QCOMPARE(after.font().pixelSize(), 10);
        QCOMPARE(before.width(), 100);
    }

    void namesReadBack()
    {
        for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
            QCOMPARE(themeChoiceNamed(themeChoiceName(choice)), choice);
        QVERIFY(!themeChoiceNamed(QStringLiteral("pink")));
    }
};

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
