#include "ui/plots/card/plot_menu.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace gan {

PlotMenu::PlotMenu(QWidget& plot)
    : QObject(&plot)
    , m_plot(plot)
{
    plot.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&plot, &QWidget::customContextMenuRequested, this, &PlotMenu::open);
}

QAction* PlotMenu::add(const QString& text, const QKeySequence& key, std::function<void()> run)
{
    QAction* entry = addSwitch(text, key, [run = std::move(run)](bool) { run(); });
    entry->setCheckable(false);
    return entry;
}

QAction* PlotMenu::addSwitch(const QString& text, const QKeySequence& key, std::function<void(bool)> set)
{
    auto* entry = new QAction(text, &m_plot);
    entry->setCheckable(true);
    entry->setShortcut(key);
    entry->setShortcutContext(Qt::WidgetShortcut);
    connect(entry, &QAction::triggered, &m_plot, std::move(set));
    m_plot.addAction(entry);
    return entry;
}

void PlotMenu::addBackToAll(std::function<void()> run)
{
    addLine();
    add(tr("Back to all"), Qt::Key_0, std::move(run));
}

void PlotMenu::addLine()
{
    auto* line = new QAction(&m_plot);
    line->setSeparator(true);
    m_plot.addAction(line);
}

void PlotMenu::open(const QPoint& place)
{
    auto* menu = new QMenu(&m_plot);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_plot.actions());
    menu->popup(m_plot.mapToGlobal(place));
}

} // namespace gan
