#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <functional>

namespace gan {

/// Plays the past of a run: says again and again by how many iterations the shown moment is to move. It knows
/// neither run nor screen. GUI thread.
class Playback : public QObject {
    Q_OBJECT

public:
    enum class Direction { Stopped, Forwards, Backwards };

    /// Iterations a second at speed 1: slow enough to follow each.
    static constexpr double kIterationsPerSecond = 30;

    /// `isShown`: whether the moment asked for last is on the screen; nothing moves before, so that a slow
    /// one is never skipped.
    explicit Playback(std::function<bool()> isShown, QObject* parent = nullptr);

    void play(Direction direction);
    void stop() { play(Direction::Stopped); }
    Direction direction() const { return m_direction; }
    /// How many times kIterationsPerSecond; 0.25 to 64.
    void setSpeed(double factor) { m_speed = factor; }
    /// Moves by what is due after so many seconds; the timer does this.
    void pass(double seconds);

Q_SIGNALS:
    /// By so many iterations, negative for backwards.
    void advanced(std::int64_t iterations);
    void directionChanged();

private:
    const std::function<bool()> m_isShown;
    Direction m_direction = Direction::Stopped;
    double m_speed = 1;
    double m_due = 0; ///< iterations, less than one of them after each move
    QElapsedTimer m_since;
    QTimer m_timer;
};

} // namespace gan
