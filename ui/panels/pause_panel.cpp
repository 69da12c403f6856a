#include "ui/panels/pause_panel.h"

#include "core/error.h"
#include "core/settings/setting.h"
#include "ui/editors/field_message.h"
#include "ui/editors/typed_value.h"
#include "ui/editors/wheel_guard.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace gan {

namespace {

using Kind = PauseCondition::Kind;

constexpr int kFieldWidth = 66;
constexpr double kFirstIteration = 1000, kFirstCrossing = 0.5, kFirstWorsening = 0.5, kFirstNorm = 100;

/// How a kind of condition speaks: what stands beside its box, and what it does.
struct Words {
    QString name, help;
    const char* id;
};

Words wordsOf(Kind kind, const QString& watched)
{
    switch (kind) {
    case Kind::AtIteration:
        return {PausePanel::tr("iteration is"),
                PausePanel::tr("Pauses when this many iterations are done. Run goes on from there."), "at"};
    case Kind::Crosses:
        return {
            PausePanel::tr("crosses"),
            PausePanel::tr("Pauses when the read-out goes from one side of the value to the other. Read-outs "
                           "of each iteration are looked at on every iteration, the others whenever they "
                           "are measured."),
            "crosses"};
    case Kind::Worsens:
        return {
            PausePanel::tr("%1 worsens by").arg(watched),
            PausePanel::tr("Pauses when the distance is this share above the best that it has been, for "
                           "instance 0.5 for half as much again. It is looked at whenever it is measured."),
            "worsens"};
    case Kind::Exceeds:
        break;
    }
    return {PausePanel::tr("exceeds"),
            PausePanel::tr(
                "Pauses when the length of this gradient rises above the value. A long gradient is the "
                "first sign of a run that is about to blow up."),
            "exceeds"};
}

Setting valueRow(Kind kind)
{
    constexpr double most = 1e9;
    Setting row{"value", GE_TR("The value"), "", "", SettingKind::Number, "0"};
    row.minimum = kind == Kind::Crosses ? -most : 0;
    row.maximum = most;
    if (kind == Kind::AtIteration) {
        row.kind = SettingKind::Integer;
        row.minimum = 1;
        row.maximum = 1e15;
    }
    return row;
}

double asNumber(const SettingValue& value)
{
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole ? static_cast<double>(*whole) : std::get<double>(value);
}

QString textOf(double value)
{
    return QString::number(value, 'g', 12);
}

} // namespace

PausePanel::PausePanel(const std::vector<NumberSpec>& numbers, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    using Watched = NumberSpec::Watched;
    std::vector<const NumberSpec*> values, distances, gradients;
    for (const NumberSpec& number : numbers) {
        if (number.watched != Watched::Nothing)
            values.push_back(&number);
        if (number.watched == Watched::Distance)
            distances.push_back(&number);
        if (number.watched == Watched::Gradient)
            gradients.push_back(&number);
    }
    m_layout->setContentsMargins({});
    m_layout->setSpacing(6);
    addRow(Kind::AtIteration, {}, kFirstIteration);
    addRow(Kind::Crosses, values, kFirstCrossing);
    addRow(Kind::Worsens, distances, kFirstWorsening);
    addRow(Kind::Exceeds, gradients, kFirstNorm);
}

