#include "ui/widgets/panel_tab.h"

#include "ui/text/help.h"

#include <QAction>
#include <QCoreApplication>
#include <QPainter>

namespace gan {

namespace {

constexpr int kBesideText = 4, kAroundText = 16; ///< pixels

}

PanelTab::PanelTab(const QString& name, const QString& help, QAction* shows, QWidget* parent)
    : QToolButton(parent)
{
    setText(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    explain(this, name, help);
    setVisible(!shows->isChecked());
    connect(shows, &QAction::toggled, this, [this](bool on) {
        QCoreApplication::sendPostedEvents(nullptr,
                                           QEvent::LayoutRequest); // the panel leaves its room first,
        setVisible(!on);                                           // or a narrow window would grow
    });
    connect(this, &QToolButton::clicked, shows, [shows] { shows->setChecked(true); });
}

QSize PanelTab::sizeHint() const
{
    return {minimumSizeHint().width(), fontMetrics().horizontalAdvance(text()) + 2 * kAroundText};
}

QSize PanelTab::minimumSizeHint() const
{
    const int width = fontMetrics().height() + 2 * kBesideText;
    return {width, width};
}

/// The text is read upwards.
void PanelTab::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(underMouse() ? QPalette::Midlight : QPalette::Base));
    painter.setPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::WindowText));
    painter.translate(0, height());
    painter.rotate(-90);
    painter.drawText(QRect(0, 0, height(), width()), Qt::AlignCenter, text());
}

} // namespace gan
