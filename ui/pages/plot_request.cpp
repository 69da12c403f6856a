#include "ui/pages/plot_request.h"

#include "ui/pages/options_button.h"
#include "ui/pages/plot_settings.h"
#include "ui/plots/snapshot/snapshot_view.h"
#include "ui/style/theme_size.h"
#include "ui/widgets/list_entry.h"

#include <QEvent>
#include <QLayout>
#include <QTimer>

namespace gan {

namespace {

constexpr int kWidthBeside = 144, kTitleLine = 26, kWidthOfOptions = 220;

}

PlotRequest::PlotRequest(const Experiment& experiment, QObject* parent)
    : QObject(parent)
    , m_view(experiment)
{
}

void PlotRequest::add(SnapshotView& plot)
{
    m_plots.push_back(&plot);
    plot.installEventFilter(this);
    plot.setView(m_view);
    connect(&plot, &SnapshotView::drawRequested, this, &PlotRequest::drawAgain);
    const PlotLooks& looks = plot.looks();
    if (!looks.beside.empty())
        addBeside(plot);
    if (!looks.options.empty())
        addOptions(plot);
    if (looks.list)
        addEntry(plot);
}

void PlotRequest::addBeside(SnapshotView& plot)
{
    auto* beside = new PlotSettings(m_view, plot.looks().beside);
    setThemeSize(beside, ThemeSize::FixedWidth, kWidthBeside);
    beside->layout()->setContentsMargins(0, kTitleLine, 6, 4);
    plot.layout()->addWidget(beside);
    connectEditor(beside);
}

void PlotRequest::addOptions(SnapshotView& plot)
{
    auto* options = new PlotSettings(m_view, plot.looks().options);
    setThemeSize(options, ThemeSize::FixedWidth, kWidthOfOptions);
    plot.addCorner(new OptionsButton(options, &plot), false);
    connectEditor(options);
}

void PlotRequest::connectEditor(PlotSettings* editor)
{
    m_settings.push_back(editor);
    connect(editor, &PlotSettings::edited, this, &PlotRequest::choose);
}

void PlotRequest::addEntry(SnapshotView& plot)
{
    const PlotLooks& looks = plot.looks();
    auto* entry = new ListEntry(m_view.row(looks.list), std::size_t(looks.listPlace), &plot);
    entry->setList(m_view.layers(looks.list));
    plot.addCorner(entry, false);
    m_entries.push_back(entry);
    connect(entry, &ListEntry::edited, this, &PlotRequest::choose);
}

void PlotRequest::setView(const View& view)
{
    m_view = view;
    show();
}

void PlotRequest::choose(const QString& key, const SettingValue& value)
{
    const View before = m_view;
    m_view.set(key.toStdString(), value);
    show();
    if (m_view != before)
        Q_EMIT changed(m_view);
}

void PlotRequest::drawAgain(const QString& key)
{
    const Setting& row = m_view.row(key.toStdString());
    const std::int64_t value = m_view.integer(row.key);
    choose(key, double(value) >= row.maximum ? static_cast<std::int64_t>(row.minimum) : value + 1);
}

/// All controls and plots have the values of now.
void PlotRequest::show()
{
    for (PlotSettings* settings : m_settings)
        settings->setView(m_view);
    for (ListEntry* entry : m_entries)
        entry->setList(m_view.layers(entry->key()));
    for (SnapshotView* plot : m_plots)
        plot->setView(m_view);
}

void PlotRequest::setNeedsAll(bool needsAll)
{
    m_needsAll = needsAll;
    askForParts();
}

void PlotRequest::askForParts()
{
    m_isAsked = false;
    std::optional<View::Parts> parts;
    if (!m_needsAll) {
        parts.emplace();
        for (const SnapshotView* plot : m_plots)
            if (plot->isVisible())
                parts->merge(plot->parts());
    }
    const View before = m_view;
    m_view.setParts(std::move(parts));
    if (m_view != before)
        Q_EMIT changed(m_view);
}

/// Once for all plots of a tab that comes or goes.
bool PlotRequest::eventFilter(QObject* watched, QEvent* event)
{
    const bool isSeenOtherwise = event->type() == QEvent::Show || event->type() == QEvent::Hide;
    if (isSeenOtherwise && !std::exchange(m_isAsked, true))
        QTimer::singleShot(0, this, &PlotRequest::askForParts);
    return QObject::eventFilter(watched, event);
}

} // namespace gan
