#pragma once

#include <QWidget>

class QComboBox;

namespace gan {

class TallestText;
struct Experiment;
struct Preset;

/// The presets of an experiment as a list, and below it the sentence of the one that the run has. Its height
/// does not depend on which preset that is.
class PresetChooser : public QWidget {
    Q_OBJECT

public:
    explicit PresetChooser(const Experiment& experiment, QWidget* parent = nullptr);

    /// The preset of the run; null when its settings are nobody's. Emits nothing.
    void show(const Preset* preset);

Q_SIGNALS:
    /// Begin the run of this one. The list already shows it: show() the old one when that cannot be.
    void chosen(const gan::Preset& preset);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Experiment& m_experiment;
    QComboBox* m_list;
    TallestText* m_why;
};

} // namespace gan
