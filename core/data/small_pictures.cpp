#include "core/data/small_pictures.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kChannels = PictureSet::channels;

int smallSide(int side)
{
    return std::min(side, 16);
}

std::size_t smallBytes(int side)
{
    return static_cast<std::size_t>(smallSide(side)) * static_cast<std::size_t>(smallSide(side)) * kChannels;
}

/// The average of the pixels in rows [y0, y1) and columns [x0, x1), rounded.
std::uint8_t average(std::span<const std::uint8_t> picture, int side, int y0, int y1, int x0, int x1,
                     int channel)
{
    int sum = 0;
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x)
            sum += picture[static_cast<std::size_t>((y * side + x) * kChannels + channel)];
    const int area = (y1 - y0) * (x1 - x0);
    return static_cast<std::uint8_t>((sum + area / 2) / area);
}

void appendSmall(std::vector<std::uint8_t>& bytes, std::span<const std::uint8_t> picture, int side)
{
    const int small = smallSide(side);
    const auto edge = [&](int i) { return i * side / small; };
    for (int y = 0; y < small; ++y)
        for (int x = 0; x < small; ++x)
            for (int channel = 0; channel < kChannels; ++channel)
                bytes.push_back(average(picture, side, edge(y), edge(y + 1), edge(x), edge(x + 1), channel));
}

std::int64_t squaredDistance(const std::uint8_t* a, const std::uint8_t* b, std::size_t count)
{
    std::int32_t sum = 0; // 768 squares of bytes fit
    for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t difference = a[i] - b[i];
        sum += difference * difference;
    }
    return sum;
}

} // namespace

SmallPictures::SmallPictures(const PictureSet& set)
    : m_side(set.side)
{
    m_bytes.reserve(static_cast<std::size_t>(set.trainCount) * smallBytes(set.side));
    for (std::int64_t i = 0; i < set.trainCount; ++i)
        appendSmall(m_bytes, set.picture(i), set.side);
}

std::vector<Neighbor> SmallPictures::nearest(std::span<const std::uint8_t> picture, std::size_t count) const
{
    const std::size_t each = smallBytes(m_side);
    std::vector<std::uint8_t> small;
    appendSmall(small, picture, m_side);
    std::vector<std::pair<std::int64_t, std::int64_t>> found; // squared distance and place
    for (std::size_t i = 0; (i + 1) * each <= m_bytes.size(); ++i)
        found.emplace_back(squaredDistance(small.data(), m_bytes.data() + i * each, each),
                           static_cast<std::int64_t>(i));
    count = std::min(count, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end());
    std::vector<Neighbor> neighbors;
    for (std::size_t i = 0; i < count; ++i)
        neighbors.push_back(
            {found[i].second,
             std::sqrt(static_cast<double>(found[i].first) / static_cast<double>(each)) / 255});
    return neighbors;
}

} // namespace gan
