#pragma once

#include "core/view.h"

#include <QObject>

#include <vector>

namespace gan {

class ListEntry;
class PlotSettings;
class SnapshotView;

/// What the plots of a sheet ask a trainer for: the parts of those that are in sight, and what these show,
/// which the controls beside them choose. GUI thread.
class PlotRequest : public QObject {
    Q_OBJECT

public:
    explicit PlotRequest(const Experiment& experiment, QObject* parent = nullptr);

    /// Gives the plot its controls, and asks for its parts while it is in sight.
    void add(SnapshotView& plot);

    const View& view() const { return m_view; }
    /// Another one, as it was somewhere else. Emits nothing.
    void setView(const View& view);
    /// Gives a row a value, as a hand would. Throws Error when it does not fit.
    void choose(const QString& key, const SettingValue& value);
    /// The next number of a draw, as a hand would; after the largest comes the smallest.
    void drawAgain(const QString& key);
    /// Whether the parts of plots out of sight are needed too, to be exported.
    void setNeedsAll(bool needsAll);

Q_SIGNALS:
    void changed(const gan::View& view);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addBeside(SnapshotView& plot);
    void addOptions(SnapshotView& plot);
    void addEntry(SnapshotView& plot);
    void connectEditor(PlotSettings* editor);
    void show();
    void askForParts();

    View m_view;
    std::vector<SnapshotView*> m_plots;
    std::vector<PlotSettings*> m_settings;
    std::vector<ListEntry*> m_entries;
    bool m_needsAll = false;
    bool m_isAsked = false; ///< askForParts() will be called
};

} // namespace gan
