#pragma once

#include "core/snapshot.h"
#include "ui/panels/stage_progress.h"

#include <QWidget>

class QSpinBox;

namespace gan {

class SteadyLabel;

/// Training in stages: a button each for D, G and both, for how many epochs at a time, and how far a stage
/// is.
class StagePanel : public QWidget {
    Q_OBJECT

public:
    explicit StagePanel(const Settings& settings, QWidget* parent = nullptr);

    /// Another run.
    void begin(const Run& plan);
    void setSettings(const Settings& settings);
    /// The newest of the run.
    void setSnapshot(const Snapshot& snapshot);
    void setRunning(bool running);

Q_SIGNALS:
    /// Make so many iterations with these networks, then pause.
    void stepsRequested(gan::Networks networks, std::int64_t count);

private:
    void addButtons(QLayout& box);
    void train(Networks networks);
    std::int64_t vectors() const;
    void showProgress();

    Settings m_settings;
    StageProgress m_stages;
    std::int64_t m_iteration = 0;
    std::int64_t m_vectorsRead = 0; ///< of a file, which are known only once they are read; 0: none
    QSpinBox* m_epochs;
    SteadyLabel* m_progress;
};

} // namespace gan
