#include "ui/plots/large_plot.h"

#include "ui/plots/plot_view.h"
#include "ui/plots/qcp.h"
#include "ui/style/icons.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

namespace gan {

namespace {

constexpr int kSymbolSize = 14, kButtonSize = 20;

/// Drawn as lines, also in a picture of the window.
class EnlargeButton : public QToolButton {
public:
    explicit EnlargeButton(PlotView* plot)
        : QToolButton(plot)
    {
        setObjectName(QStringLiteral("enlarge"));
    }

    void setSymbol(Symbol symbol)
    {
        m_symbol = symbol;
        update();
    }
    QSize sizeHint() const override { return QSize(1, 1) * scaled(kButtonSize); }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QToolButton::paintEvent(event);
        QPainter painter(this);
        const double side = scaled(kSymbolSize);
        const QRectF square(QRectF(rect()).center() - QPointF(side, side) / 2, QSizeF(side, side));
        drawSymbol(painter, m_symbol, square, palette().color(QPalette::PlaceholderText));
    }

private:
    Symbol m_symbol = Symbol::Enlarge;
};

PlotView* plotAround(QObject* part)
{
    auto* plot = qobject_cast<PlotView*>(part);
    return plot ? plot : qobject_cast<PlotView*>(part->parent());
}

bool isOnTitle(const PlotView& plot, const QMouseEvent& click)
{
    return click.button() == Qt::LeftButton &&
           plot.titleLine().contains(plot.mapFromGlobal(click.globalPosition().toPoint()));
}

bool meansLarge(const QKeyEvent& key)
{
    const bool alone = !(key.modifiers() & ~Qt::KeypadModifier);
    return alone && (key.key() == Qt::Key_M || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

} // namespace

LargePlot::LargePlot(QStackedWidget* places)
    : QObject(places)
    , m_places(places)
    , m_escape(new QShortcut(Qt::Key_Escape, places))
    , m_between(new QWidget)
{
    m_places->addWidget(m_between);
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, &LargePlot::restore);
}

void LargePlot::watch(PlotView* plot)
{
    auto* button = new EnlargeButton(plot);
    m_buttons.emplace(plot, button);
    connect(button, &QToolButton::clicked, this, [this, plot] { toggle(plot); });
    plot->addCorner(button);
    plot->installEventFilter(this);
    plot->plot().installEventFilter(this);
    describe(plot);
}

void LargePlot::describe(PlotView* plot)
{
    auto* button = static_cast<EnlargeButton*>(m_buttons.at(plot));
    const bool isLarge = plot == m_plot;
    button->setSymbol(isLarge ? Symbol::Shrink : Symbol::Enlarge);
    explain(button, isLarge ? tr("All plots again") : tr("Make this plot large"),
            isLarge
                ? tr("Brings all plots back as they were. Escape does the same, and so does a double click "
                     "on the title.")
                : tr("Shows this plot in the place of all. A double click on its title does the same, and "
                     "so does the key M; Escape brings all plots back."));
}

bool LargePlot::eventFilter(QObject* watched, QEvent* event)
{
    PlotView* plot = plotAround(watched);
    const bool isAsked = (event->type() == QEvent::MouseButtonDblClick &&
                          isOnTitle(*plot, *static_cast<QMouseEvent*>(event))) ||
                         (event->type() == QEvent::KeyPress && meansLarge(*static_cast<QKeyEvent*>(event)));
    if (isAsked)
        toggle(plot);
    return isAsked;
}

void LargePlot::toggle(PlotView* plot)
{
    const bool wasLarge = plot == m_plot;
    restore();
    if (!wasLarge)
        enlarge(plot);
}

void LargePlot::enlarge(PlotView* plot)
{
    restore();
    auto* pane = qobject_cast<QSplitter*>(plot->parentWidget());
    if (!pane)
        return;
    m_plot = plot;
    m_standIn = new QWidget(m_places);
    m_sizes = pane->sizes();
    pane->replaceWidget(pane->indexOf(plot), m_standIn);
    m_places->addWidget(plot);
    m_places->setCurrentWidget(plot);
    m_escape->setEnabled(true);
    describe(plot);
    plot->setFocus();
}

void LargePlot::restore()
{
    PlotView* plot = std::exchange(m_plot, nullptr);
    if (!plot)
        return;
    auto* pane = static_cast<QSplitter*>(m_standIn->parentWidget());
    m_places->setCurrentWidget(m_between);
    m_places->removeWidget(plot);
    pane->replaceWidget(pane->indexOf(m_standIn), plot);
    delete std::exchange(m_standIn, nullptr);
    plot->show();
    pane->setSizes(m_sizes);
    m_places->setCurrentIndex(0);
    m_escape->setEnabled(false);
    describe(plot);
    plot->setFocus();
    Q_EMIT restored();
}

} // namespace gan
