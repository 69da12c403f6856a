#pragma once

#include "core/session/latest_value.h"
#include "core/session/replica.h"
#include "core/session/training_session.h"

#include <QObject>

#include <optional>

namespace gan {

/// Looks back at any iteration of a session's run while the run goes on: live, or in the past. A replica
/// computes what was there; until it has, the last picture stays. GUI thread. The session must outlive it.
class TimeTravel : public QObject {
    Q_OBJECT

public:
    /// The replica's thread begins with the first look back.
    explicit TimeTravel(TrainingSession& session, QObject* parent = nullptr);
    ~TimeTravel() override;

    bool isLive() const { return !m_iteration; }
    /// The iteration that is looked at; nothing while live.
    std::optional<std::int64_t> iteration() const { return m_iteration; }
    /// What was there; null while live, and until it is known.
    std::shared_ptr<const Snapshot> picture() const { return m_picture; }

    /// The nearest iteration that the run has come to.
    void goTo(std::int64_t iteration);
    void goLive();
    /// What is looked at in the past, from now on.
    void look(const View& view);
    /// A new run, paused, that goes on from the iteration that is looked at; live again once it is there.
    void continueHere();
    /// Pins an iteration, or removes its pin; the state of a pinned one that is looked at is kept.
    void togglePin(std::int64_t iteration);

Q_SIGNALS:
    /// Live, or at another iteration; its picture comes later.
    void moved();
    void pictureReady(std::shared_ptr<const gan::Snapshot> picture);
    /// A new run goes on from the iteration that was looked at.
    void continued(std::int64_t iteration);
    /// That moment cannot be had; live again.
    void failed(const gan::Text& why);
    /// Private: emitted by the replica's thread.
    void answerWaiting();

private:
    void ask();
    bool needsState() const;
    void take();
    void use(const ReplicaAnswer& answer);
    void followRun();
    void leave();

    TrainingSession& m_session;
    std::optional<std::int64_t> m_iteration;
    std::shared_ptr<const Snapshot> m_picture;
    std::shared_ptr<const RunRecord> m_record; ///< whose past it is
    std::optional<View> m_view;
    std::uint64_t m_lastRequest = 0;
    bool m_continues = false; ///< a new run shall begin there
    LatestValue<ReplicaAnswer> m_answers;
    std::unique_ptr<Replica> m_replica; ///< last: its answers come here
};

} // namespace gan
