#pragma once

#include "core/session/run_marks.h"

#include <QSlider>

#include <optional>
#include <vector>

namespace gan {

/// A track of iterations, with the marks of a run on it. A press seeks at once, on the mark that is nearest
/// to the pointer where one is near; before the press a line and a text say which iteration it would be.
class MomentSlider : public QSlider {
    Q_OBJECT

public:
    explicit MomentSlider(QWidget* parent = nullptr);

    void setMarks(std::vector<RunMark> marks);
    const std::vector<RunMark>& marks() const { return m_marks; }
    /// What the text under the pointer says of an iteration.
    QString describe(int iteration) const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int handleWidth() const;
    int pixelOf(std::int64_t iteration) const;
    int iterationAt(int pixel) const;
    int nearestTo(int pixel) const;
    void hover(const QPoint& place);
    void paintMark(QPainter& painter, const RunMark& mark) const;

    std::vector<RunMark> m_marks;
    std::optional<int> m_hovered; ///< iteration under the pointer
};

} // namespace gan
