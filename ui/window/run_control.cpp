#include "ui/window/run_control.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/weight_edit.h"
#include "ui/actions/undo_history.h"
#include "ui/dialogs/own_pictures.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_sheet.h"
#include "ui/panels/banner.h"
#include "ui/panels/pause_panel.h"
#include "ui/plots/network/network_plots.h"
#include "ui/text/text.h"
#include "ui/window/page_stack.h"
#include "ui/window/window_memory.h"

#include <algorithm>

namespace gan {

RunControl::RunControl(Window window, QObject* parent)
    : QObject(parent)
    , m_window(std::move(window))
    , m_session(m_window.session)
{
    connect(&m_session.current(), &CurrentRun::failed, this, &RunControl::offerHelp);
    connect(&m_window.undo, &UndoHistory::runChanged, this, &RunControl::showSettings);
}

void RunControl::connectPage(ExperimentPage& page)
{
    connect(&page.controls(), &ControlPanel::liveChanged, this,
            [this](const Settings& settings) { m_window.banner.attempt([&] { change(settings); }); });
    connect(&page.controls(), &ControlPanel::resetRequested, this, &RunControl::begin);
    connect(&page.controls(), &ControlPanel::presetChosen, this, &RunControl::beginPreset);
    connect(&page.plots().networks(), &NetworkPlots::weightChanged, this, &RunControl::changeWeight);
    connect(&page, &ExperimentPage::stepsRequested, &m_session, &TrainingSession::steps);
    connect(&page.pause(), &PausePanel::changed, this, &RunControl::pauseWhen);
}

/// Nothing waits in the control panel any more.
void RunControl::showSettings()
{
    m_window.pages.shown().controls().setSettings(m_session.current().settings());
}

void RunControl::runOrPause()
{
    if (m_session.current().state() == SessionState::Running)
        return m_session.pause();
    m_window.banner.dismiss();
    m_session.run();
}

void RunControl::pauseWhen(const std::vector<PauseCondition>& conditions)
{
    m_session.pauseWhen(conditions);
    for (const PauseCondition& condition : conditions)
        if (const auto why = pauseIsPast(condition, m_session.current().record()->run().iterations))
            m_window.banner.tell(*why);
}

void RunControl::beginAgain()
{
    m_window.banner.attempt([&] { m_session.runs().open(m_session.current().beginning()); });
}

/// Live settings, by hand.
void RunControl::change(const Settings& settings)
{
    const Settings before = m_session.current().settings();
    m_session.changeSettings(settings);
    m_window.undo.noteChange(before, settings);
}

/// By hand, in the plot of the networks.
void RunControl::changeWeight(const WeightEdit& edit)
{
    m_window.banner.attempt([&] {
        Settings settings = m_session.current().settings();
        Matrix edits = settings.matrix(kWeightEdits);
        edits.push_back(edit.row());
        settings.set(kWeightEdits, std::move(edits));
        change(settings);
    });
}

void RunControl::begin(const Settings& settings)
{
    m_window.banner.attempt([&] {
        m_session.runs().reset(settings);
        showSettings();
    });
}

/// The story of a preset starts at once.
void RunControl::beginPreset(const Run& run, const Preset& preset)
{
    m_window.banner.attempt([&] {
        m_session.runs().open(run);
        showSettings();
        m_window.pages.shown().pause().setPlanned(preset.pauses());
        m_session.run();
    });
    m_window.pages.shown().controls().refresh();
}

/// A run that has stopped can only begin again: what helps against numbers that are no longer finite.
void RunControl::offerHelp(const Text& failure)
{
    std::vector<Banner::Choice> choices;
    if (m_session.current().record()->run().iterations > 0)
        choices = {{tr("Halve the learning rates"),
                    tr("Starts again from iteration 0 with half the learning rates of D and G. Undo (Ctrl+Z) "
                       "brings the run before back."),
                    [this] { beginSlower(); }},
                   {tr("Default settings"),
                    tr("Starts again from iteration 0 with the settings of the first preset. Undo (Ctrl+Z) "
                       "brings the run before back."),
                    [this] { m_window.pages.shown().controls().chooseDefaults(); }}};
    choices.push_back({tr("Reset"),
                       tr("Back to iteration 0 with the same settings and the same seed. Change a setting "
                          "then, or the run will stop again."),
                       [this] { beginAgain(); }});
    m_window.banner.offer(translated(failure), std::move(choices), {}, true);
}

void RunControl::beginSlower()
{
    m_window.banner.attempt([&] {
        Settings settings = m_session.current().settings().forNewRun();
        for (const char* key : {"lr_d", "lr_g"})
            settings.set(key, std::max(settings.number(key) / 2, settings.experiment().setting(key).minimum));
        m_session.runs().reset(settings);
        showSettings();
        m_session.run();
    });
}

void RunControl::chooseExperiment(const QString& id)
{
    const Experiment& experiment = experimentNamed(id.toStdString());
    if (&experiment != &m_session.current().settings().experiment())
        m_session.runs().show(experiment);
}

void RunControl::chooseSeed(std::int64_t seed)
{
    m_window.banner.attempt([&] {
        Run run = m_session.current().beginning();
        run.settings.set("seed", seed);
        m_session.runs().open(run);
    });
}

void RunControl::beginWithPictures(const QString& folder)
{
    const Experiment& experiment = pictureExperiment();
    m_window.banner.attempt([&] {
        const ExperimentPage* page = m_window.pages.of(experiment);
        const Settings settings = page ? page->controls().applied() : m_window.memory.settingsOf(experiment);
        m_session.runs().open(Run{withOwnPictures(settings, folder)});
        showSettings();
    });
}

} // namespace gan
