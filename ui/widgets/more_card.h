#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace gan {

/// The controls that have no room in a row. It opens over the window beside the row, and closes when the
/// focus goes elsewhere or with Escape.
class MoreCard : public QWidget {
    Q_OBJECT

public:
    explicit MoreCard(QWidget* parent);

    /// Holds these, from the left; those that it held and that are not named must be elsewhere already.
    void hold(const std::vector<QWidget*>& parts);
    /// Below the row, or above it where there is no room. `button` gets the focus back.
    void openAt(const QWidget& row, QWidget* button);

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void followFocus(const QWidget* now);
    void focusFirst();

    QHBoxLayout* m_box;
    QWidget* m_button = nullptr;
};

} // namespace gan
