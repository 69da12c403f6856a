#pragma once

#include "core/metric_rows.h"
#include "core/session/run_record.h"
#include "core/snapshot.h"

#include <QObject>

#include <memory>

namespace gan {

class PlotSheet;
class ReadoutPanel;
class TimelineBar;

/// Which moment a page shows, in plots and numbers alike: the newest, or one of the past, where the timeline
/// is put. GUI thread; what it is given must outlive it.
class PageMoments : public QObject {
    Q_OBJECT

public:
    PageMoments(TimelineBar& timeline, PlotSheet& plots, ReadoutPanel& numbers, QObject* parent = nullptr);

    /// What is shown; null when there is nothing.
    std::shared_ptr<const Snapshot> shown() const { return m_shown; }

    /// Another run: nothing is known of it yet.
    void begin(std::shared_ptr<const RunRecord> record);
    void append(const MetricRows& rows);
    void setNewest(std::shared_ptr<const Snapshot> snapshot);
    /// Of the iteration of the past that the timeline stands at, exactly.
    void showPicture(std::shared_ptr<const Snapshot> picture);
    /// What is written where a picture is still missing.
    void setNotice(const QString& notice);

Q_SIGNALS:
    /// The newest one is known, whichever is shown.
    void goesOn(const gan::Snapshot& newest);
    /// What is shown is now of another iteration of the past, or live again.
    void changed();

private:
    void show();
    void showNotice();
    void showNumbersOf(std::int64_t iteration);

    TimelineBar& m_timeline;
    PlotSheet& m_plots;
    ReadoutPanel& m_numbers;
    std::shared_ptr<const RunRecord> m_record;
    std::shared_ptr<const Snapshot> m_newest, m_shown;
    QString m_notice;
};

} // namespace gan
