#include "ui/timeline/timeline_bar.h"

#include "core/experiment.h"
#include "ui/actions/actions.h"
#include "ui/editors/wheel_guard.h"
#include "ui/style/icons.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"
#include "ui/timeline/compare_button.h"
#include "ui/timeline/moment_slider.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace gan {

namespace {

constexpr int kSliderWidth = 120, kWhereWidth = 76, kContinueWidth = 150, kIconWidth = 30;
constexpr int kPage = 10;         ///< iterations that a page of the slider passes over
constexpr int kLongestWait = 250; ///< milliseconds that playing waits where a kept picture is known
constexpr double kSpeeds[] = {0.25, 0.5, 1, 2, 4, 8, 16, 32, 64};

/// Only they can stand side by side.
bool keepsPictures(const RunRecord& record)
{
    return record.plan().settings.experiment().find("side");
}

} // namespace

TimelineBar::TimelineBar(std::shared_ptr<const RunRecord> record, QWidget* parent)
    : FittingRow(parent)
    , m_record(std::move(record))
    , m_playback(new Playback([this] { return isShown(); }, this))
    , m_compare(new CompareButton([this] { return shownMoment(); }, this))
    , m_back(new QPushButton)
    , m_play(new QPushButton)
    , m_pin(new QPushButton)
{
    row().setContentsMargins(12, 5, 12, 5);
    row().setSpacing(8);
    addPlayback();
    addSlider();
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Timeline"));
    connect(m_playback, &Playback::advanced, this, &TimelineBar::advance);
    connect(m_playback, &Playback::directionChanged, this, [this] {
        refreshIcons();
        Q_EMIT changed();
    });
    refreshIcons();
}

void TimelineBar::addPlayback()
{
    auto* speed = new QComboBox;
    speed->setObjectName(QStringLiteral("playSpeed"));
    explain(speed, tr("Speed of playing"),
            tr("How fast the past is played. 1x is %1 iterations a second. Training is not slowed.")
                .arg(Playback::kIterationsPerSecond));
    for (const double factor : kSpeeds)
        speed->addItem(tr("%1x", "speed of playing").arg(factor), factor);
    speed->setCurrentIndex(speed->findData(1.0));
    speed->setMaxVisibleItems(speed->count());
    guardFromWheel(speed);
    connect(speed, &QComboBox::currentIndexChanged, this,
            [this, speed] { m_playback->setSpeed(speed->currentData().toDouble()); });
    for (QWidget* part :
         {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_play), static_cast<QWidget*>(speed)})
        row().addWidget(part);
    for (QPushButton* button : {m_back, m_play, m_pin})
        setThemeSize(button, ThemeSize::FixedWidth, kIconWidth);
    canDoWithout({m_back});
    canDoWithout({speed});
}

void TimelineBar::addSlider()
{
    m_slider = new MomentSlider;
    m_slider->setObjectName(QStringLiteral("timeline"));
    m_slider->setPageStep(kPage);
    setThemeSize(m_slider, ThemeSize::MinimumWidth, kSliderWidth);
    explain(
        m_slider, tr("Timeline"),
        tr("Goes back to any iteration of this run: all plots and numbers are those of then, while the "
           "training goes on. The right end is now. Marks stand where a setting was changed, where the run "
           "paused, and where you have pinned an iteration."));
    guardFromWheel(m_slider);
    m_where = new QLabel;
    m_where->setObjectName(QStringLiteral("timelineMoment"));
    setThemeSize(m_where, ThemeSize::MinimumWidth, kWhereWidth);
    row().addWidget(m_slider, 1);
    row().addWidget(m_where);
    connect(m_slider, &QSlider::valueChanged, this, &TimelineBar::choose);
}

