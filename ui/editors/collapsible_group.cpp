#include "ui/editors/collapsible_group.h"

#include "ui/style/theme_size.h"
#include "ui/text/help.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gan {

CollapsibleGroup::CollapsibleGroup(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_heading(new QToolButton(this))
    , m_content(new QWidget(this))
    , m_rows(new QVBoxLayout(m_content))
{
    m_heading->setText(title);
    explain(m_heading, title,
            tr("Opens and closes this group of settings. Settings in a closed group still apply."));
    setThemeSize(m_heading, ThemeSize::StrongText, 13);
    m_heading->setAutoRaise(true);
    m_heading->setCheckable(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_rows->setContentsMargins(0, 0, 0, 4);
    m_rows->setSpacing(6);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(3);
    box->addWidget(m_heading);
    box->addWidget(m_content);
    setOpen(true);
    connect(m_heading, &QToolButton::toggled, this, &CollapsibleGroup::setOpen);
}

void CollapsibleGroup::add(QWidget* widget)
{
    m_rows->addWidget(widget);
}

void CollapsibleGroup::setOpen(bool open)
{
    m_heading->setChecked(open);
    m_heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(open);
}

QSize CollapsibleGroup::minimumSizeHint() const
{
    const QSize now = QWidget::minimumSizeHint();
    return {std::max(now.width(), m_rows->totalMinimumSize().width()), now.height()};
}

bool CollapsibleGroup::isOpen() const
{
    return m_heading->isChecked();
}

} // namespace gan
