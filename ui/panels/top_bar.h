#pragma once

#include "core/session/training_session.h"
#include "ui/widgets/fitting_row.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace gan {

class Actions;
class IterationCounter;
class SeedField;

/// Experiment, run controls, iteration, speed, seed and export.
class TopBar : public FittingRow {
    Q_OBJECT

public:
    /// With the actions of addRunActions() and "help".
    explicit TopBar(Actions& actions, QWidget* parent = nullptr);

    void setState(SessionState state);
    IterationCounter& counter() const { return *m_counter; }
    /// Shows experiment and seed.
    void setSettings(const Settings& settings);
    /// Iterations a second; 0: no limit. Emits speedChosen() when it was another.
    void setSpeed(double limit);
    /// Gives the main button the focus.
    void focusRun();
    /// Filled by the window when it opens.
    QMenu* exportMenu() const { return m_exportMenu; }
    /// Draws a seed and begins a run with it.
    void drawSeed();

Q_SIGNALS:
    void experimentChosen(const QString& id);
    /// "Your own pictures" was chosen in the list of experiments.
    void picturesRequested();
    /// Iterations per second; 0: no limit.
    void speedChosen(double limit);
    void seedChosen(std::int64_t seed);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addExperiments(QHBoxLayout& box);
    void chooseExperiment();
    void addButtons(QHBoxLayout& box, Actions& actions);
    void addIteration(QHBoxLayout& box);
    void addSpeed(QHBoxLayout& box);
    void addExport(QHBoxLayout& box);
    void addHelp(QHBoxLayout& box, Actions& actions);
    void refreshIcons();

    QComboBox* m_experiments;
    int m_shownExperiment = 0; ///< its place in that list
    QPushButton *m_reset, *m_run, *m_step;
    IterationCounter* m_counter;
    QComboBox* m_speed;
    SeedField* m_seed;
    QMenu* m_exportMenu;
    SessionState m_state = SessionState::Loading;
};

} // namespace gan
