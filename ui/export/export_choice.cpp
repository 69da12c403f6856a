#include "ui/export/export_choice.h"

#include <QSignalBlocker>

namespace gan {

namespace {

using What = ExportOrder::What;
constexpr int kWhatRole = Qt::UserRole, kIdRole = Qt::UserRole + 1;

} // namespace

ExportChoice::ExportChoice(QWidget* parent)
    : QComboBox(parent)
{
    setWhatsThis(tr("What to take away: one plot, all of them, the window as you see it, the metric log as a "
                    "table, or everything. Each describes the iteration on the screen."));
}

void ExportChoice::setPlots(const Plots& plots)
{
    const QSignalBlocker quiet(this);
    const What before = count() ? what() : ExportOrder().what;
    const QString plotBefore = plotId();
    clear();
    const auto add = [this](const QString& title, What what, const QString& id = {}) {
        addItem(title);
        setItemData(count() - 1, int(what), kWhatRole);
        setItemData(count() - 1, id, kIdRole);
    };
    for (const auto& [id, title] : plots)
        add(title, What::Plot, id);
    add(tr("All plots"), What::AllPlots);
    add(tr("The window"), What::Window);
    add(tr("The metric log, as CSV"), What::Metrics);
    add(tr("Everything"), What::Everything);
    choose(before, plotBefore);
}

void ExportChoice::choose(What what, const QString& plotId)
{
    for (int i = 0; i < count(); ++i)
        if (itemData(i, kWhatRole).toInt() == int(what) && itemData(i, kIdRole).toString() == plotId)
            return setCurrentIndex(i);
}

What ExportChoice::what() const
{
    return What(currentData(kWhatRole).toInt());
}

QString ExportChoice::plotId() const
{
    return currentData(kIdRole).toString();
}

} // namespace gan
