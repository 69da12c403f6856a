#include "core/experiment.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/ui/ui_test.h"
#include "ui/editors/collapsible_group.h"
#include "ui/editors/control_panel.h"
#include "ui/editors/setting_editor.h"
#include "ui/pages/experiment_page.h"
#include "ui/panels/banner.h"
#include "ui/panels/readout_panel.h"
#include "ui/plots/plot_view.h"
#include "ui/style/theme_size.h"
#include "ui/timeline/timeline_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/window_memory.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSplitterHandle>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

#include <set>

using namespace gan;

namespace {

/// What a hand can press, drag or type in.
bool isControl(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QAbstractSlider*>(widget) ||
           qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QTabBar*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QSplitterHandle*>(widget) ||
           qobject_cast<const PlotView*>(widget);
}

/// A control, where it is, and whether the mouse meets it there.
struct Place {
    QPointer<QWidget> control;
    QRect rect;
    bool isMet;
};

QString nameOf(const QWidget& control)
{
    const auto* plot = qobject_cast<const PlotView*>(&control);
    return QStringLiteral("%1 %2 \"%3\"")
        .arg(QLatin1String(control.metaObject()->className()), plot ? plot->id() : control.objectName(),
             control.accessibleName());
}

QString textOf(const QRect& rect)
{
    return QStringLiteral("(%1, %2, %3 x %4)")
        .arg(rect.x())
        .arg(rect.y())
        .arg(rect.width())
        .arg(rect.height());
}

/// The window of an experiment before its first iteration, used by a mouse.
struct Desk {
    explicit Desk(const QByteArray& experiment, QSize size = {1280, 720})
        : session(fakeTrainerFactory(probe), Run{Settings(experimentNamed(experiment.toStdString()))})
        , window(session, memory)
    {
        probe->hasTimeline = experiment == "faces";
        probe->pictureSide = experiment == "faces" ? 8 : 0;
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
        QTRY_VERIFY(session.current().snapshot());
        session.setSpeedLimit(0);
        settle();
    }

    ~Desk()
    {
        setThemeScale(1);
        useTheme();
    }

