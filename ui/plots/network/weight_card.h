#pragma once

#include "ui/plots/network/network_layout.h"
#include "ui/plots/plot_spec.h"

#include <QToolButton>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace gan {

class MoreCard;

/// A button that opens a card in which a hand chooses a weight and gives it another value; a click on a line
/// opens it at that weight.
class WeightCard : public QToolButton {
    Q_OBJECT

public:
    /// The network of this number as it is now; null where it is not known.
    using Look = std::function<const NetworkPicture*(std::size_t)>;

    WeightCard(const std::vector<NetworkSpec::Item>& networks, Look look, QWidget* parent = nullptr);

    /// The networks are others now.
    void follow();
    /// Why no weight can be changed; empty: it can.
    void refuse(const QString& why);
    void openAt(const WeightPlace& place);
    /// The weight that is chosen, while the card is open.
    std::optional<WeightPlace> chosen() const;

Q_SIGNALS:
    void weightChanged(const gan::WeightEdit& edit);
    /// Another weight, or none, is chosen.
    void chosenChanged();

private:
    QWidget* makeForm();
    QSpinBox* addNumber(const QString& name, const QString& help);
    void open();
    void choose();
    void showValue();
    void apply();
    WeightPlace place() const;

    const std::vector<NetworkSpec::Item> m_items;
    const Look m_look;
    MoreCard* m_card;
    QComboBox* m_network;
    QSpinBox *m_layer, *m_unit, *m_input; ///< from 1; input 0 is the bias
    QLineEdit* m_value;
    QLabel* m_why;
    QWidget* m_form;
};

} // namespace gan
