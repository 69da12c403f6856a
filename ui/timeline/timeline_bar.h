#pragma once

#include "core/session/run_record.h"
#include "ui/timeline/playback.h"
#include "ui/widgets/fitting_row.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace gan {

class Actions;
class CompareButton;
class MomentSlider;

/// All iterations of a run, as a track: at its right end the screen is live, anywhere else it shows what was,
/// while the run goes on, or the past is played. Marks stand where something happened.
class TimelineBar : public FittingRow {
    Q_OBJECT

public:
    explicit TimelineBar(std::shared_ptr<const RunRecord> record, QWidget* parent = nullptr);

    /// The buttons beside the track; once. See addTimelineActions().
    void addButtons(Actions& actions);

    /// Another run of the same experiment: live.
    void setRecord(std::shared_ptr<const RunRecord> record);
    const RunRecord& record() const { return *m_record; }
    /// The run has come so far, or has new marks. Where the slider stands stays the same iteration.
    void setNow(std::int64_t iteration);
    std::int64_t now() const { return m_now; }
    void goLive();
    /// To the nearest iteration that the run has come to; to its newest one is live.
    void goTo(std::int64_t iteration);
    Playback& playback() { return *m_playback; }

    /// Where the slider stands; nothing while it is live.
    std::optional<std::int64_t> iteration() const { return m_past; }
    /// What was there, exactly. Of another iteration it is dropped.
    void setPicture(std::shared_ptr<const Snapshot> picture);
    /// What is known of that iteration: exactly, or the picture that the run has kept last before it. Null
    /// while it is live, and until something is known.
    std::shared_ptr<const Snapshot> moment() const { return m_moment; }
    /// That, or the newest picture that is kept; null when none is.
    std::shared_ptr<const Snapshot> shownMoment() const;
    CompareButton& comparison() const { return *m_compare; }

Q_SIGNALS:
    /// The slider stands at another iteration, or is live again.
    void moved();
    /// What can be done here may be something else now.
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addSlider();
    void addPlayback();
    void choose(int iteration);
    void advance(std::int64_t iterations);
    void describe();
    void refreshIcons();
    bool isExact() const { return m_moment && m_moment->iteration == m_past; }
    bool isShown() const;

    std::shared_ptr<const RunRecord> m_record;
    std::int64_t m_now = 0;
    std::optional<std::int64_t> m_past;
    std::shared_ptr<const Snapshot> m_moment;
    QElapsedTimer m_chosen; ///< since the slider was put where it stands
    Playback* m_playback;
    MomentSlider* m_slider;
    QLabel* m_where;
    CompareButton* m_compare;
    QPushButton *m_back, *m_play, *m_pin;
};

} // namespace gan
