#include "ui/actions/timeline_actions.h"

#include "core/session/run_marks.h"
#include "ui/actions/actions.h"
#include "ui/timeline/timeline_bar.h"

#include <QMenu>

#include <algorithm>

namespace gan {

namespace {

using Bar = std::function<TimelineBar&()>;

constexpr int kManySteps = 10;

/// The beginning, and every iteration of which the run has kept a picture or its state.
std::vector<std::int64_t> keptIterations(const RunRecord& record)
{
    std::vector<std::int64_t> kept = record.timeline().iterations();
    const std::vector<std::int64_t> states = record.timeline().stateIterations();
    kept.insert(kept.end(), states.begin(), states.end());
    kept.push_back(0);
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

std::vector<std::int64_t> markedIterations(const RunRecord& record)
{
    std::vector<std::int64_t> marked;
    for (const RunMark& mark : marksOf(record))
        if (marked.empty() || marked.back() != mark.iteration)
            marked.push_back(mark.iteration);
    return marked;
}

/// To the place before or after the moment that is shown, or `count` places further; beyond the last one is
/// live.
void goAlong(TimelineBar& bar, const std::vector<std::int64_t>& places, int count)
{
    bar.playback().stop();
    const std::int64_t here = bar.iteration().value_or(bar.now());
    const auto reached = count > 0 ? std::upper_bound(places.begin(), places.end(), here)
                                   : std::lower_bound(places.begin(), places.end(), here);
    const std::ptrdiff_t place = (reached - places.begin()) + (count > 0 ? count - 1 : count);
    if (place >= std::ptrdiff_t(places.size()))
        bar.goLive();
    else
        bar.goTo(place < 0 ? 0 : places[std::size_t(place)]);
}

/// What goes along some places of the run.
auto along(const Bar& bar, std::vector<std::int64_t> (*places)(const RunRecord&), int count)
{
    return [bar, places, count] { goAlong(bar(), places(bar().record()), count); };
}

/// Playing forwards from now begins at the beginning.
void play(TimelineBar& bar, Playback::Direction direction)
{
    Playback& playback = bar.playback();
    if (playback.direction() == direction)
        return playback.stop();
    if (!bar.iteration() && direction == Playback::Direction::Forwards)
        bar.goTo(0);
    playback.play(direction);
}

std::vector<ActionSpec> playActions(const Bar& bar)
{
    const auto plays = [bar](Playback::Direction direction) {
        return [bar, direction] { play(bar(), direction); };
    };
    return {
        {"play",
         TimelineBar::tr("&Play, or stop"),
         TimelineBar::tr("Plays this run from the iteration that you look at; from the beginning when the "
                         "screen is live."),
         {Qt::SHIFT | Qt::Key_Space},
         plays(Playback::Direction::Forwards)},
        {"playBackwards",
         TimelineBar::tr("Play &backwards, or stop"),
         TimelineBar::tr("Plays this run backwards from the iteration that you look at."),
         {Qt::SHIFT | Qt::Key_Backspace},
         plays(Playback::Direction::Backwards)}};
}

std::vector<ActionSpec> stepActions(const Bar& bar)
{
    const QString before =
        TimelineBar::tr("To the last iteration before whose state is kept: it is shown at once.");
    const QString after = TimelineBar::tr("To the next iteration whose state is kept: it is shown at once.");
    return {{"keptBefore",
             TimelineBar::tr("One kept step b&ack"),
             before,
             {Qt::ALT | Qt::Key_Left},
             along(bar, keptIterations, -1),
             true},
            {"keptAfter",
             TimelineBar::tr("One kept step &forward"),
             after,
             {Qt::ALT | Qt::Key_Right},
             along(bar, keptIterations, 1),
             true},
            {"manyBefore",
             TimelineBar::tr("Ten kept steps back"),
             TimelineBar::tr("Ten kept steps back, or to the beginning."),
             {Qt::ALT | Qt::SHIFT | Qt::Key_Left},
             along(bar, keptIterations, -kManySteps),
             true},
            {"manyAfter",
             TimelineBar::tr("Ten kept steps forward"),
             TimelineBar::tr("Ten kept steps forward, or to now."),
             {Qt::ALT | Qt::SHIFT | Qt::Key_Right},
             along(bar, keptIterations, kManySteps),
             true}};
}

std::vector<ActionSpec> markActions(const Bar& bar)
{
    const QString marks = TimelineBar::tr("Marks stand at changes, pauses, ends of stages and pins.");
    return {{"markBefore",
             TimelineBar::tr("P&revious mark"),
             marks,
             {Qt::ALT | Qt::Key_Up},
             along(bar, markedIterations, -1)},
            {"markAfter",
             TimelineBar::tr("&Next mark"),
             marks,
             {Qt::ALT | Qt::Key_Down},
             along(bar, markedIterations, 1)}};
}

std::vector<ActionSpec> placeActions(const TimelineCommands& commands)
{
    const Bar bar = commands.bar;
    const auto start = [bar] {
        bar().playback().stop();
        bar().goTo(0);
    };
    return {{"start", TimelineBar::tr("&Start"), TimelineBar::tr("To iteration 0."), {Qt::Key_Home}, start},
            {"live",
             TimelineBar::tr("&Live"),
             TimelineBar::tr("Returns to the current iteration. The training was not interrupted."),
             {Qt::Key_End},
             [bar] { bar().goLive(); }},
            {"pinMoment",
             TimelineBar::tr("P&in, or remove the pin"),
             TimelineBar::tr("Marks the iteration that you look at, so that you find it again. A second time "
                             "removes the mark."),
             {Qt::Key_P},
             commands.togglePin},
            {"continueFrom",
             TimelineBar::tr("&Continue from here"),
             TimelineBar::tr(
                 "Makes a new run, paused, that goes on from the iteration that you look at. The present "
                 "run stays as pale curves, and Undo (Ctrl+Z) brings it back."),
             {},
             commands.continueHere}};
}

} // namespace

void addTimelineActions(Actions& actions, const TimelineCommands& commands, QMenu& menu)
{
    menu.setToolTipsVisible(true);
    for (const auto& group : {playActions(commands.bar), stepActions(commands.bar), markActions(commands.bar),
                              placeActions(commands)}) {
        for (const ActionSpec& spec : group)
            menu.addAction(actions.add(spec));
        menu.addSeparator();
    }
}

void updateTimelineActions(Actions& actions, const TimelineBar& bar)
{
    const QString noPast =
        bar.now() > 0 ? QString() : TimelineBar::tr("This run has no past yet. Press Run first.");
    const QString isLive =
        bar.iteration() ? QString() : TimelineBar::tr("The screen is live: this is the newest iteration.");
    for (const char* id :
         {"play", "playBackwards", "keptBefore", "manyBefore", "markBefore", "start", "pinMoment"})
        actions.setRefusal(QString::fromLatin1(id), noPast);
    for (const char* id : {"keptAfter", "manyAfter", "markAfter", "live"})
        actions.setRefusal(QString::fromLatin1(id), isLive);
    actions.setRefusal(
        QStringLiteral("continueFrom"),
        bar.iteration()
            ? QString()
            : TimelineBar::tr("The screen is live. Go to an earlier iteration on the timeline first."));
}

} // namespace gan