void TimelineBar::addButtons(Actions& actions)
{
    actions.bind(*m_back, QStringLiteral("playBackwards"));
    actions.bind(*m_play, QStringLiteral("play"));
    auto *live = new QPushButton(tr("Live")), *goOn = new QPushButton(tr("Continue from here"));
    setThemeSize(goOn, ThemeSize::MinimumWidth, kContinueWidth);
    const std::pair<QPushButton*, const char*> names[] = {
        {m_pin, "pinMoment"}, {live, "live"}, {goOn, "continueFrom"}};
    for (const auto& [button, id] : names) {
        actions.bind(*button, QString::fromLatin1(id));
        row().addWidget(button);
    }
    canDoWithout({m_pin});
    m_compare->setVisible(keepsPictures(*m_record));
    if (!keepsPictures(*m_record))
        return;
    row().addWidget(m_compare);
    setTabOrder(goOn, m_compare);
    canDoWithout({m_compare});
}

void TimelineBar::setRecord(std::shared_ptr<const RunRecord> record)
{
    m_record = std::move(record);
    m_playback->stop();
    m_past.reset();
    m_moment = nullptr;
    m_compare->setRecord(m_record);
    setNow(0);
}

void TimelineBar::setNow(std::int64_t iteration)
{
    m_now = iteration;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, int(m_now));
    m_slider->setValue(int(m_past.value_or(m_now)));
    m_slider->setMarks(marksOf(*m_record));
    describe();
}

void TimelineBar::goLive()
{
    m_playback->stop();
    m_slider->setValue(m_slider->maximum());
}

void TimelineBar::goTo(std::int64_t iteration)
{
    m_slider->setValue(int(std::clamp<std::int64_t>(iteration, 0, m_now)));
}

void TimelineBar::advance(std::int64_t iterations)
{
    const std::int64_t there = m_past.value_or(m_now) + iterations;
    if (there <= 0 || there >= m_now)
        m_playback->stop();
    goTo(there);
}

/// Whether playing may go on: the exact moment is there, or, where it takes long, a picture that was kept.
bool TimelineBar::isShown() const
{
    return !m_slider->isSliderDown() &&
           (!m_past || isExact() || (m_moment && m_chosen.hasExpired(kLongestWait)));
}

void TimelineBar::setPicture(std::shared_ptr<const Snapshot> picture)
{
    if (m_past != picture->iteration)
        return;
    m_moment = std::move(picture);
    describe();
}

std::shared_ptr<const Snapshot> TimelineBar::shownMoment() const
{
    return m_moment ? m_moment : m_record->timeline().at(m_now);
}

/// By a hand, a key or playing.
void TimelineBar::choose(int iteration)
{
    m_past = iteration < m_now ? std::optional<std::int64_t>(iteration) : std::nullopt;
    m_moment = m_past ? m_record->timeline().at(*m_past) : nullptr;
    m_chosen.start();
    describe();
    Q_EMIT moved();
}

void TimelineBar::describe()
{
    m_slider->setEnabled(m_now > 0);
    m_where->setText(!m_past     ? tr("live")
                     : isExact() ? groupedText(*m_past)
                                 : tr("%1 …", "a moment that is being computed").arg(groupedText(*m_past)));
    m_where->setForegroundRole(m_past ? QPalette::Highlight : QPalette::PlaceholderText);
    m_compare->setEnabled(!m_record->timeline().iterations().empty());
    Q_EMIT changed();
}

/// The button that is at work pauses.
void TimelineBar::refreshIcons()
{
    const QColor color = palette().color(QPalette::Text);
    const auto icon = [&](Playback::Direction direction, Symbol symbol) {
        return symbolIcon(m_playback->direction() == direction ? Symbol::Pause : symbol, color);
    };
    m_back->setIcon(icon(Playback::Direction::Backwards, Symbol::RunBack));
    m_play->setIcon(icon(Playback::Direction::Forwards, Symbol::Run));
    m_pin->setIcon(symbolIcon(Symbol::Pin, color));
}

void TimelineBar::changeEvent(QEvent* event)
{
    FittingRow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
}

} // namespace gan
