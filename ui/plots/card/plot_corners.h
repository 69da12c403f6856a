#pragma once

#include <QFont>
#include <QObject>

#include <vector>

class QToolButton;
class QWidget;

namespace gan {

/// What stands at the right end of a card's title line: buttons and labels, and a button that leads back to
/// the whole plot while only a part of it is seen. Pictures of the plot do not have them.
class PlotCorners : public QObject {
    Q_OBJECT

public:
    explicit PlotCorners(QWidget* card);

    /// Right or left of what is there; labels stand left of buttons, and are seen only where they have room.
    void add(QWidget* part, bool outermost);
    void setStyle(const QFont& font, const QColor& link);
    /// The button that leads back is there or not.
    void showBack(bool isThere);

    /// `start`: upper left corner of the title's line; `titleEnd`: up to where it is taken.
    void place(QPoint start, int titleEnd, int titleHeight);
    /// So much room they take, whether the button that leads back is seen or not: a legend beside them must
    /// not move when somebody zooms.
    int width() const;
    /// The left edge of those that are seen; `right` when there is none.
    int left(int right) const;

Q_SIGNALS:
    void backRequested();

private:
    std::vector<QWidget*> all() const;

    QWidget* m_card;
    std::vector<QWidget*> m_parts; ///< from the right
    QToolButton* m_back;
};

} // namespace gan
