#include "ui/pages/plot_pages.h"

#include <algorithm>
#include <numeric>

namespace gan {

namespace {

/// `all` in `pages` parts, the larger ones first.
std::vector<std::size_t> parts(std::size_t all, std::size_t pages)
{
    std::vector<std::size_t> sizes(pages, all / pages);
    for (std::size_t i = 0; i < all % pages; ++i)
        ++sizes[i];
    return sizes;
}

bool fit(const std::vector<std::size_t>& sizes, const std::vector<int>& least, int room, int gap)
{
    auto first = least.begin();
    for (const std::size_t size : sizes) {
        const auto last = first + static_cast<std::ptrdiff_t>(size);
        if (std::accumulate(first, last, gap * (static_cast<int>(size) - 1)) > room)
            return false;
        first = last;
    }
    return true;
}

} // namespace

std::vector<std::size_t> pageSizes(const std::vector<int>& least, int room, int gap)
{
    for (std::size_t pages = 1; pages < least.size(); ++pages)
        if (const auto sizes = parts(least.size(), pages); fit(sizes, least, room, gap))
            return sizes;
    return std::vector<std::size_t>(least.size(), 1);
}

QList<int> atLeast(QList<int> widths, const std::vector<int>& least)
{
    const auto spare = [&](qsizetype i) { return widths[i] - least[static_cast<std::size_t>(i)]; };
    for (qsizetype i = 0; i < widths.size(); ++i) {
        qsizetype richest = 0;
        for (qsizetype j = 1; j < widths.size(); ++j)
            if (spare(j) > spare(richest))
                richest = j;
        const int wanted = std::clamp(-spare(i), 0, std::max(0, spare(richest)));
        widths[i] += wanted;
        widths[richest] -= wanted;
    }
    return widths;
}

} // namespace gan
