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

#include <algorithm>

namespace gan {

namespace {

constexpr int kSliderWidth = 120, kWhereWidth = 112, kContinueWidth = 150;
constexpr int kPage = 10; ///< moments that a page of the slider passes over

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
    setVisible(false);
}

void TimelineBar::addSlider()
{
    auto* name = new QLabel(tr("Timeline"));
    setThemeSize(name, ThemeSize::StrongText, 13);
    m_slider = new MomentSlider;
    m_slider->setObjectName(QStringLiteral("timeline"));
    m_slider->setPageStep(kPage);
    setThemeSize(m_slider, ThemeSize::MinimumWidth, kSliderWidth);
    explain(
        m_slider, tr("Timeline"),
        tr("Goes back to a moment that was kept: pictures and numbers are those of then, while the training "
           "goes on. The right end is now. Moments lie closest at the beginning and at the end. The run can "
           "be continued from the moments that have a mark below them."));
    guardFromWheel(m_slider);
    m_where = new QLabel;
    m_where->setObjectName(QStringLiteral("timelineMoment"));
    setThemeSize(m_where, ThemeSize::MinimumWidth, kWhereWidth);
    row().addWidget(name);
    row().addWidget(m_slider, 1);
    row().addWidget(m_where);
    canDoWithout({name});
    connect(m_slider, &QSlider::valueChanged, this, &TimelineBar::chooseIndex);
}

void TimelineBar::addButtons()
{
    m_live = new QPushButton(tr("Live"));
    explain(m_live, tr("Live"), tr("Shows the present again. The training has gone on all the while."));
    m_continue = new QPushButton;
    explain(
        m_continue, tr("Continue from here"),
        tr("Goes back to the last whole state that was kept at or before this moment, as a new run that is "
           "paused. The present run stays as pale curves, and Undo (Ctrl+Z) brings it back."));
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
    connect(m_continue, &QPushButton::clicked, this, [this] {
        if (m_moment)
            Q_EMIT continueRequested(m_moment->iteration);
    });
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
    m_moment = m_a = m_b = nullptr;
    m_iterations.clear();
    m_version = 0;
    refresh();
    placeHandle();
}

void TimelineBar::refresh()
{
    const std::uint64_t version = m_record ? m_record->timeline().version() : 0;
    if (version == m_version)
        return;
    m_version = version;
    m_iterations = m_record->timeline().iterations();
    markStates();
    if (!m_iterations.empty())
        setVisible(true); // and for good: the plots do not jump with the next run
    placeHandle();
}

/// The first moments that a state is at or before.
void TimelineBar::markStates()
{
    std::vector<int> places;
    for (const std::int64_t state : m_record->timeline().stateIterations())
        if (const auto moment = std::lower_bound(m_iterations.begin(), m_iterations.end(), state);
            moment != m_iterations.end())
            places.push_back(int(moment - m_iterations.begin()));
    m_slider->setMarks(std::move(places));
}

void TimelineBar::goLive()
{
    m_slider->setValue(m_slider->maximum());
}

std::shared_ptr<const Snapshot> TimelineBar::shownMoment() const
{
    return m_moment || m_iterations.empty() ? m_moment : m_record->timeline().at(m_iterations.back());
}

std::shared_ptr<const Snapshot> TimelineBar::before() const
{
    return m_a || m_iterations.empty() ? m_a : m_record->timeline().at(m_iterations.front());
}

std::shared_ptr<const Snapshot> TimelineBar::after() const
{
    return m_b ? m_b : shownMoment();
}

/// By a hand.
void TimelineBar::chooseIndex(int index)
{
    const bool live = index >= static_cast<int>(m_iterations.size());
    m_moment = live ? nullptr : m_record->timeline().at(m_iterations[static_cast<std::size_t>(index)]);
    describe();
    Q_EMIT momentChanged();
}

/// Where the moment that is shown lies among those that are kept by now.
void TimelineBar::placeHandle()
{
    const QSignalBlocker quiet(m_slider);
    const int live = static_cast<int>(m_iterations.size());
    m_slider->setRange(0, live);
    m_slider->setValue(m_moment ? indexOf(m_moment->iteration) : live);
    describe();
}

int TimelineBar::indexOf(std::int64_t iteration) const
{
    const auto next = std::upper_bound(m_iterations.begin(), m_iterations.end(), iteration);
    return std::max(0, static_cast<int>(next - m_iterations.begin()) - 1);
}

void TimelineBar::describe()
{
    m_slider->setEnabled(!m_iterations.empty());
    m_where->setText(m_moment ? iterationText(*m_moment) : tr("live"));
    m_where->setForegroundRole(m_moment ? QPalette::Highlight : QPalette::PlaceholderText);
    m_live->setEnabled(m_moment != nullptr);
    m_continue->setEnabled(m_moment != nullptr);
    const auto from = m_moment ? m_record->timeline().stateAt(m_moment->iteration).iteration : 0;
    m_continue->setText(m_moment ? tr("Continue from %1").arg(groupedText(from)) : tr("Continue from here"));
    m_compare->setEnabled(!m_iterations.empty());
    m_keepA->setText(m_a ? tr("Keep as &A (now %1)").arg(iterationText(*m_a)) : tr("Keep as &A"));
    m_keepB->setText(m_b ? tr("Keep as &B (now %1)").arg(iterationText(*m_b)) : tr("Keep as &B"));
}

} // namespace gan