    static void settle()
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents();
    }
    QRect rectOf(const QWidget& widget) const
    {
        return QRect(widget.mapTo(&window, QPoint()), widget.size());
    }
    QWidget* met(QPoint place) const
    {
        QWidget* widget = window.childAt(place);
        while (widget && !isControl(widget))
            widget = widget->parentWidget();
        return widget;
    }
    std::set<QWidget*> settingRows() const
    {
        std::set<QWidget*> rows;
        for (SettingEditor* row : window.page().controls().findChildren<SettingEditor*>())
            if (row->isVisible())
                rows.insert(row);
        return rows;
    }
    std::vector<Place> places()
    {
        settle();
        std::vector<Place> all;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            const bool isPassing = widget->parentWidget() && qobject_cast<Banner*>(widget->parentWidget());
            if (!isControl(widget) || !widget->isVisible() || widget->window() != &window || isPassing)
                continue;
            const QRect rect = rectOf(*widget);
            all.push_back({widget, rect, met(rect.center()) == widget});
        }
        return all;
    }
    /// The first control that is elsewhere now, is gone, or is no longer met by the mouse; those that
    /// `mayMove` says may have moved. Empty when all is still.
    QString moved(
        const std::vector<Place>& before,
        const std::function<bool(const QWidget&)>& mayMove = [](const QWidget&) { return false; })
    {
        settle();
        for (const Place& was : before) {
            if (was.control && mayMove(*was.control))
                continue;
            if (!was.control || !was.control->isVisible())
                return QStringLiteral("gone: ") + (was.control ? nameOf(*was.control) : textOf(was.rect));
            const QRect now = rectOf(*was.control);
            if (now != was.rect)
                return nameOf(*was.control) + QStringLiteral(": ") + textOf(was.rect) +
                       QStringLiteral(" became ") + textOf(now);
            const bool isPlot = qobject_cast<PlotView*>(was.control); // a notice may float over it
            if (was.isMet && !isPlot && met(now.center()) != was.control)
                return QStringLiteral("covered: ") + nameOf(*was.control);
        }
        return {};
    }

    /// With the mouse, on what it really meets there.
    void click(QWidget* widget, QPoint at)
    {
        const QPoint place = widget->mapTo(&window, at);
        QWidget* hit = window.childAt(place);
        QVERIFY(hit);
        QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(&window, place));
    }
    void click(const char* name)
    {
        QWidget* control = seen(name);
        QVERIFY2(control, name);
        click(control, control->rect().center());
    }
    QWidget* seen(const char* name)
    {
        for (QWidget* widget : window.findChildren<QWidget*>(QString::fromLatin1(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    /// Brings a control of the settings into sight; that is a hand's doing.
    void scrollTo(QWidget* control)
    {
        settle();
        for (QWidget* parent = control; parent; parent = parent->parentWidget())
            if (auto* area = qobject_cast<QScrollArea*>(parent))
                area->ensureWidgetVisible(control);
        settle();
    }
    template <class Control>
    Control* editor(const char* key)
    {
        return seen(key)->findChild<Control*>();
    }
    void type(QLineEdit* field, const char* text)
    {
        click(field, field->rect().center());
        field->selectAll();
        QTest::keyClicks(field, QString::fromLatin1(text));
        QTest::keyClick(field, Qt::Key_Return);
    }
    void runFor(std::int64_t iterations)
    {
        click("run");
        QTRY_VERIFY(session.current().snapshot() && session.current().snapshot()->iteration >= iterations);
    }
    void pause()
    {
        click("run");
        QTRY_COMPARE(session.current().state(), SessionState::Paused);
    }

    std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>();
    TrainingSession session;
    WindowMemory memory;
    MainWindow window;
};

#define STILL(before) QCOMPARE(desk.moved(before), QString())

} // namespace

/// Nothing moves under a hand, whatever happens in the window.
class TestStillWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useTheme(); }
    void init() { failOnWarnings(); }

    void whileItRuns_data() { experimentsAndSizes(); }
    void whileItRuns()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        Desk desk(experiment, size);
        const auto before = desk.places();
        QVERIFY(before.size() > 30);
        desk.runFor(3000);
        STILL(before);
        desk.pause();
        STILL(before);
        desk.click("step");
        STILL(before);
    }

    void noNumberIsCut_data() { experimentsAndSizes(); }
    void noNumberIsCut()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        Desk desk(experiment, size);
        desk.runFor(300);
        desk.pause();
        Desk::settle();
        for (const QLabel* label : desk.window.findChild<ReadoutPanel*>()->findChildren<QLabel*>())
            if (label->isVisible())
                QVERIFY2(label->fontMetrics().horizontalAdvance(label->text()) <= label->width(),
                         label->text().toUtf8());
    }

    void whileItRunsOnAProjector_data() { experimentsAndSizes(); }
    void whileItRunsOnAProjector()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        Desk desk(experiment, size);
        QTest::keyClick(&desk.window, Qt::Key_F11);
        const auto before = desk.places();
        desk.runFor(3000);
        STILL(before);
        desk.pause();
        STILL(before);
    }

    void whileANetworkIsFrozen_data() { experimentsAndSizes(); }
    void whileANetworkIsFrozen()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        Desk desk(experiment, size);
        const auto before = desk.places();
        for (const char* only : {"dOnly", "gOnly"})
            for (int i = 0; i < 5; ++i) {
                const std::int64_t iteration = desk.session.current().snapshot()->iteration;
                desk.click(only);
                QTRY_COMPARE(desk.session.current().snapshot()->iteration, iteration + 1);
                STILL(before);
            }
    }

    void whenASettingChanges_data() { experimentsAndSizes(); }
    void whenASettingChanges()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        Desk desk(experiment, size);
        desk.runFor(50);
        desk.pause();
        auto* slider = desk.editor<QSlider>("lr_d");
        desk.scrollTo(slider);
        const auto before = desk.places();
        desk.click(slider, QPoint(slider->width() / 4, slider->height() / 2));
        STILL(before);
        desk.scrollTo(desk.seen("lr_g"));
        const auto atField = desk.places();
        desk.type(desk.editor<QLineEdit>("lr_g"), "0.00012");
        STILL(atField);
        desk.type(desk.editor<QLineEdit>("lr_g"), "nonsense"); // the sentence lies over what is near
        for (const Place& was : atField)
            QCOMPARE(desk.rectOf(*was.control), was.rect);
    }

    /// Each of the settings that are seen and wait for a reset.
    void whenASettingWaits_data() { experimentsAndSizes(); }
    void whenASettingWaits()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        Desk desk(experiment, size);
        desk.runFor(50);
        desk.pause();
        for (CollapsibleGroup* group : desk.window.findChildren<CollapsibleGroup*>())
            group->setOpen(true);
        int waited = 0;
        for (const Setting& row : experimentNamed(experiment.toStdString()).settings) {
            QWidget* editor = desk.seen(row.key);
            auto* field = editor ? editor->findChild<QLineEdit*>() : nullptr;
            if (!field || row.isLive() || row.kind != SettingKind::Integer)
                continue;
            desk.scrollTo(field);
            const auto before = desk.places();
            const qlonglong value = field->text().toLongLong();
            desk.type(field, QByteArray::number(double(value) < row.maximum ? value + 1 : value - 1));
            STILL(before);
            desk.runFor(desk.session.current().snapshot()->iteration + 10);
            desk.pause();
            STILL(before);
            auto* discard = desk.window.findChild<QPushButton*>(QStringLiteral("discard"));
            QVERIFY2(discard->isEnabled(), row.key);
            ++waited;
            desk.click("discard");
            STILL(before);
        }
        QVERIFY(waited > 0);
    }

    void whenSomethingIsToldAndExported_data() { experimentsAndSizes(); }
    void whenSomethingIsToldAndExported()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        const QTemporaryDir folder;
        Desk desk(experiment, size);
        desk.runFor(50);
        desk.pause();
        const auto before = desk.places();
        desk.window.files().save(folder.filePath(QStringLiteral("run.ganrun")));
        QTRY_VERIFY(desk.window.findChild<Banner*>()->isVisible());
        STILL(before);
        desk.click("bannerClose");
        QTRY_VERIFY(!desk.window.findChild<Banner*>()->isVisible());
        STILL(before);
        desk.window.exports().exportNow({ExportOrder::What::Everything, {}, {}, folder.path()});
        QTRY_VERIFY(desk.window.findChild<Banner*>()->isVisible());
        STILL(before);
    }

    void whenAPresetIsChosen_data() { experimentsAndSizes(); }
    void whenAPresetIsChosen()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        Desk desk(experiment, size);
        desk.runFor(50);
        desk.pause();
        const auto before = desk.places();
        const std::set<QWidget*> rowsBefore = desk.settingRows();
        // With a preset may come rows that had no meaning, such as a gradient penalty: below them rows move.
        const auto isBelowANewRow = [&](const QWidget& control) {
            const std::set<QWidget*> rows = desk.settingRows();
            return std::any_of(rows.begin(), rows.end(), [&](QWidget* row) {
                return !rowsBefore.count(row) && desk.window.page().controls().isAncestorOf(&control) &&
                       desk.rectOf(control).top() >= desk.rectOf(*row).top();
            });
        };
        auto* list = static_cast<QComboBox*>(desk.seen("presets"));
        for (int row = 0; row < list->count(); ++row) {
            const std::uint64_t run = desk.session.current().record()->id();
            desk.click(list, list->rect().center());
            QTRY_VERIFY(list->view()->isVisible());
            const QRect entry = list->view()->visualRect(list->model()->index(row, 0));
            QTest::mouseMove(list->view()->viewport(), entry.center());
            QTest::mouseClick(list->view()->viewport(), Qt::LeftButton, {}, entry.center());
            QTRY_VERIFY(!list->view()->isVisible());
            QTRY_VERIFY(desk.session.current().record()->id() != run);
            QCOMPARE(desk.moved(before, isBelowANewRow), QString());
            QTRY_VERIFY(desk.session.current().snapshot() &&
                        desk.session.current().snapshot()->iteration > 0);
            QCOMPARE(desk.moved(before, isBelowANewRow), QString());
        }
    }

    /// Only what stands below the heading, in the same pane.
    void whenAGroupOpens_data() { experimentsAndSizes(); }
    void whenAGroupOpens()
    {
        QFETCH(QByteArray, experiment);
        QFETCH(QSize, size);
        Desk desk(experiment, size);
        int opened = 0;
        for (CollapsibleGroup* group : desk.window.findChildren<CollapsibleGroup*>()) {
            auto* heading = group->findChild<QToolButton*>();
            if (!heading->isVisible())
                continue;
            desk.scrollTo(heading);
            const int top = heading->mapTo(&desk.window, QPoint()).y();
            const QWidget* column = group->parentWidget();
            const auto isBelow = [&](const QWidget& control) {
                return column->isAncestorOf(&control) && control.mapTo(&desk.window, QPoint()).y() != top &&
                       (group->isAncestorOf(&control) || control.mapTo(column, QPoint()).y() > group->y());
            };
            const auto isScrollBar = [](const QWidget& control) {
                return qobject_cast<const QScrollBar*>(&control);
            };
            const auto before = desk.places();
            for (int i = 0; i < 2; ++i) { // the other way, and back
                desk.click(heading, QPoint(20, heading->height() / 2));
                QCOMPARE(desk.moved(before,
                                    [&](const QWidget& control) {
                                        return isBelow(control) || isScrollBar(control);
                                    }),
                         QString());
                for (const Place& was : before) // and nothing changes its width
                    if (was.control && was.control->isVisible())
                        QVERIFY2(was.control->width() == was.rect.width(), nameOf(*was.control).toUtf8());
            }
            ++opened;
        }
        QVERIFY(opened >= 4);
    }

    void whenThePastIsLookedAt_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : sizes())
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    void whenThePastIsLookedAt()
    {
        QFETCH(QSize, size);
        Desk desk("faces", size);
        const auto before = desk.places();
        desk.runFor(300);
        auto* slider = static_cast<QSlider*>(desk.seen("timeline"));
        QTRY_VERIFY(slider->isEnabled());
        for (const int at : {1, 3, 2}) {
            desk.click(slider, QPoint(slider->width() * at / 4, slider->height() / 2));
            STILL(before);
        }
        desk.pause();
        QVERIFY(desk.window.page().timeline().moment());
        STILL(before);
        desk.click("live");
        STILL(before);
    }

private:
    static std::initializer_list<QSize> sizes()
    {
        static const std::initializer_list<QSize> all = {{1280, 720}, {1024, 640}, {1920, 1080}};
        return all;
    }
    static void experimentsAndSizes()
    {
        QTest::addColumn<QByteArray>("experiment");
        QTest::addColumn<QSize>("size");
        const std::pair<const char*, QSize> rows[] = {{"density-1d", {1280, 720}},
                                                      {"signal", {1280, 720}},
                                                      {"faces", {1280, 720}},
                                                      {"density-1d", {1024, 640}},
                                                      {"faces", {1920, 1080}}};
        for (const auto& [experiment, size] : rows)
            QTest::addRow("%s, %d x %d", experiment, size.width(), size.height())
                << QByteArray(experiment) << size;
    }
};

QTEST_MAIN(TestStillWindow)
#include "tst_still_window.moc"
