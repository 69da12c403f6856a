#pragma once

#include "core/settings/settings.h"
#include "core/text.h"
#include "ui/theme.h"

#include <functional>
#include <optional>
#include <vector>

namespace gan {

/// A line over iterations: the mean of one or more columns of the metric log.
struct HistorySeries {
    std::vector<const char*> columns;
    const char* label; ///< English source
    ColorRole color;
    bool dashed = false;
};

/// A level that a value should be compared with, such as the loss at equilibrium or the 50 % line.
struct ReferenceLine {
    double value;
    const char* label; ///< English source
    ColorRole color = ColorRole::Ideal;
};

/// A plot of columns of the metric log over iterations.
struct HistorySpec {
    const char* id; ///< also the name of its picture file
    const char* title;
    const char* help; ///< two or three sentences for the tooltip and the screen reader
    const char* yLabel;
    std::vector<HistorySeries> series;
    std::function<std::vector<ReferenceLine>(const Settings&)> references = {};
    std::optional<std::pair<double, double>> yRange = {}; ///< fixed; otherwise it follows the data
};

/// A part of a snapshot by name, and how to draw it. A part that a snapshot does not have is left out.
struct SnapshotItem {
    enum class Kind { Histogram, Curve } kind;
    const char* name; ///< in the Snapshot
    const char* label;
    ColorRole color;
    bool dashed = false;
    bool rightAxis = false;
    const char* axisLabel = nullptr;                          ///< of the right axis while this item is there
    std::optional<std::pair<double, double>> axisRange = {};  ///< of the right axis; otherwise it follows the data
    std::optional<double> midLine = {};                       ///< a neutral line across the right axis or over x
};

/// A plot of parts of the newest snapshot.
struct SnapshotSpec {
    const char* id;
    const char* title;
    const char* help;
    const char* xLabel;
    const char* yLabel;
    std::vector<SnapshotItem> items;
};

/// A line of the numbers panel: a read-out of the snapshot or the newest value of a metric column.
struct NumberSpec {
    const char* label;
    std::vector<const char*> names; ///< of read-outs or columns; several are shown with commas
    const char* help;
    int decimals = 3;
    bool percent = false;
};

/// All that the window and the export show of one experiment.
struct PageSpec {
    std::vector<SnapshotSpec> pictures; ///< upper row, the first is the largest
    std::vector<HistorySpec> histories; ///< below
    std::vector<NumberSpec> numbers;
};

/// The page of an experiment; throws Error when it has none.
const PageSpec& pageFor(const Experiment& experiment);

} // namespace gan
