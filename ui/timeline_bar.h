#pragma once

#include "core/session/run_record.h"
#include "ui/fitting_row.h"

#include <memory>
#include <optional>

class QAction;
class QLabel;
class QMenu;
class QPushButton;

namespace gan {

class MomentSlider;

/// All iterations of a run, as a track: at its right end the screen is live, anywhere else it shows what was,
/// while the run goes on. Marks stand where something was changed.
class TimelineBar : public FittingRow {
    Q_OBJECT

public:
    explicit TimelineBar(QWidget* parent = nullptr);

    /// Another run: live.
    void setRecord(std::shared_ptr<const RunRecord> record);
    /// The run has come so far. Where the slider stands stays the same iteration.
    void setNow(std::int64_t iteration);
    void goLive();

    /// Where the slider stands; nothing while it is live.
    std::optional<std::int64_t> iteration() const { return m_past; }
    /// What was there, exactly. Of another iteration it is dropped.
    void setPicture(std::shared_ptr<const Snapshot> picture);
    /// What is known of that iteration: exactly, or the picture that the run has kept last before it. Null
    /// while it is live, and until something is known.
    std::shared_ptr<const Snapshot> moment() const { return m_moment; }
    /// That, or the newest picture that is kept; null when none is.
    std::shared_ptr<const Snapshot> shownMoment() const;
    /// The two that are to be compared: A, or the first moment; B, or the one shown. Null when there is none.
    std::shared_ptr<const Snapshot> before() const;
    std::shared_ptr<const Snapshot> after() const;

Q_SIGNALS:
    /// The slider stands at another iteration, or is live again.
    void moved();
    /// The run shall go on from where the slider stands.
    void continueRequested();
    void compareRequested();

private:
    void addSlider();
    void addButtons();
    QMenu* makeCompareMenu();
    void choose(int iteration);
    void describe();
    bool isExact() const { return m_moment && m_moment->iteration == m_past; }

    std::shared_ptr<const RunRecord> m_record;
    std::int64_t m_now = 0;
    std::optional<std::int64_t> m_past;
    std::shared_ptr<const Snapshot> m_moment, m_a, m_b;
    MomentSlider* m_slider;
    QLabel* m_where;
    QPushButton *m_live, *m_continue, *m_compare;
    QAction *m_keepA, *m_keepB;
};

} // namespace gan
