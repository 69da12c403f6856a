#pragma once

#include "core/session/run_record.h"
#include "core/trainer.h"
#include "ui/export/plot_animation.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace gan {

/// Asks which plot is to be animated over which iterations, and makes the animation while the window goes on.
/// It belongs to the run that is shown when it is opened.
class AnimationDialog : public QDialog {
    Q_OBJECT

public:
    /// What it takes from the window.
    struct Source {
        std::vector<std::pair<QString, QString>> plots; ///< ids and titles
        TrainerFactory makeTrainer;
        std::shared_ptr<const RunRecord> record;
        std::int64_t now; ///< the iteration that the run has come to
        View view;
        Theme theme;
        QString stem; ///< what the name of its file begins with
    };

    AnimationDialog(Source source, const QString& plotId, QWidget* parent = nullptr);

    AnimationOrder order() const;
    /// Makes the animation and hands it over as a file to be written to `path`.
    void make(const QString& path);

Q_SIGNALS:
    void made(const QString& path, const gan::FillFile& file);

private:
    void makeFields(const QString& plotId);
    void layOut();
    void choosePath();
    void finish(const QString& path, const FillFile& file);
    void tell(const Text& why);
    void setBusy(bool busy);

    const Source m_source;
    QComboBox* m_plot;
    QSpinBox *m_from, *m_to, *m_frames;
    QDoubleSpinBox* m_seconds;
    QLabel* m_message;
    QProgressBar* m_progress;
    QStackedWidget* m_answer; ///< message or progress
    QPushButton *m_make, *m_close;
    std::unique_ptr<PlotAnimation> m_animation; ///< while it is being made
};

} // namespace gan
