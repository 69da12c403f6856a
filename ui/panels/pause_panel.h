#pragma once

#include "core/pause_condition.h"
#include "ui/plots/plot_spec.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace gan {

/// "Pause when": a box to tick for each kind of condition, what it watches, and the value.
class PausePanel : public QWidget {
    Q_OBJECT

public:
    /// What can be watched are the numbers of the experiment's page.
    explicit PausePanel(const std::vector<NumberSpec>& numbers, QWidget* parent = nullptr);

    /// Those that are ticked.
    std::vector<PauseCondition> conditions() const;
    /// Ticks these and no others; emits changed(). What the panel cannot show is left out.
    void setConditions(const std::vector<PauseCondition>& conditions);
    /// The same for those of a preset, which may have none: they take the place of another preset's, and of
    /// the user's own only where there are some.
    void setPlanned(const std::vector<PauseCondition>& conditions);

Q_SIGNALS:
    void changed(const std::vector<gan::PauseCondition>& conditions);

private:
    struct Row {
        PauseCondition::Kind kind;
        QCheckBox* box;
        std::vector<const NumberSpec*> watched; ///< one is chosen by `list`, where there are several
        QComboBox* list;                        ///< null where there is nothing to choose
        QLineEdit* field;
        double value;
    };

    void addRow(PauseCondition::Kind kind, std::vector<const NumberSpec*> watched, double value);
    QComboBox* makeList(const std::vector<const NumberSpec*>& watched, const QString& help);
    static const NumberSpec* watchedBy(const Row& row);
    void type(std::size_t index);
    void set(Row& row, const std::vector<PauseCondition>& conditions);
    void tell();

    std::vector<Row> m_rows;
    std::vector<PauseCondition> m_planned; ///< of the preset that was chosen last
    QVBoxLayout* m_layout;
};

} // namespace gan
