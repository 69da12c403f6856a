#include "ui/widgets/fitting_row.h"

#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/widgets/more_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace gan {

namespace {

constexpr int kMoreWidth = 30, kMoreHeight = 34;

int widthOf(const QWidget& part)
{
    return part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize()).width();
}

/// It, or something in it.
bool takesFocus(const QWidget* part)
{
    const auto takes = [](const QWidget* widget) { return bool(widget->focusPolicy() & Qt::TabFocus); };
    const QList<QWidget*> inner = part->findChildren<QWidget*>();
    return takes(part) || std::any_of(inner.begin(), inner.end(), takes);
}

bool has(const std::vector<QWidget*>& parts, const QWidget* part)
{
    return std::find(parts.begin(), parts.end(), part) != parts.end();
}

} // namespace

FittingRow::FittingRow(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_more(new QToolButton(this))
    , m_card(new MoreCard(this))
{
    m_row->setSizeConstraint(QLayout::SetNoConstraint); // the row may become narrower than all of it is
    m_more->setText(QStringLiteral("»"));
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    explain(m_more, tr("More"),
            tr("Shows the controls that have no room in this row. Escape puts them away again."));
    setThemeSize(m_more, ThemeSize::FixedWidth, kMoreWidth);
    setThemeSize(m_more, ThemeSize::MinimumHeight, kMoreHeight);
    m_more->hide();
    connect(m_more, &QToolButton::toggled, this, &FittingRow::toggleCard);
    connect(m_card, &MoreCard::closed, m_more, [this] { m_more->setChecked(false); });
}

void FittingRow::canDoWithout(const std::vector<QWidget*>& parts)
{
    Group group{parts, {}, std::any_of(parts.begin(), parts.end(), takesFocus)};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        group.places.push_back(new QWidget(this));
        group.places.back()->hide();
    }
    m_groups.push_back(std::move(group));
}

const FittingRow::Group* FittingRow::groupOf(const QWidget* part) const
{
    const auto found = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group& group) {
        return has(group.parts, part) || has(group.places, part);
    });
    return found == m_groups.end() ? nullptr : &*found;
}

/// With only so many of the groups that can be done without.
int FittingRow::widthWith(std::size_t groups) const
{
    const QMargins margins = m_row->contentsMargins();
    int width = margins.left() + margins.right() - m_row->spacing();
    const auto add = [&](const QWidget& part) { width += m_row->spacing() + widthOf(part); };
    for (int i = 0; i < m_row->count(); ++i)
        if (const QWidget* part = m_row->itemAt(i)->widget(); part && part != m_more && !groupOf(part))
            add(*part);
    for (std::size_t i = 0; i < groups; ++i)
        for (const QWidget* part : m_groups[i].parts)
            add(*part);
    if (needsMore(groups))
        add(*m_more);
    return width;
}

bool FittingRow::needsMore(std::size_t groups) const
{
    return std::any_of(m_groups.begin() + std::ptrdiff_t(groups), m_groups.end(),
                       [](const Group& group) { return group.hasControls; });
}

QSize FittingRow::sizeHint() const
{
    return {widthWith(m_groups.size()), QWidget::sizeHint().height()};
}

QSize FittingRow::minimumSizeHint() const
{
    return {widthWith(0), QWidget::minimumSizeHint().height()};
}

void FittingRow::fit()
{
    std::size_t groups = m_groups.size();
    while (groups > 0 && widthWith(groups) > width())
        --groups;
    const auto isRight = [&](std::size_t i) { return m_groups[i].isInRow == (i < groups); };
    bool changed = false;
    for (std::size_t i = 0; i < m_groups.size(); ++i)
        if (!isRight(i)) {
            place(m_groups[i], i < groups);
            changed = true;
        }
    if (changed)
        holdTheRest();
}

/// Texts alone are not worth a button.
void FittingRow::place(Group& group, bool inRow)
{
    group.isInRow = inRow;
    for (std::size_t i = 0; i < group.parts.size(); ++i) {
        QWidget *part = group.parts[i], *place = group.places[i];
        if (group.hasControls)
            delete m_row->replaceWidget(inRow ? place : part, inRow ? part : place);
        part->setVisible(inRow);
    }
}

void FittingRow::holdTheRest()
{
    std::vector<QWidget*> rest;
    for (const Group& group : m_groups)
        if (!group.isInRow && group.hasControls)
            rest.insert(rest.end(), group.parts.begin(), group.parts.end());
    m_card->hide();
    m_card->hold(rest);
    addMore();
    m_more->setVisible(!rest.empty());
}

/// At the end, also for the Tab key.
void FittingRow::addMore()
{
    if (m_row->indexOf(m_more) >= 0)
        return;
    QWidget* last = nullptr;
    for (int i = 0; i < m_row->count(); ++i)
        if (QWidget* part = m_row->itemAt(i)->widget(); part && takesFocus(part))
            last = part;
    m_row->addWidget(m_more);
    if (last)
        setTabOrder(last, m_more);
}

void FittingRow::toggleCard(bool open)
{
    if (open)
        m_card->openAt(*this, m_more);
    else
        m_card->hide();
}

bool FittingRow::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize)
        m_card->hide();
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return handled;
}

} // namespace gan
