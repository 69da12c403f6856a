#include "core/session/pictures/folder_pictures.h"

#include "core/data/regular_file.h"
#include "core/digest.h"
#include "core/random_seed.h"
#include "core/session/pictures/parallel.h"
#include "core/session/pictures/picture_file.h"
#include "core/session/pictures/picture_room.h"

#include <QFile>

#include <algorithm>
#include <cstring>
#include <new>

namespace gan {

namespace {

std::uint64_t placeOf(const std::string& path)
{
    return mixSeed(digest(bytesIn(path)), 0, Purpose::RealData);
}

std::vector<std::string> shuffledPaths(const FolderContent& content)
{
    std::vector<std::pair<std::uint64_t, std::string>> placed;
    placed.reserve(content.files.size());
    for (const FoundFile& file : content.files)
        placed.emplace_back(placeOf(file.path), file.path);
    std::sort(placed.begin(), placed.end());
    std::vector<std::string> paths;
    paths.reserve(placed.size());
    for (auto& [place, path] : placed)
        paths.push_back(std::move(path));
    return paths;
}

/// Why a file cannot be used; empty when it can.
struct Reason {
    std::string text;
    bool isLasting = true; ///< as long as the file stays the same
};

Reason readFile(const std::string& path, int side, std::uint8_t* rgb)
{
    // Not by a QString: a name need not be valid UTF-8.
    QFile file;
    const int opened = openRegularFile(path);
    if (opened < 0 || !file.open(opened, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return {GE_TR("The file cannot be opened."), false};
    try {
        readPicture(file, side, rgb);
        return {};
    } catch (const Error& error) {
        return {error.what(), file.error() == QFileDevice::NoError};
    } catch (const std::bad_alloc&) {
        return {GE_TR("There is not enough memory for it."), false};
    }
}

/// Closes the gaps that unusable pictures left; set.names has a name for each, and what is unusable has a
/// reason.
void removeUnusable(PictureSet& set, const std::vector<Reason>& reasons)
{
    const auto each = static_cast<std::size_t>(set.bytesEach());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        if (!reasons[i].text.empty()) {
            set.unusable.push_back({set.names[i], reasons[i].text, reasons[i].isLasting});
            continue;
        }
        if (kept != i) {
            std::memmove(set.bytes.data() + kept * each, set.bytes.data() + i * each, each);
            set.names[kept] = std::move(set.names[i]);
        }
        ++kept;
    }
    set.bytes.resize(kept * each);
    set.names.resize(kept);
    set.trainCount = set.count() - heldOutOf(set.count());
    std::sort(set.unusable.begin(), set.unusable.end(),
              [](const UnusablePicture& a, const UnusablePicture& b) { return a.path < b.path; });
}

} // namespace

void checkEnough(const PictureSet& set, const std::string& from)
{
    if (set.count() < kFewestPictures && set.unusable.empty())
        throw Error(Text::counted(
            GE_TR_N(
                "%1 has %2 pictures (PNG, JPEG, WebP or BMP); at least 2 are needed, one to learn from and "
                "one that is held out."),
            set.count(), {from, std::to_string(set.count())}));
    if (set.count() < kFewestPictures)
        throw Error(
            GE_TR("Of the pictures in %1, usable are %2, and not usable %3, such as %4: %5 At least 2 are "
                  "needed, one to learn from and one that is held out."),
            {from, std::to_string(set.count()), std::to_string(set.unusable.size()),
             set.unusable.front().path, Text(set.unusable.front().reason.c_str())});
}

PictureSet readFolder(const std::string& folder, const FolderContent& content, int side, const LoadStep& step)
{
    PictureSet set = roomForPictures(static_cast<std::int64_t>(content.files.size()), side);
    set.names = shuffledPaths(content);
    set.unusable = content.unusable;
    std::vector<Reason> reasons(set.names.size());
    const auto read = [&](std::int64_t i) {
        const auto place = static_cast<std::size_t>(i);
        reasons[place] =
            readFile(folder + '/' + set.names[place], side, set.bytes.data() + i * set.bytesEach());
    };
    inParallel(set.count(), kLoadingThreads, read, step);
    removeUnusable(set, reasons);
    checkEnough(set, folder);
    return set;
}

} // namespace gan
