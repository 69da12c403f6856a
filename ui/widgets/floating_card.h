#pragma once

#include <QPointer>
#include <QWidget>

namespace gan {

/// A card that floats over another widget, at its upper or lower edge, and so moves nothing when it comes or
/// goes. A subclass fills it by a layout.
class FloatingCard : public QWidget {
    Q_OBJECT

public:
    /// `parent` holds card and ground.
    explicit FloatingCard(QWidget* parent);

    /// `ground` is what it floats over from now on.
    void floatOver(QWidget* ground, Qt::Edge edge);

protected:
    /// The color of the strip at its left end.
    void setStrip(QPalette::ColorRole role);
    /// Again, for its content has changed.
    void place();

    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QPointer<QWidget> m_ground;
    Qt::Edge m_edge = Qt::BottomEdge;
    QPalette::ColorRole m_strip = QPalette::Highlight;
};

} // namespace gan
