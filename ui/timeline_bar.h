#pragma once

#include "core/session/run_record.h"
#include "ui/fitting_row.h"

#include <memory>
#include <vector>

class QAction;
class QLabel;
class QMenu;
class QPushButton;

namespace gan {

class MomentSlider;

/// The moments that a run has kept, as a slider: at its right end the screen is live, anywhere else it shows
/// what was, while the run goes on. Hidden as long as a run has kept none.
class TimelineBar : public FittingRow {
    Q_OBJECT

public:
    explicit TimelineBar(QWidget* parent = nullptr);

    /// Another run: live.
    void setRecord(std::shared_ptr<const RunRecord> record);
    /// The run may have kept more. Where the slider stands stays the same moment.
    void refresh();
    void goLive();

    /// The moment that the slider stands at; null when it is live.
    std::shared_ptr<const Snapshot> moment() const { return m_moment; }
    /// That moment, or the newest that is kept; null when none is.
    std::shared_ptr<const Snapshot> shownMoment() const;
    /// The two that are to be compared: A, or the first moment; B, or the one shown. Null when there is none.
    std::shared_ptr<const Snapshot> before() const;
    std::shared_ptr<const Snapshot> after() const;

Q_SIGNALS:
    /// The slider stands at another moment, or is live again.
    void momentChanged();
    /// The run shall go on from the last state kept at or before this iteration.
    void continueRequested(std::int64_t iteration);
    void compareRequested();

private:
    void addSlider();
    void markStates();
    void addButtons();
    QMenu* makeCompareMenu();
    void chooseIndex(int index);
    void placeHandle();
    void describe();
    int indexOf(std::int64_t iteration) const;

    std::shared_ptr<const RunRecord> m_record;
    std::uint64_t m_version = 0; ///< of the timeline when it was looked at
    std::vector<std::int64_t> m_iterations;
    std::shared_ptr<const Snapshot> m_moment, m_a, m_b;
    MomentSlider* m_slider;
    QLabel* m_where;
    QPushButton *m_live, *m_continue, *m_compare;
    QAction *m_keepA, *m_keepB;
};

} // namespace gan
