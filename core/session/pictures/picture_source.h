#pragma once

#include "core/session/pictures/drawn_faces.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <string>

namespace gan {

class Settings;

/// Which pictures a run learns from.
struct PictureRequest {
    std::string path; ///< a folder, or a .npy file; empty: drawn faces
    int side = 32;
    DrawnFaces drawn; ///< counts while `path` is empty; its side is `side`

    /// Whether both ask for the same pictures.
    bool operator==(const PictureRequest& other) const
    {
        return path == other.path && side == other.side && (!path.empty() || drawn == other.drawn);
    }
};

/// Reads the settings data, side, drawn_count, drawn_seed, drawn_backgrounds, drawn_pose and drawn_glasses.
PictureRequest pictureRequest(const Settings& settings);

/// What the files of the request are now: names, sizes and times, and which cannot be read. Empty when they
/// are drawn or in one file. Throws Error when the folder cannot be read, and LoadingCanceled. Any thread.
QByteArray filesState(const PictureRequest& request, const LoadStep& step);

/// Draws or reads the pictures, or takes them from the cache in `cacheFolder` when nothing has changed since;
/// an empty folder name: no cache. A .npy file is always read. Throws Error, one sentence that names the
/// path, when there is nothing to learn from, and LoadingCanceled. Any thread.
std::shared_ptr<const PictureSet> loadPictures(const PictureRequest& request, const LoadStep& step,
                                               const QString& cacheFolder);

} // namespace gan
