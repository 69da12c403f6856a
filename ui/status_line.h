#pragma once

#include "core/metric_rows.h"
#include "core/session/training_session.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace gan {

/// How fast it goes: iterations a second, pictures a second, age of the picture. It counts only while a run
/// runs.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setState(SessionState state);
    void countIterations(const MetricRows& rows);
    void countPicture();
    /// Of the run that is shown: how many samples an iteration takes, 0 where that says nothing, and where
    /// the run, or its preset, ends.
    void setRun(std::int64_t batch, std::int64_t end);
    /// What goes on in the background; empty: nothing.
    void say(const QString& sentence);

Q_SIGNALS:
    /// The weight of the running average that the curves show: 0 for none, below 1.
    void smoothingChanged(double weight);

private:
    void addSmoothing(QHBoxLayout& box);
    void beginPeriod();
    void refresh();
    QString speedText(double perSecond) const;

    QLabel *m_state, *m_iterations, *m_pictures, *m_age, *m_note;
    QTimer m_tick;
    QElapsedTimer m_period, m_sincePicture;
    std::int64_t m_iterationCount = 0;
    std::int64_t m_batch = 0, m_end = 0, m_iteration = 0;
    int m_pictureCount = 0;
};

} // namespace gan
