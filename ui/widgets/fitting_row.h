#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QToolButton;

namespace gan {

class MoreCard;

/// A row of controls. Where it is too narrow for all of them, those that are used least go behind a button
/// "»" at its end, and texts that can be done without are hidden.
class FittingRow : public QWidget {
    Q_OBJECT

public:
    explicit FittingRow(QWidget* parent = nullptr);

    /// Wide enough for everything.
    QSize sizeHint() const override;
    /// Wide enough for what cannot be done without.
    QSize minimumSizeHint() const override;

protected:
    QHBoxLayout& row() const { return *m_row; }
    /// Parts of the row. Of all groups that are named, the last goes first.
    void canDoWithout(const std::vector<QWidget*>& parts);

    bool event(QEvent* event) override;

private:
    struct Group {
        std::vector<QWidget*> parts;
        std::vector<QWidget*> places; ///< keep the places of parts that are behind the button
        bool hasControls;
        bool isInRow = true;
    };

    const Group* groupOf(const QWidget* part) const;
    int widthWith(std::size_t groups) const;
    bool needsMore(std::size_t groups) const;
    void fit();
    void place(Group& group, bool inRow);
    void holdTheRest();
    void addMore();
    void toggleCard(bool open);

    QHBoxLayout* m_row;
    std::vector<Group> m_groups;
    QToolButton* m_more;
    MoreCard* m_card;
};

} // namespace gan
