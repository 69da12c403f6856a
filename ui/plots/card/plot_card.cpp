#include "ui/plots/card/plot_card.h"

#include "ui/plots/card/plot_canvas.h"
#include "ui/plots/card/plot_style.h"
#include "ui/style/flat_style.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace gan {

namespace {

constexpr int kLow = 230;         ///< pixels; a lower plot needs its height for the curves
constexpr int kCornerPixels = 11; ///< of text
constexpr int kMargin = 4;

} // namespace

PlotCard::PlotCard(const PlotFace& face, const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_face(face)
    , m_theme(theme)
    , m_plot(new PlotCanvas(this))
    , m_texts(*m_plot, face)
    , m_corners(this)
{
    setAccessibleName(title());
    setAccessibleDescription(translated(m_face.help));
    setWhatsThis(tipText(translated(m_face.help)));
    setFocusPolicy(Qt::StrongFocus);
    auto* box = new QHBoxLayout(this); // what moves a plot may stand beside it
    box->setContentsMargins(5, 4, 5, 4);
    box->addWidget(m_plot);
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setContextMenuPolicy(Qt::NoContextMenu);
    m_plot->setAttribute(Qt::WA_NoMousePropagation, false); // which would keep the menu from the card
    m_texts.setTheme(m_theme);
    placeCorners();
}

QString PlotCard::title() const
{
    return translated(m_face.title);
}

QString PlotCard::tabTitle() const
{
    return m_face.tab ? translated(m_face.tab) : title();
}

void PlotCard::setTheme(const Theme& theme)
{
    m_theme = theme;
    fit(m_plot->width(), height(), theme.scale);
    placeCorners();
    touch();
}

void PlotCard::setNotice(const QString& notice)
{
    m_texts.setNotice(notice);
    touch();
}

QRect PlotCard::titleLine() const
{
    return {0, 0, width(), m_plot->y() + m_texts.titleHeight() + 2 * kMargin};
}

void PlotCard::addCorner(QWidget* part, bool outermost)
{
    m_corners.add(part, outermost);
    placeCorners();
}

void PlotCard::placeCorners()
{
    m_corners.setStyle(plotFont(m_theme, kCornerPixels), m_theme.accent);
    const QPoint start = m_plot->pos() + QPoint(kMargin, kMargin);
    m_corners.place(start, start.x() + m_texts.lineEnd() + kMargin, m_texts.titleHeight());
}

void PlotCard::fit(int width, int height, double scale)
{
    m_theme.scale = scale;
    m_texts.setTheme(m_theme);
    m_texts.fit(width, height);
}

void PlotCard::arrange()
{
    const int width = m_plot->width() - m_corners.width();
    if (m_texts.arrange(width, m_plot->height() < scaled(kLow)))
        placeCorners();
}

void PlotCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_texts.fit(m_plot->width(), height());
    placeCorners();
}

void PlotCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? m_theme.accent : m_theme.border, 1));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), FlatStyle::kRadius,
                            FlatStyle::kRadius);
}

/// The help comes up over the title and the legend only; over the curves it would be in the way, and so it
/// would over an entry that lights up what it names.
bool PlotCard::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QPoint pixel = m_plot->mapFromParent(help->pos());
    const LegendEntry* entry = m_texts.legendEntryAt(pixel);
    if (m_texts.curvesRect().contains(pixel) || (entry && !entry->part.isEmpty()))
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tipText(translated(m_face.help)), this);
    return true;
}

} // namespace gan
