#include "core/session/pictures/picture_source.h"

#include "core/session/pictures/face_painter.h"
#include "core/session/pictures/folder_pictures.h"
#include "core/session/pictures/npy_pictures.h"
#include "core/session/pictures/picture_cache.h"
#include "core/settings/settings.h"

#include <filesystem>

namespace gan {

namespace {

/// Changes whenever the same files would give other pictures.
constexpr int kFolderReading = 1;

CacheKey keyOf(const DrawnFaces& faces)
{
    const FaceDifficulty& d = faces.difficulty;
    const std::string source = "drawn " + std::to_string(faces.side) + ' ' + std::to_string(faces.count) +
                               ' ' + std::to_string(faces.seed) + ' ' + std::to_string(d.randomBackgrounds) +
                               std::to_string(d.variedPose) + ' ' + numberText(d.glasses);
    return {QByteArray::fromStdString(source), QByteArray::number(kFaceDrawing)};
}

CacheKey keyOf(const std::string& folder, const FolderContent& content, int side)
{
    CacheKey key{QByteArray::fromStdString("folder " + std::to_string(side) + ' ' + folder), {}};
    key.state = QByteArray::number(kFolderReading);
    for (const FoundFile& file : content.files)
        key.state += QByteArray::fromStdString('\n' + file.path + '\0' + std::to_string(file.size) + ' ' +
                                               std::to_string(file.changed));
    for (const UnusablePicture& picture : content.unusable)
        key.state += QByteArray::fromStdString('\n' + picture.path + '\0' + picture.reason);
    return key;
}

template <class Make>
PictureSet cachedOr(const QString& cacheFolder, const CacheKey& key, const LoadStep& step, Make make)
{
    const PictureCache cache(cacheFolder);
    if (auto found = cache.find(key, step))
        return std::move(*found);
    PictureSet set = make();
    if (!set.mayGrow())
        cache.keep(key, set, step);
    return set;
}

PictureSet loadFolder(const std::string& folder, int side, const LoadStep& step, const QString& cacheFolder)
{
    const FolderContent content = findPictures(folder, step);
    return cachedOr(cacheFolder, keyOf(folder, content, side), step,
                    [&] { return readFolder(folder, content, side, step); });
}

PictureSet load(const PictureRequest& request, const LoadStep& step, const QString& cacheFolder)
{
    if (request.path.empty()) {
        DrawnFaces faces = request.drawn;
        faces.side = request.side;
        return cachedOr(cacheFolder, keyOf(faces), step, [&] { return drawFaces(faces, step); });
    }
    std::error_code error;
    const std::filesystem::path path = std::filesystem::canonical(request.path, error);
    const auto status = error ? std::filesystem::file_status() : std::filesystem::status(path, error);
    if (error)
        throw Error(GE_TR("The pictures %1 cannot be opened: %2."), {request.path, error.message()});
    if (std::filesystem::is_directory(status))
        return loadFolder(path.string(), request.side, step, cacheFolder);
    if (std::filesystem::is_regular_file(status) && path.extension() == ".npy")
        return readNpyPictures(request.path, request.side, step);
    throw Error(GE_TR("%1 cannot be used: choose a folder of pictures or a .npy file."), {request.path});
}

} // namespace

PictureRequest pictureRequest(const Settings& settings)
{
    PictureRequest request;
    request.path = settings.path("data");
    request.side = settings.choice("side") == "64" ? 64 : 32;
    request.drawn.side = request.side;
    request.drawn.count = settings.integer("drawn_count");
    request.drawn.seed = static_cast<std::uint64_t>(settings.integer("drawn_seed"));
    request.drawn.difficulty = {settings.choice("drawn_backgrounds") == "random",
                                settings.choice("drawn_pose") == "varied", settings.number("drawn_glasses")};
    return request;
}

QByteArray filesState(const PictureRequest& request, const LoadStep& step)
{
    std::error_code error;
    if (request.path.empty() || !std::filesystem::is_directory(request.path, error))
        return {};
    return keyOf(request.path, findPictures(request.path, step), request.side).state;
}

std::shared_ptr<const PictureSet> loadPictures(const PictureRequest& request, const LoadStep& step,
                                               const QString& cacheFolder)
{
    return std::make_shared<const PictureSet>(load(request, step, cacheFolder));
}

} // namespace gan
