#pragma once

#include "ui/window/frame_clock.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace gan {

class TrainingSession;

/// Shows what a session announces in frames: all of one update is drawn and painted in one pass, before the
/// next one is taken; so all that is on the screen is of one iteration. Then the screen rests as long as the
/// FrameClock says, and only then the next picture is asked for. It is the window's; the session must outlive
/// it.
class WindowFrames : public QObject {
    Q_OBJECT

public:
    WindowFrames(TrainingSession& session, QWidget& window);
    ~WindowFrames() override;

Q_SIGNALS:
    /// All of the update is known: what has changed is to be drawn now.
    void drawing();

private:
    using Clock = std::chrono::steady_clock;
    /// How far training was at some time.
    struct Mark {
        Clock::time_point time;
        std::int64_t iteration;
    };

    Mark now() const;
    void begin();
    void finish();
    void paint();
    void measure(const Mark& end);
    void forgetRest() { m_restSince.reset(); }

    TrainingSession& m_session;
    QWidget& m_window;
    FrameClock m_clock;
    Mark m_begin;
    std::optional<Mark> m_restSince; ///< nothing when the run has not run all the time since
    QTimer m_rest;
};

} // namespace gan
