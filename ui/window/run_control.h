#pragma once

#include "core/session/training_session.h"

#include <QObject>

namespace gan {

class Banner;
class ExperimentPage;
class PageStack;
class UndoHistory;
class WindowMemory;
struct Preset;
struct WeightEdit;

/// What a hand asks of the run that is shown: to run and pause, other settings, another run. What is refused
/// is a sentence in the window. GUI thread; all that it is given must outlive it.
class RunControl : public QObject {
    Q_OBJECT

public:
    /// What it works with.
    struct Window {
        TrainingSession& session;
        const PageStack& pages;
        Banner& banner;
        UndoHistory& undo;
        WindowMemory& memory;
    };

    explicit RunControl(Window window, QObject* parent = nullptr);

    /// Once for each page.
    void connectPage(ExperimentPage& page);

    void runOrPause();
    void beginAgain();
    void begin(const Settings& settings);
    void chooseExperiment(const QString& id);
    void chooseSeed(std::int64_t seed);
    /// With the settings that the experiment has now, or had the last time.
    void beginWithPictures(const QString& folder);

private:
    void change(const Settings& settings);
    void changeWeight(const WeightEdit& edit);
    void beginPreset(const Run& run, const Preset& preset);
    void beginSlower();
    void pauseWhen(const std::vector<PauseCondition>& conditions);
    void offerHelp(const Text& failure);
    void showSettings();

    const Window m_window;
    TrainingSession& m_session;
};

} // namespace gan
