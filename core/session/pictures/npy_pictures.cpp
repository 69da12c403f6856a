#include "core/session/pictures/npy_pictures.h"

#include "core/data/area_filter.h"
#include "core/data/npy_reader.h"
#include "core/data/regular_file.h"
#include "core/random_seed.h"
#include "core/session/pictures/folder_pictures.h"
#include "core/session/pictures/picture_file.h"
#include "core/session/pictures/picture_room.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace gan {

namespace {

constexpr std::int64_t kTellEvery = 64;
constexpr std::int64_t kLfwRows = 200, kLfwFaces = 100;

std::vector<std::int64_t> shuffledRows(std::int64_t count)
{
    std::vector<std::pair<std::uint64_t, std::int64_t>> placed;
    for (std::int64_t row = 0; row < count; ++row)
        placed.emplace_back(mixSeed(0, static_cast<std::uint64_t>(row), Purpose::RealData), row);
    std::sort(placed.begin(), placed.end());
    std::vector<std::int64_t> rows;
    for (const auto& [place, row] : placed)
        rows.push_back(row);
    return rows;
}

void fit(NpyReader& reader, std::int64_t row, int side, std::uint8_t* rgb)
{
    const std::vector<std::uint8_t>& picture = reader.read(row);
    const int square = std::min(reader.width(), reader.height());
    const int left = (reader.width() - square) / 2, top = (reader.height() - square) / 2;
    const auto rowOf = [&](int y, std::uint8_t* pixels) {
        const auto first = (static_cast<std::ptrdiff_t>(top + y) * reader.width() + left) * 3;
        std::copy_n(picture.begin() + first, square * 3, pixels);
    };
    areaFilter(square, rowOf, side, rgb);
}

void checkSides(const NpyReader& reader, const std::string& path)
{
    if (std::min(reader.width(), reader.height()) < kSmallestSide)
        throw Error(GE_TR("The file %1 cannot be used: its pictures are smaller than 8 x 8 pixels."), {path});
}

std::int64_t usedRows(const NpyReader& reader, const std::string& name)
{
    return name == "lfw_subset.npy" && reader.count() == kLfwRows ? kLfwFaces : reader.count();
}

} // namespace

PictureSet readNpyPictures(const std::string& path, int side, const LoadStep& step)
{
    std::ifstream file = regularFileStream(path);
    if (!file)
        throw Error(GE_TR("The file %1 cannot be opened: %2."), {path, std::string(std::strerror(errno))});
    const std::string name = std::filesystem::path(path).filename().string();
    NpyReader reader(file, path, step);
    checkSides(reader, path);
    const std::vector<std::int64_t> rows = shuffledRows(usedRows(reader, name));
    PictureSet set = roomForPictures(static_cast<std::int64_t>(rows.size()), side);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % kTellEvery == 0)
            tell(step, static_cast<std::int64_t>(i), set.count());
        fit(reader, rows[i], side, set.bytes.data() + static_cast<std::int64_t>(i) * set.bytesEach());
        set.names.push_back(name + " #" + std::to_string(rows[i]));
    }
    checkEnough(set, path);
    return set;
}

} // namespace gan
