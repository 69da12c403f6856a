#pragma once

#include "core/session/training_session.h"

namespace gan {

/// How a run that nobody has asked for yet is played.
struct OpeningPace {
    std::int64_t iterations = 200;
    double speed = 25; ///< iterations a second
};

/// Plays the beginning of the session's run slowly, so that the first look at the program shows a GAN that
/// learns; then pauses. The session must wait at iteration 0 or be on its way there. A run in which a hand
/// takes part is the user's: a changed setting lets it go on, Run and Pause do what they always do, and
/// touched() is told. GUI thread.
class OpeningPlay : public QObject {
    Q_OBJECT

public:
    explicit OpeningPlay(TrainingSession& session, OpeningPace pace = {}, QObject* parent = nullptr);

Q_SIGNALS:
    /// Iterations a second; 0: as fast as it goes.
    void speedWanted(double limit);
    /// The run is the user's own from now on, or has failed.
    void touched();
    /// Another run has begun, and nobody has touched the one that was played.
    void passed(std::uint64_t runId);

private:
    enum class Part { Waiting, Playing, Played, Over };

    void followState(SessionState state);
    void followSettings(const Settings& settings);
    void followRun();
    void play();
    void endPlay();
    void touch();
    bool isUntouched() const { return m_part == Part::Playing || m_part == Part::Played; }

    TrainingSession& m_session;
    const OpeningPace m_pace;
    Settings m_settings;
    std::uint64_t m_runId;
    Part m_part = Part::Waiting;
};

} // namespace gan
