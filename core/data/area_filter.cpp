#include "core/data/area_filter.h"

#include <algorithm>
#include <vector>

namespace gan {

namespace {

// An old pixel is `to` units wide and a new one `from` units, so that all shares are whole numbers.

/// Calls share(newPixel, units) for each new pixel that old pixel `old` lies in.
template <class Share>
void forShares(std::int64_t old, std::int64_t from, std::int64_t to, Share share)
{
    const std::int64_t begin = old * to, end = begin + to;
    for (std::int64_t i = begin / from; i * from < end; ++i)
        share(static_cast<std::size_t>(i), std::min(end, (i + 1) * from) - std::max(begin, i * from));
}

} // namespace

void areaFilter(int from, const PixelRow& rows, int to, std::uint8_t* rgb)
{
    const auto rowLength = static_cast<std::size_t>(to) * 3;
    std::vector<std::uint8_t> row(static_cast<std::size_t>(from) * 3);
    std::vector<std::uint64_t> narrow(rowLength), sums(rowLength * static_cast<std::size_t>(to));
    for (int y = 0; y < from; ++y) {
        rows(y, row.data());
        std::fill(narrow.begin(), narrow.end(), 0);
        for (int x = 0; x < from; ++x)
            forShares(x, from, to, [&](std::size_t i, std::int64_t units) {
                for (std::size_t c = 0; c < 3; ++c)
                    narrow[i * 3 + c] +=
                        row[static_cast<std::size_t>(x) * 3 + c] * static_cast<std::uint64_t>(units);
            });
        forShares(y, from, to, [&](std::size_t i, std::int64_t units) {
            for (std::size_t k = 0; k < rowLength; ++k)
                sums[i * rowLength + k] += narrow[k] * static_cast<std::uint64_t>(units);
        });
    }
    const std::uint64_t area = static_cast<std::uint64_t>(from) * static_cast<std::uint64_t>(from);
    std::transform(sums.begin(), sums.end(), rgb,
                   [area](std::uint64_t sum) { return static_cast<std::uint8_t>((sum + area / 2) / area); });
}

} // namespace gan
