#pragma once

#include "core/session/time_travel.h"

#include <QObject>

#include <functional>
#include <memory>
#include <utility>

class QWidget;

namespace gan {

class Actions;
class Banner;
class ExperimentPage;
class IterationCounter;
class MomentComparison;

/// Connects the timeline of the page that is shown with the past of the session's run: where the timeline is
/// put, the page shows that iteration. GUI thread; all that it is given must outlive it.
class RunTravel : public QObject {
    Q_OBJECT

public:
    using TwoMoments = std::pair<std::shared_ptr<const Snapshot>, std::shared_ptr<const Snapshot>>;

    /// `window`: the parent of windows that it opens; `exportMoments`: writes two moments to a file.
    RunTravel(TrainingSession& session, Actions& actions, Banner& banner, QWidget& window,
              std::function<void(const TwoMoments&)> exportMoments);

    /// Once for each page.
    void connectPage(ExperimentPage& page);
    /// The page that is shown from now on, and where its iteration is said.
    void setPage(ExperimentPage& page, IterationCounter& counter);
    /// Another run begins, or goes on: it has other moments.
    void followRun();
    void continueHere() { m_travel.continueHere(); }
    void togglePin();

private:
    void follow(ExperimentPage& page);
    void showPast();
    void tellContinued(std::int64_t iteration);
    void compare();

    TrainingSession& m_session;
    Actions& m_actions;
    Banner& m_banner;
    QWidget& m_window;
    const std::function<void(const TwoMoments&)> m_export;
    TimeTravel m_travel;
    ExperimentPage* m_page = nullptr;
    IterationCounter* m_counter = nullptr;
    MomentComparison* m_comparison = nullptr; ///< made when it is first asked for
    TwoMoments m_compared;                    ///< what it shows
};

} // namespace gan
