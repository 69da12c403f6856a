#pragma once

#include <QList>

#include <cstddef>
#include <vector>

namespace gan {

/// Plots of a tab that are seen together: `count` of them, from `first` on. None of them: the tab is no
/// plots.
struct PlotPage {
    std::size_t tab, first, count;
    bool operator==(const PlotPage&) const = default;
};

/// How many plots each page has when no plot may be narrower than its entry in `least`: as few pages as there
/// can be, with about as many plots each. A plot that is wider than the room has a page of its own.
std::vector<std::size_t> pageSizes(const std::vector<int>& least, int room, int gap);

/// Those widths, but none below its entry in `least` as long as another one has more than it needs.
QList<int> atLeast(QList<int> widths, const std::vector<int>& least);

} // namespace gan
