#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace gan {

/// A row of controls. Where it is too narrow for all of them, it hides those that can be done without.
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
    /// Of all groups that are named, the last goes out of sight first.
    void canDoWithout(std::vector<QWidget*> group);

    bool event(QEvent* event) override;

private:
    int widthWith(std::size_t groups) const;
    void fit();

    QHBoxLayout* m_row;
    std::vector<std::vector<QWidget*>> m_dispensable;
};

} // namespace gan
