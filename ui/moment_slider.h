#pragma once

#include <QSlider>

#include <vector>

namespace gan {

/// A slider with marks below some of its places.
class MomentSlider : public QSlider {
    Q_OBJECT

public:
    explicit MomentSlider(QWidget* parent = nullptr);

    void setMarks(std::vector<int> places);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<int> m_marks;
};

} // namespace gan
