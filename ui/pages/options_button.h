#pragma once

#include <QToolButton>

namespace gan {

class MoreCard;

/// Opens a card with the options of a plot, for which its title's line has no room.
class OptionsButton : public QToolButton {
    Q_OBJECT

public:
    explicit OptionsButton(QWidget* options, QWidget* parent = nullptr);

private:
    MoreCard* m_card;
};

} // namespace gan
