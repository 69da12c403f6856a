#include "core/session/color_palette.h"

#include <algorithm>
#include <limits>

namespace gan {

namespace {

constexpr int kBits = 6; ///< of each channel that tell colors apart
constexpr std::size_t kCells = std::size_t{1} << (3 * kBits);

using Channels = std::array<int, 3>;

Channels channelsOf(QRgb color)
{
    return {qRed(color), qGreen(color), qBlue(color)};
}

std::size_t cellOf(QRgb color)
{
    constexpr int drop = 8 - kBits;
    return std::size_t(qRed(color) >> drop) << (2 * kBits) | std::size_t(qGreen(color) >> drop) << kBits |
           std::size_t(qBlue(color) >> drop);
}

/// Colors that are nearly alike, and how often they occur.
struct Cell {
    std::array<std::int64_t, 3> sum = {};
    std::int64_t count = 0;

    double mean(std::size_t channel) const { return double(sum[channel]) / double(count); }
};

std::vector<Cell> usedCells(const QImage& picture)
{
    std::vector<Cell> cells(kCells);
    for (int y = 0; y < picture.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            Cell& cell = cells[cellOf(line[x])];
            const Channels channels = channelsOf(line[x]);
            for (std::size_t i = 0; i < 3; ++i)
                cell.sum[i] += channels[i];
            ++cell.count;
        }
    }
    std::erase_if(cells, [](const Cell& cell) { return cell.count == 0; });
    return cells;
}

/// A part of the cells, and along which channel it is spread farthest.
struct Box {
    Box(std::vector<Cell>::iterator begin, std::vector<Cell>::iterator end)
        : first(begin)
        , last(end)
    {
        for (auto cell = first; cell != last; ++cell) {
            for (std::size_t i = 0; i < 3; ++i)
                all.sum[i] += cell->sum[i];
            all.count += cell->count;
        }
        for (std::size_t i = 0; i < 3; ++i)
            if (const double spread = spreadOf(i); spread > widest) {
                widest = spread;
                channel = i;
            }
    }

    double spreadOf(std::size_t i) const
    {
        double squares = 0;
        for (auto cell = first; cell != last; ++cell) {
            const double off = cell->mean(i) - all.mean(i);
            squares += off * off * double(cell->count);
        }
        return squares;
    }

    /// At its mean. Both parts have cells, for only a box that is spread is split.
    std::vector<Cell>::iterator middle() const
    {
        return std::partition(first, last,
                              [&](const Cell& cell) { return cell.mean(channel) <= all.mean(channel); });
    }

    QRgb color() const
    {
        const auto rounded = [&](std::size_t i) { return int(all.mean(i) + 0.5); };
        return qRgb(rounded(0), rounded(1), rounded(2));
    }

    std::vector<Cell>::iterator first, last;
    Cell all = {};
    double widest = 0;
    std::size_t channel = 0;
};

} // namespace

ColorPalette::ColorPalette(const QImage& picture)
    : m_known(kCells, -1)
{
    std::vector<Cell> cells = usedCells(picture);
    std::vector<Box> boxes = {Box(cells.begin(), cells.end())};
    while (boxes.size() < kMostColors) {
        const auto box = std::max_element(boxes.begin(), boxes.end(),
                                          [](const Box& a, const Box& b) { return a.widest < b.widest; });
        if (box->widest <= 0)
            break;
        const auto first = box->first, middle = box->middle(), last = box->last;
        if (middle == first || middle == last) { // closer than doubles can tell
            box->widest = 0;
            continue;
        }
        *box = Box(first, middle);
        boxes.emplace_back(middle, last);
    }
    for (const Box& box : boxes)
        m_colors.push_back(box.color());
}

std::uint8_t ColorPalette::indexOf(QRgb color)
{
    std::int16_t& known = m_known[cellOf(color)];
    if (known < 0) {
        const Channels wanted = channelsOf(color);
        int nearest = std::numeric_limits<int>::max();
        for (std::size_t i = 0; i < m_colors.size(); ++i) {
            const Channels has = channelsOf(m_colors[i]);
            int distance = 0;
            for (std::size_t c = 0; c < 3; ++c)
                distance += (wanted[c] - has[c]) * (wanted[c] - has[c]);
            if (distance < nearest) {
                nearest = distance;
                known = static_cast<std::int16_t>(i);
            }
        }
    }
    return static_cast<std::uint8_t>(known);
}

} // namespace gan
