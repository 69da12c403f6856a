#pragma once

#include "ui/widgets/floating_card.h"

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace gan {

/// A few cards for the first start, one after the other, each of which points at a control of the window: the
/// control is framed. Nothing is blocked meanwhile. Escape and "Skip" end it.
class Introduction : public FloatingCard {
    Q_OBJECT

public:
    struct Card {
        QString title;
        QString text;
        /// What it points at, now: the control may come and go. Null: the card stands alone.
        std::function<QWidget*()> control;
    };

    Introduction(std::vector<Card> cards, QWidget* window);
    ~Introduction() override;

    /// What is framed now; null when it cannot be seen.
    QWidget* control() const;

Q_SIGNALS:
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void go(int card);
    void frameControl();
    void end();

    const std::vector<Card> m_cards;
    std::size_t m_card = 0;
    QLabel *m_title, *m_text, *m_count;
    QPushButton *m_back, *m_next, *m_skip;
    QPointer<QWidget> m_frame;
};

} // namespace gan
