#include "ui/fitting_row.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace gan {

FittingRow::FittingRow(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setSizeConstraint(QLayout::SetNoConstraint); // the row may become narrower than all of it is
}

void FittingRow::canDoWithout(std::vector<QWidget*> group)
{
    m_dispensable.push_back(std::move(group));
}

/// With only so many of the groups that can be done without.
int FittingRow::widthWith(std::size_t groups) const
{
    const QMargins margins = m_row->contentsMargins();
    int width = margins.left() + margins.right() - m_row->spacing();
    for (int i = 0; i < m_row->count(); ++i) {
        QWidget* part = m_row->itemAt(i)->widget();
        if (!part)
            continue;
        const auto group = std::find_if(m_dispensable.begin(), m_dispensable.end(), [&](const auto& parts) {
            return std::find(parts.begin(), parts.end(), part) != parts.end();
        });
        const bool stays =
            group == m_dispensable.end() || std::size_t(group - m_dispensable.begin()) < groups;
        if (stays)
            width += m_row->spacing() +
                     part->sizeHint().expandedTo(part->minimumSize()).boundedTo(part->maximumSize()).width();
    }
    return width;
}

QSize FittingRow::sizeHint() const
{
    return {widthWith(m_dispensable.size()), QWidget::sizeHint().height()};
}

QSize FittingRow::minimumSizeHint() const
{
    return {widthWith(0), QWidget::minimumSizeHint().height()};
}

void FittingRow::fit()
{
    for (std::size_t i = 0; i < m_dispensable.size(); ++i)
        for (QWidget* part : m_dispensable[i])
            part->setVisible(widthWith(i + 1) <= width());
}

bool FittingRow::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fit();
    return handled;
}

} // namespace gan
