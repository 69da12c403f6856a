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

/// What lies at one x: a thin line over the plot, and above it, in the place of the legend, what is read
/// there; so no curve is covered. A widget of its own, so it asks for no replot and is in no exported
/// picture.
class HoverReadout : public QWidget {
    Q_OBJECT

public:
    explicit HoverReadout(QWidget* plot);

    enum class Detail {
        All,
        Values ///< of the present run alone, without the place, which is told where the mouse is
    };

    /// Where it may write: the legend alone, or title and legend.
    struct Rooms {
        QRect legend, header;
    };

    /// `across`: the plot's axis rectangle; `x`: where the line stands. No lines hide it.
    void show(const QRect& across, const Rooms& rooms, int x, std::vector<HoverLine> lines, Detail detail);

    /// What the text covers.
    QRect table() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void keepValues();
    void choose(const Rooms& rooms);
    void leaveOutEarlierRuns();
    bool fits(const QRect& room);
    std::vector<QRect> places() const;

    QRect m_across, m_room;
    int m_x = 0;
    std::vector<HoverLine> m_lines;
};

} // namespace gan
