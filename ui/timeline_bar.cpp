#include "ui/timeline_bar.h"

#include "ui/help.h"
#include "ui/moment_slider.h"
#include "ui/text.h"
#include "ui/theme_size.h"
#include "ui/wheel_guard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>

namespace gan {

namespace {

constexpr int kSliderWidth = 120, kWhereWidth = 112, kContinueWidth = 150;
constexpr int kPage = 10; ///< iterations that a page of the slider passes over

QString iterationText(const Snapshot& moment)
{
    return TimelineBar::tr("iteration %1").arg(groupedText(moment.iteration));
}

} // namespace

TimelineBar::TimelineBar(QWidget* parent)
    : FittingRow(parent)
{
    row().setContentsMargins(12, 5, 12, 5);
    row().setSpacing(8);
    addSlider();
    addButtons();
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Timeline"));
}

void TimelineBar::addSlider()
{
    auto* name = new QLabel(tr("Timeline"));
    setThemeSize(name, ThemeSize::StrongText, 13);
    m_slider = new MomentSlider;
    m_slider->setObjectName(QStringLiteral("timeline"));
    m_slider->setPageStep(kPage);
    setThemeSize(m_slider, ThemeSize::MinimumWidth, kSliderWidth);
    explain(m_slider, tr("Timeline"),
            tr("Goes back to any iteration of this run: all plots and numbers are those of then, while the "
               "training "
               "goes on. The right end is now. Marks below it stand where something was changed."));
    guardFromWheel(m_slider);
    m_where = new QLabel;
    m_where->setObjectName(QStringLiteral("timelineMoment"));
    setThemeSize(m_where, ThemeSize::MinimumWidth, kWhereWidth);
    row().addWidget(name);
    row().addWidget(m_slider, 1);
    row().addWidget(m_where);
    canDoWithout({name});
    connect(m_slider, &QSlider::valueChanged, this, &TimelineBar::choose);
}

void TimelineBar::addButtons()
{
    m_live = new QPushButton(tr("Live"));
    explain(m_live, tr("Live"), tr("Returns to the current iteration. The training was not interrupted."));
    m_continue = new QPushButton(tr("Continue from here"));
    explain(m_continue, tr("Continue from here"),
            tr("Makes a new run, paused, that goes on from the iteration that you look at. The present run "
               "stays as "
               "pale curves, and Undo (Ctrl+Z) brings it back."));
    setThemeSize(m_continue, ThemeSize::MinimumWidth, kContinueWidth);
    m_compare = new QPushButton(tr("Compare"));
    explain(
        m_compare, tr("Compare two moments"),
        tr("Shows two moments side by side, with their iterations. Keep one as A and another as B; without "
           "a choice they are the first moment and the one that is shown."));
    m_compare->setMenu(makeCompareMenu());
    const std::pair<QPushButton*, const char*> names[] = {
        {m_live, "live"}, {m_continue, "continueFrom"}, {m_compare, "compareMoments"}};
    for (const auto& [button, id] : names) {
        button->setObjectName(QString::fromLatin1(id));
        row().addWidget(button);
    }
    canDoWithout({m_compare});
    connect(m_live, &QPushButton::clicked, this, &TimelineBar::goLive);
    connect(m_continue, &QPushButton::clicked, this, &TimelineBar::continueRequested);
}

QMenu* TimelineBar::makeCompareMenu()
{
    auto* menu = new QMenu(this);
    const auto keep = [&](std::shared_ptr<const Snapshot>& kept) {
        return menu->addAction({}, this, [this, &kept] {
            kept = shownMoment();
            describe();
        });
    };
    m_keepA = keep(m_a);
    m_keepB = keep(m_b);
    menu->addSeparator();
    menu->addAction(tr("&Side by side…"), this, &TimelineBar::compareRequested);
    return menu;
}

void TimelineBar::setRecord(std::shared_ptr<const RunRecord> record)
{
    m_record = std::move(record);
    m_past.reset();
    m_moment = m_a = m_b = nullptr;
    setNow(0);
}

void TimelineBar::setNow(std::int64_t iteration)
{
    m_now = iteration;
    std::vector<int> changes;
    for (const Event& event : m_record->run().events)
        changes.push_back(int(event.iteration));
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, int(m_now));
    m_slider->setValue(int(m_past.value_or(m_now)));
    m_slider->setMarks(std::move(changes));
    describe();
}

void TimelineBar::goLive()
{
    m_slider->setValue(m_slider->maximum());
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
    return m_moment || !m_record ? m_moment : m_record->timeline().at(m_now);
}

std::shared_ptr<const Snapshot> TimelineBar::before() const
{
    return m_a || !m_record ? m_a : m_record->timeline().at(0);
}

std::shared_ptr<const Snapshot> TimelineBar::after() const
{
    return m_b ? m_b : shownMoment();
}

/// By a hand.
void TimelineBar::choose(int iteration)
{
    m_past = iteration < m_now ? std::optional<std::int64_t>(iteration) : std::nullopt;
    m_moment = m_past ? m_record->timeline().at(*m_past) : nullptr;
    describe();
    Q_EMIT moved();
}

void TimelineBar::describe()
{
    const bool keepsPictures = m_record && !m_record->timeline().iterations().empty();
    m_slider->setEnabled(m_now > 0);
    m_where->setText(!m_past     ? tr("live")
                     : isExact() ? tr("iteration %1").arg(groupedText(*m_past))
                                 : tr("iteration %1 …").arg(groupedText(*m_past)));
    m_where->setForegroundRole(m_past ? QPalette::Highlight : QPalette::PlaceholderText);
    m_live->setEnabled(m_past.has_value());
    m_continue->setEnabled(m_past.has_value());
    m_compare->setEnabled(keepsPictures);
    m_keepA->setText(m_a ? tr("Keep as &A (now %1)").arg(iterationText(*m_a)) : tr("Keep as &A"));
    m_keepB->setText(m_b ? tr("Keep as &B (now %1)").arg(iterationText(*m_b)) : tr("Keep as &B"));
}

} // namespace gan
