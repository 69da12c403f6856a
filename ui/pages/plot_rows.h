#pragma once

#include <QSplitter>

#include <vector>

namespace gan {

class PlotRow;
class PlotView;

/// The rows of a sheet below each other. Rows have their shares of the height, and their edges meet; a hand
/// that has moved them knows better.
class PlotRows : public QSplitter {
    Q_OBJECT

public:
    /// `name` is that of its panes.
    explicit PlotRows(const QString& name, QWidget* parent = nullptr);

    /// Below the others; `height` is relative to theirs.
    void add(PlotRow* row, int height);
    /// From the top.
    const std::vector<PlotRow*>& all() const { return m_rows; }
    /// Shows the tab that this plot is in, if it is in one of the rows.
    void reveal(const PlotView* plot);
    /// Panes as wide and high as at first.
    void placePanes();
    /// Again, for the rows have come to need more room, or less.
    void place();
    /// The same after another scale.
    void regroup();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void align();

    std::vector<PlotRow*> m_rows;
    QList<int> m_heights; ///< relative to each other
};

} // namespace gan
