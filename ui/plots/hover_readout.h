#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

#include <vector>

namespace gan {

struct HoverLine {
    QString label;
    QString value;
    QColor color;
    QString span = {}; ///< how far the values reach that `value` stands for; left out where room is short
    bool isOfEarlierRun = false;
};

/// What lies at one x, told beside the mouse: a thin line and a small table over the plot. A widget of its
/// own, so it asks for no replot and is in no exported picture.
class HoverReadout : public QWidget {
    Q_OBJECT

public:
    explicit HoverReadout(QWidget* plot);

    enum class Detail {
        All,
        Values ///< of the present run alone, in its colours and without words
    };

    /// `across`: the plot's axis rectangle; `x`: where the line stands. No lines hide it.
    void show(const QRect& across, int x, std::vector<HoverLine> lines, Detail detail);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void keepValues();
    QSize tableSize() const;

    QRect m_across;
    int m_x = 0;
    std::vector<HoverLine> m_lines;
};

} // namespace gan
