#pragma once

#include "core/session/autosave_slot.h"
#include "core/session/training_session.h"

#include <QDateTime>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace gan {

/// A run that an earlier start of the program wrote by itself.
struct EarlierRun {
    QString path;
    const Experiment* experiment;
    std::int64_t iteration;
    QDateTime when;
};

/// Writes the session's run to a file of its own every minute while something has changed, and when it is
/// destroyed, which must be before the session is. A run that has made no step is not written. What a crash
/// leaves can be offered at the next start; a clean end leaves the last run and nothing to offer. Any number
/// of windows may live at once. GUI thread; the session's threads do the work, so nothing here blocks.
class Autosave : public QObject {
    Q_OBJECT

public:
    explicit Autosave(TrainingSession& session, const QString& folder = defaultFolder(),
                      std::chrono::milliseconds interval = std::chrono::minutes(1),
                      QObject* parent = nullptr);
    ~Autosave() override;

    /// In the user's local data.
    static QString defaultFolder();

    /// Runs of windows that ended without a clean close, the newest first. From here on no other window is
    /// told of them; those that are neither opened nor discarded are told of again at the next start.
    std::vector<EarlierRun> leftBehind();
    /// The session goes on with one of them, paused. Its file stays until the run is saved anew. Throws Error
    /// as TrainingSession::open() does.
    void open(const QString& leftBehind);
    /// Removes its file.
    void discard(const QString& leftBehind);

    /// The run that was shown when a window was last closed; TrainingSession::open() goes on with it.
    std::optional<EarlierRun> lastRun() const;

    /// Nothing is written while it is held: what is shown is nobody's run yet.
    void setHeld(bool held) { m_isHeld = held; }

    /// Why runs are not being saved, a sentence; empty when all is well. It is no reason to bother anybody.
    const std::optional<Text>& problem() const { return m_problem; }
    /// Whether the session's saved() and saveFailed() for this path speak of an autosave.
    bool writes(const QString& path) const { return m_slot && path == m_slot->path(); }

Q_SIGNALS:
    void problemChanged();

private:
    /// What a save holds; two equal ones need not both be written.
    struct Moment {
        std::uint64_t runId;
        std::int64_t iterations;
        Settings settings;
        bool operator==(const Moment&) const = default;
    };

    Moment moment() const;
    bool hasNews() const;
    void saveIfNews();
    void save(std::function<void()> whenWritten = {});
    bool hasSlot();
    QString lastPath() const;
    void setProblem(std::optional<Text> problem);

    TrainingSession& m_session;
    const QString m_folder;
    std::shared_ptr<AutosaveSlot> m_slot; ///< made with the first save
    std::map<QString, std::shared_ptr<AutosaveSlot>> m_leftBehind;
    std::optional<Moment> m_pending; ///< being written
    std::optional<Moment> m_written;
    std::optional<Text> m_problem;
    QTimer m_timer;
    bool m_isHeld = false;
};

} // namespace gan
