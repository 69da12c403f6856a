#pragma once

#include "core/metric_rows.h"
#include "core/session/training_session.h"
#include "ui/panels/run_speed.h"
#include "ui/widgets/fitting_row.h"

#include <QTimer>

class QHBoxLayout;
class QLabel;

namespace gan {

class SteadyLabel;

/// How fast it goes: iterations a second, pictures a second, age of the picture. It counts only while a run
/// runs. Each text has a place of its own, whatever it says.
class StatusLine : public FittingRow {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setState(SessionState state);
    void countIterations(const MetricRows& rows);
    void countPicture();
    /// See RunSpeed.
    void setRun(std::int64_t batch, std::int64_t end);
    /// What goes on in the background; empty: nothing.
    void say(const QString& sentence);

Q_SIGNALS:
    /// The weight of the running average that the curves show: 0 for none, below 1.
    void smoothingChanged(double weight);

private:
    void addTexts();
    void addSmoothing(QHBoxLayout& box);
    void refresh();

    SteadyLabel *m_state, *m_iterations, *m_pictures, *m_age, *m_note;
    QTimer m_tick;
    RunSpeed m_speed;
};

} // namespace gan
