#include "ui/editors/choice_editor.h"

#include "ui/style/theme_size.h"
#include "ui/text/text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QVBoxLayout>

namespace gan {

namespace {

constexpr int kIcon = 24; ///< pixels at scale 1
constexpr int kSeen = 16; ///< values, without scrolling

} // namespace

ChoiceEditor::ChoiceEditor(const Setting& setting, QWidget* parent)
    : SettingEditor(setting, parent)
    , m_list(new QComboBox(this))
{
    for (const SettingChoice& choice : setting.choices) {
        m_list->addItem(translated(choice.label), QByteArray(choice.value));
        m_list->setItemData(m_list->count() - 1, tipText(translated(choice.help)), Qt::ToolTipRole);
    }
    m_list->setMaxVisibleItems(kSeen);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->view()->setMinimumWidth(m_list->view()->sizeHintForColumn(0)); // names may be longer than the box
    describe(m_list);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(3);
    box->addWidget(makeLabel(m_list));
    box->addWidget(m_list);
    setValue(parseSettingValue(setting, setting.defaultText));
    connect(m_list, &QComboBox::activated, this,
            [this] { Q_EMIT edited(m_list->currentData().toByteArray().toStdString()); });
    connect(m_list, &QComboBox::currentIndexChanged, this, &ChoiceEditor::showHelp);
}

void ChoiceEditor::setValue(const SettingValue& value)
{
    m_list->setCurrentIndex(m_list->findData(QByteArray::fromStdString(std::get<std::string>(value))));
    showHelp();
}

void ChoiceEditor::setIcon(const char* value, const QIcon& icon)
{
    m_list->setIconSize({scaled(kIcon), scaled(kIcon)});
    m_list->setItemIcon(m_list->findData(QByteArray(value)), icon);
}

/// The closed list explains the row and the value that it has.
void ChoiceEditor::showHelp()
{
    const int index = m_list->currentIndex();
    QString help = translated(setting().help);
    if (index >= 0)
        help += QStringLiteral("\n\n") + m_list->currentText() + QStringLiteral(": ") +
                translated(setting().choices[static_cast<std::size_t>(index)].help);
    m_list->setToolTip(tipText(help));
    m_list->setWhatsThis(tipText(help));
}

} // namespace gan
