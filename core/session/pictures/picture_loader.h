#pragma once

#include "core/data/load_step.h"
#include "core/session/pictures/picture_source.h"

#include <functional>
#include <mutex>

namespace gan {

/// Is told of every set that was loaded, on the thread that loads.
using PicturesLoaded = std::function<void(const PictureSet&)>;

/// Loads the pictures that settings name, and keeps the last set: it is loaded again if the settings ask for
/// others, or if some pictures could not be used and their files are others now. While new ones are loaded
/// the old ones stay in memory; when that fails or is canceled, they stay the last. Any thread.
class PictureLoader {
public:
    explicit PictureLoader(LoadStep step = {}, QString cacheFolder = {}, PicturesLoaded onLoaded = {});

    /// May take minutes, and tells the LoadStep on this thread. Throws what loadPictures() throws.
    std::shared_ptr<const PictureSet> load(const Settings& settings);

private:
    /// What was loaded last.
    struct Loaded {
        PictureRequest request;
        std::shared_ptr<const PictureSet> set; ///< null before the first
        QByteArray files;                      ///< their state before they were loaded
    };

    bool isLoaded(const PictureRequest& request) const;
    bool areSameFiles(const PictureRequest& request) const;

    const LoadStep m_step;
    const QString m_cacheFolder;
    const PicturesLoaded m_onLoaded;
    std::mutex m_mutex; ///< for m_loaded, also while it is loaded
    Loaded m_loaded;
};

} // namespace gan
