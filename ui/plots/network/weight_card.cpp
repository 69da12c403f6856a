#include "ui/plots/network/weight_card.h"

#include "ui/editors/field_message.h"
#include "ui/editors/wheel_guard.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"
#include "ui/widgets/more_card.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace gan {

namespace {

constexpr int kWidth = 250, kDigits = 6;

}

WeightCard::WeightCard(const std::vector<NetworkSpec::Item>& networks, Look look, QWidget* parent)
    : QToolButton(parent)
    , m_items(networks)
    , m_look(std::move(look))
    , m_card(new MoreCard(this))
{
    setObjectName(QStringLiteral("changeWeight"));
    setText(tr("Change a weight"));
    setCheckable(true);
    explain(this, text(),
            tr("Gives a weight another value by hand, while the run is paused. A click on a line of the plot "
               "does the same. Until the next iteration Undo (Ctrl+Z) takes it back."));
    m_card->hold({makeForm()});
    connect(this, &QToolButton::clicked, this, [this](bool opens) { opens ? open() : m_card->hide(); });
    connect(m_card, &MoreCard::closed, this, [this] {
        setChecked(false);
        Q_EMIT chosenChanged();
    });
    refuse({});
}

QSpinBox* WeightCard::addNumber(const QString& name, const QString& help)
{
    auto* number = new QSpinBox;
    explain(number, name, help);
    guardFromWheel(number);
    static_cast<QFormLayout*>(m_form->layout())->addRow(name, number);
    connect(number, &QSpinBox::valueChanged, this, &WeightCard::choose);
    return number;
}

QWidget* WeightCard::makeForm()
{
    auto* all = new QWidget;
    auto* box = new QVBoxLayout(all);
    box->setContentsMargins({});
    m_form = new QWidget;
    auto* rows = new QFormLayout(m_form);
    rows->setContentsMargins({});
    m_network = new QComboBox;
    for (const NetworkSpec::Item& item : m_items)
        m_network->addItem(translated(item.label));
    explain(m_network, tr("Network"), tr("Whose weight it is. The discriminator is D, the generator is G."));
    guardFromWheel(m_network);
    rows->addRow(tr("Network"), m_network);
    m_value = new QLineEdit;
    m_value->setObjectName(QStringLiteral("weight"));
    explain(m_value, tr("Weight"),
            tr("Its value. Enter gives it to the network. Until the next iteration Undo (Ctrl+Z) takes it "
               "back."));
    m_layer =
        addNumber(tr("Layer"), tr("The layer that the weight belongs to. Layer 1 comes after the inputs."));
    m_unit = addNumber(tr("Unit"), tr("The unit whose weight it is. They are counted from the top."));
    m_input = addNumber(tr("Input"), tr("The unit of the layer before that the weight multiplies. Below 1 is "
                                        "the bias, a number that is always added."));
    m_input->setSpecialValueText(tr("bias"));
    rows->addRow(tr("Weight"), m_value);
    m_why = new QLabel;
    m_why->setObjectName(QStringLiteral("whyNot"));
    m_why->setWordWrap(true);
    setThemeSize(m_why, ThemeSize::FixedWidth, kWidth);
    box->addWidget(m_form);
    box->addWidget(m_why);
    connect(m_network, &QComboBox::currentIndexChanged, this, &WeightCard::choose);
    connect(m_value, &QLineEdit::returnPressed, this, &WeightCard::apply);
    return all;
}

void WeightCard::refuse(const QString& why)
{
    m_form->setEnabled(why.isEmpty());
    m_why->setText(why.isEmpty() ? tr("Enter changes the weight. The next iteration goes on from there.")
                                 : why);
    m_why->setForegroundRole(why.isEmpty() ? QPalette::PlaceholderText : QPalette::BrightText);
    m_why->setAccessibleName(m_why->text());
}

void WeightCard::open()
{
    setChecked(true);
    choose();
    m_card->openAt(*this, this);
}

void WeightCard::openAt(const WeightPlace& place)
{
    {
        const QSignalBlocker quiet[] = {QSignalBlocker(m_network), QSignalBlocker(m_layer),
                                        QSignalBlocker(m_unit), QSignalBlocker(m_input)};
        m_network->setCurrentIndex(int(place.to.network));
        for (QSpinBox* number : {m_layer, m_unit, m_input})
            number->setRange(0, INT_MAX); // until follow()
        m_layer->setValue(int(place.to.layer));
        m_unit->setValue(int(place.to.unit) + 1);
        m_input->setValue(place.input ? int(*place.input) + 1 : 0);
    }
    open();
    m_value->setFocus();
    m_value->selectAll();
}

WeightPlace WeightCard::place() const
{
    const int input = m_input->value();
    return {{std::size_t(m_network->currentIndex()), std::size_t(m_layer->value()),
             std::size_t(std::max(1, m_unit->value()) - 1)},
            input > 0 ? std::optional(std::size_t(input) - 1) : std::nullopt};
}

std::optional<WeightPlace> WeightCard::chosen() const
{
    return isChecked() ? std::optional(place()) : std::nullopt;
}

/// What can be chosen is what the network has; what is being typed stays.
void WeightCard::follow()
{
    if (const NetworkPicture* network = m_look(std::size_t(m_network->currentIndex()))) {
        const QSignalBlocker quiet[] = {QSignalBlocker(m_layer), QSignalBlocker(m_unit),
                                        QSignalBlocker(m_input)};
        m_layer->setRange(1, int(network->layers.size()) - 1);
        const auto layer = std::size_t(m_layer->value());
        m_unit->setRange(1, network->layers[layer].units);
        m_input->setRange(0, network->layers[layer - 1].units);
    }
    showValue();
}

/// Another weight than before.
void WeightCard::choose()
{
    m_value->setModified(false);
    follow();
    Q_EMIT chosenChanged();
}

void WeightCard::showValue()
{
    if (m_value->isModified())
        return;
    const NetworkPicture* network = m_look(std::size_t(m_network->currentIndex()));
    const double weight = network ? weightOf(*network, place()) : NAN;
    const QString text = std::isfinite(weight) ? QString::number(weight, 'g', kDigits) : QString();
    if (text != m_value->text()) // what is selected stays so
        m_value->setText(text);
}

void WeightCard::apply()
{
    bool isNumber = false;
    const double value = QLocale::c().toDouble(
        m_value->text().trimmed().replace(QLatin1Char(','), QLatin1Char('.')), &isNumber);
    if (!isNumber || std::abs(value) > kLargestWeight)
        return showFieldMessage(
            m_value, tr("A weight is a number from %1 to %2.").arg(-kLargestWeight).arg(kLargestWeight));
    hideFieldMessage(m_value);
    m_value->setModified(false);
    Q_EMIT weightChanged({m_items[std::size_t(m_network->currentIndex())].network, m_layer->value(),
                          m_unit->value(), m_input->value(), value});
}

} // namespace gan
