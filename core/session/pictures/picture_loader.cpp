#include "core/session/pictures/picture_loader.h"

#include <utility>

namespace gan {

PictureLoader::PictureLoader(LoadStep step, QString cacheFolder, PicturesLoaded onLoaded)
    : m_step(std::move(step))
    , m_cacheFolder(std::move(cacheFolder))
    , m_onLoaded(std::move(onLoaded))
{
}

std::shared_ptr<const PictureSet> PictureLoader::load(const Settings& settings)
{
    const std::lock_guard lock(m_mutex);
    const PictureRequest request = pictureRequest(settings);
    if (!isLoaded(request)) {
        QByteArray files = filesState(request, m_step);
        m_loaded = {request, loadPictures(request, m_step, m_cacheFolder), std::move(files)};
        if (m_onLoaded)
            m_onLoaded(*m_loaded.set);
    }
    return m_loaded.set;
}

/// What once could not be used is looked at again.
bool PictureLoader::isLoaded(const PictureRequest& request) const
{
    const PictureSet* set = m_loaded.set.get();
    return set && request == m_loaded.request &&
           (set->unusable.empty() || (!set->mayGrow() && areSameFiles(request)));
}

bool PictureLoader::areSameFiles(const PictureRequest& request) const
{
    try {
        return filesState(request, m_step) == m_loaded.files;
    } catch (const LoadingCanceled&) {
        throw;
    } catch (const Error&) {
        return true; // the folder is gone, but its pictures are here
    }
}

} // namespace gan
