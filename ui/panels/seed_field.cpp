#include "ui/panels/seed_field.h"

#include "core/error.h"
#include "core/experiment.h"
#include "ui/actions/actions.h"
#include "ui/editors/field_message.h"
#include "ui/editors/typed_value.h"
#include "ui/style/icons.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>

namespace gan {

namespace {

constexpr int kHeight = 34, kFieldWidth = 74, kGap = 7;

}

SeedField::SeedField(Actions& actions, QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit)
    , m_draw(new QPushButton)
{
    auto* name = new QLabel(tr("seed"));
    name->setForegroundRole(QPalette::PlaceholderText);
    m_field->setObjectName(QStringLiteral("seed"));
    explain(
        m_field, tr("Seed"),
        tr("Where all random numbers start: the same seed gives the same run. Enter begins a run with the "
           "seed that you typed."));
    setThemeSize(m_field, ThemeSize::FixedWidth, kFieldWidth);
    m_field->setTextMargins(5, 0, 5, 0);
    setThemeSize(m_field, ThemeSize::MinimumHeight, kHeight);
    actions.bind(*m_draw, QStringLiteral("newSeed"));
    setThemeSize(m_draw, ThemeSize::MinimumHeight, kHeight);
    setThemeSize(m_draw, ThemeSize::FixedWidth, kHeight);
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(kGap);
    for (QWidget* part :
         {static_cast<QWidget*>(name), static_cast<QWidget*>(m_field), static_cast<QWidget*>(m_draw)})
        box->addWidget(part);
    connect(m_field, &QLineEdit::returnPressed, this, &SeedField::type);
    connect(m_field, &QLineEdit::editingFinished, this,
            [this] { m_field->setText(m_shown); }); // unless it counted
}

void SeedField::setSettings(const Settings& settings)
{
    m_row = settings.experiment().find("seed");
    m_field->setEnabled(m_row);
    m_shown = m_row ? QString::number(settings.integer("seed")) : QString();
    m_field->setText(m_shown);
}

void SeedField::draw()
{
    if (m_row)
        Q_EMIT chosen(QRandomGenerator::global()->bounded(1'000'000));
}

void SeedField::refreshIcon()
{
    m_draw->setIcon(symbolIcon(Symbol::Dice, palette().color(QPalette::Text)));
}

void SeedField::type()
{
    if (!m_row || m_field->text() == m_shown)
        return;
    const QString typed = m_field->text();
    try {
        const SettingValue seed = parseSettingValue(*m_row, plainText(*m_row, typed));
        hideFieldMessage(this);
        Q_EMIT chosen(std::get<std::int64_t>(seed));
    } catch (const Error&) {
        showFieldMessage(m_field, refusalOf(*m_row, typed));
    }
}

} // namespace gan
