#pragma once

#include "core/metric_rows.h"
#include "core/snapshot.h"
#include "ui/plots/plot_spec.h"

#include <QWidget>

#include <map>
#include <memory>
#include <string>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace gan {

/// The numbers of a page.
class ReadoutPanel : public QWidget {
    Q_OBJECT

public:
    explicit ReadoutPanel(const std::vector<NumberSpec>& numbers, QWidget* parent = nullptr);

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void append(const MetricRows& rows);
    /// A new run.
    void clear();

    /// Wide enough for every row, seen or not, whatever its number.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addRow(QVBoxLayout& box, const NumberSpec& number);
    void refresh();
    bool hasValue(const NumberSpec& number) const;
    QString textOf(const NumberSpec& number) const;
    bool isResting(const NumberSpec& number) const;
    double valueOf(NumberSpec::From from, const std::string& name) const;

    struct Row {
        NumberSpec number;
        QLabel *label, *value;
        bool hadValue = false; ///< then it stays, and a new run does not make the others jump
    };
    std::vector<Row> m_rows;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::map<std::string, float, std::less<>> m_newest; ///< value of each column that has had one
    std::map<std::string, float, std::less<>> m_last;   ///< cells of the newest row, also those without value
};

} // namespace gan