/// A row that watches numbers takes two lines: the list or the name of the number beside the box, the value
/// below.
void PausePanel::addRow(Kind kind, std::vector<const NumberSpec*> watched, double value)
{
    if (kind != Kind::AtIteration && watched.empty())
        return;
    const Words words = wordsOf(kind, watched.empty() ? QString() : translated(watched.front()->label));
    Row row{kind, new QCheckBox, watched, nullptr, new QLineEdit(textOf(value)), value};
    auto* line = new QHBoxLayout;
    line->addWidget(row.box);
    if (watched.size() > 1) {
        row.list = makeList(watched, words.help);
        line->addWidget(row.list, 1);
        m_layout->addLayout(line);
        line = new QHBoxLayout;
        line->addWidget(new QLabel(words.name), 1, Qt::AlignRight);
    } else {
        row.box->setText(words.name);
        if (!watched.empty()) {
            m_layout->addLayout(line);
            line = new QHBoxLayout;
        }
        line->addStretch(1);
    }
    line->addWidget(row.field);
    m_layout->addLayout(line);
    explain(row.box, tr("Pause when: %1").arg(words.name), words.help);
    explain(row.field, tr("Value: %1").arg(words.name), words.help);
    row.box->setObjectName(QStringLiteral("pause_%1").arg(QLatin1String(words.id)));
    row.field->setObjectName(QStringLiteral("pause_%1_value").arg(QLatin1String(words.id)));
    row.field->setAlignment(Qt::AlignRight);
    row.field->setTextMargins(0, 0, 3, 0);
    setThemeSize(row.field, ThemeSize::FixedWidth, kFieldWidth);
    connect(row.box, &QCheckBox::toggled, this, &PausePanel::tell);
    connect(row.field, &QLineEdit::editingFinished, this, [this, index = m_rows.size()] { type(index); });
    m_rows.push_back(std::move(row));
}

QComboBox* PausePanel::makeList(const std::vector<const NumberSpec*>& watched, const QString& help)
{
    auto* list = new QComboBox;
    for (const NumberSpec* number : watched)
        list->addItem(translated(number->label));
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    explain(list, tr("Read-out to watch"), help);
    guardFromWheel(list);
    connect(list, &QComboBox::activated, this, &PausePanel::tell);
    return list;
}

void PausePanel::type(std::size_t index)
{
    Row& row = m_rows[index];
    if (row.field->text() == textOf(row.value))
        return;
    const QString typed = row.field->text();
    const Setting allowed = valueRow(row.kind);
    try {
        row.value = asNumber(parseSettingValue(allowed, plainText(allowed, typed)));
        hideFieldMessage(this);
        row.box->setChecked(true); // who types a value means it
        tell();
    } catch (const Error&) {
        showFieldMessage(row.field, refusalOf(allowed, typed));
    }
    row.field->setText(textOf(row.value));
}

const NumberSpec* PausePanel::watchedBy(const Row& row)
{
    if (row.watched.empty())
        return nullptr;
    return row.watched[row.list ? static_cast<std::size_t>(row.list->currentIndex()) : 0];
}

std::vector<PauseCondition> PausePanel::conditions() const
{
    std::vector<PauseCondition> all;
    for (const Row& row : m_rows) {
        if (!row.box->isChecked())
            continue;
        PauseCondition condition{row.kind, {}, row.value};
        if (const NumberSpec* number = watchedBy(row))
            condition.column = number->names.front();
        all.push_back(std::move(condition));
    }
    return all;
}

void PausePanel::setConditions(const std::vector<PauseCondition>& conditions)
{
    for (Row& row : m_rows)
        set(row, conditions);
    tell();
}

void PausePanel::setPlanned(const std::vector<PauseCondition>& conditions)
{
    if (!conditions.empty() || this->conditions() == m_planned)
        setConditions(conditions);
    m_planned = conditions;
}

void PausePanel::set(Row& row, const std::vector<PauseCondition>& conditions)
{
    const QSignalBlocker quiet(row.box);
    row.box->setChecked(false);
    for (const PauseCondition& condition : conditions) {
        const auto watched =
            std::find_if(row.watched.begin(), row.watched.end(),
                         [&](const NumberSpec* number) { return number->names.front() == condition.column; });
        if (condition.kind != row.kind || (!row.watched.empty() && watched == row.watched.end()))
            continue;
        if (row.list)
            row.list->setCurrentIndex(int(watched - row.watched.begin()));
        row.value = condition.value;
        row.field->setText(textOf(row.value));
        row.box->setChecked(true);
    }
}

void PausePanel::tell()
{
    Q_EMIT changed(conditions());
}

} // namespace gan
