#include "ui/panels/readout_panel.h"

#include "core/step_metrics.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/terms.h"
#include "ui/text/text.h"
#include "ui/widgets/steady_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gan {

namespace {

constexpr int kHairGap = 4;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// What a row says with numbers that are as long as they become as a rule.
QString longestOf(const NumberSpec& number)
{
    QString text = translated(number.pattern);
    for (std::size_t i = 0; i < number.names.size(); ++i)
        if (number.percent)
            text = text.arg(percentText(1));
        else if (number.decimals == 0)
            text = text.arg(groupedText(88'888'888));
        else
            text = text.arg(measureText(number.names.size() > 1 ? 8.888 : -88.888, number.decimals));
    return text;
}

} // namespace

ReadoutPanel::ReadoutPanel(const std::vector<NumberSpec>& numbers, QWidget* parent)
    : QWidget(parent)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Numbers"));
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(12, 10, 6, 10); // the scroll bar is the rest of the right margin
    box->setSpacing(2 * kHairGap + 1);
    auto* title = new QLabel(tr("Numbers"));
    setThemeSize(title, ThemeSize::StrongText, 13);
    box->addWidget(title);
    for (const NumberSpec& number : numbers)
        addRow(*box, number);
    box->addStretch();
    refresh();
}

void ReadoutPanel::addRow(QVBoxLayout& box, const NumberSpec& number)
{
    auto* label = new QLabel(translated(number.label));
    QLabel* value = new SteadyLabel({longestOf(number)});
    label->setForegroundRole(QPalette::PlaceholderText);
    setThemeSize(value, ThemeSize::StrongText, 13);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setObjectName(QString::fromLatin1(number.names.front()));
    auto* row = new QWidget; // it has the help between and beside them too
    const QString help = helpWithTerms(label->text(), translated(number.help));
    for (QWidget* part : std::initializer_list<QWidget*>{row, label, value})
        explain(part, label->text(), help);
    auto* rowBox = new QHBoxLayout(row);
    rowBox->setContentsMargins({});
    rowBox->addWidget(label);
    rowBox->addWidget(value, 1);
    box.addWidget(row);
    m_rows.push_back({number, label, value});
}

QSize ReadoutPanel::minimumSizeHint() const
{
    int width = 0;
    for (const Row& row : m_rows)
        width = std::max(width, row.label->sizeHint().width() + row.value->sizeHint().width());
    const QMargins margins = layout()->contentsMargins();
    width += margins.left() + layout()->spacing() + margins.right(); // rows have the spacing of the column
    return {width, QWidget::minimumSizeHint().height()};
}

void ReadoutPanel::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    refresh();
}

void ReadoutPanel::append(const MetricRows& rows)
{
    for (std::size_t column = 0; column < rows.width(); ++column) {
        if (rows.count() > 0)
            m_last[(*rows.columns)[column]] = rows.row(rows.count() - 1)[column];
        for (std::int64_t row = rows.count() - 1; row >= 0; --row) {
            const float value = rows.row(row)[column];
            if (std::isnan(value))
                continue;
            m_newest[(*rows.columns)[column]] = value;
            break;
        }
    }
    refresh();
}

void ReadoutPanel::clear()
{
    m_snapshot = nullptr;
    m_newest.clear();
    m_last.clear();
    refresh();
}

void ReadoutPanel::refresh()
{
    for (Row& row : m_rows) {
        row.hadValue = row.hadValue || hasValue(row.number);
        row.value->setText(textOf(row.number));
        row.value->setForegroundRole(isResting(row.number) ? QPalette::PlaceholderText
                                                           : QPalette::WindowText);
        const bool seen = !row.number.canBeMissing || row.hadValue;
        row.label->parentWidget()->setVisible(seen);
    }
}

bool ReadoutPanel::hasValue(const NumberSpec& number) const
{
    return std::isfinite(valueOf(number.from, number.names.front()));
}

/// Whether its network does not learn in the iteration on the screen: the value is an older one.
bool ReadoutPanel::isResting(const NumberSpec& number) const
{
    const auto cell = [this](std::string_view column) {
        const auto found = m_last.find(column);
        return found == m_last.end() ? 1.0f : found->second;
    };
    const std::string_view name = number.names.front();
    if (name == "updates_d" || name == "updates_g")
        return cell(name == "updates_d" ? "steps_d" : "steps_g") == 0;
    return number.from == NumberSpec::From::Log && isStepColumn(name) && std::isnan(cell(name));
}

QString ReadoutPanel::textOf(const NumberSpec& number) const
{
    QString text = translated(number.pattern);
    for (const char* name : number.names) {
        const double value = valueOf(number.from, name);
        if (number.percent)
            text = text.arg(percentText(value));
        else if (number.decimals == 0 && std::isfinite(value))
            text = text.arg(groupedText(static_cast<std::int64_t>(value)));
        else
            text = text.arg(measureText(value, number.decimals));
    }
    return text;
}

double ReadoutPanel::valueOf(NumberSpec::From from, const std::string& name) const
{
    if (from == NumberSpec::From::Log) {
        const auto found = m_newest.find(name);
        return found == m_newest.end() ? kNone : double(found->second);
    }
    if (!m_snapshot)
        return kNone;
    if (name == "iteration")
        return double(m_snapshot->iteration);
    if (name == "updates_d")
        return double(m_snapshot->updatesD);
    if (name == "updates_g")
        return double(m_snapshot->updatesG);
    const Readout* readout = m_snapshot->find<Readout>(name);
    return readout ? readout->value : kNone;
}

/// A hair line below each row leads the eye from the name to the number.
void ReadoutPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Midlight));
    for (const Row& row : m_rows) {
        const QWidget* place = row.label->parentWidget();
        const int y = place->geometry().bottom() + kHairGap;
        if (!place->isHidden())
            painter.drawLine(place->x(), y, place->geometry().right(), y);
    }
}

} // namespace gan
