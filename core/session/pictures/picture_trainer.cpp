#include "core/session/pictures/picture_trainer.h"

#include <utility>

namespace gan {

PictureTrainer::PictureTrainer(std::unique_ptr<Trainer> trainer, LoadStep step, QString cacheFolder,
                               std::shared_ptr<LoadedPictures> loaded, PicturesLoaded onLoaded)
    : m_trainer(std::move(trainer))
    , m_step(std::move(step))
    , m_cacheFolder(std::move(cacheFolder))
    , m_loaded(std::move(loaded))
    , m_onLoaded(std::move(onLoaded))
{
}

/// What once could not be used is looked at again.
bool PictureTrainer::isLoaded(const PictureRequest& request) const
{
    const PictureSet* set = m_loaded->set.get();
    return set && request == m_loaded->request &&
           (set->unusable.empty() || (!set->mayGrow() && areSameFiles(request)));
}

bool PictureTrainer::areSameFiles(const PictureRequest& request) const
{
    try {
        return filesState(request, m_step) == m_loaded->files;
    } catch (const LoadingCanceled&) {
        throw;
    } catch (const Error&) {
        return true; // the folder is gone, but its pictures are here
    }
}

std::shared_ptr<const PictureSet> PictureTrainer::load(const Settings& settings)
{
    const PictureRequest request = pictureRequest(settings);
    if (!isLoaded(request)) {
        QByteArray files = filesState(request, m_step);
        *m_loaded = {request, loadPictures(request, m_step, m_cacheFolder), std::move(files)};
        if (m_onLoaded)
            m_onLoaded(*m_loaded->set);
    }
    return m_loaded->set;
}

void PictureTrainer::reset(const Settings& settings)
{
    auto pictures = std::exchange(m_given, nullptr);
    if (!pictures)
        pictures = load(settings);
    m_trainer->usePictures(pictures);
    try {
        m_trainer->reset(settings);
    } catch (...) {
        m_trainer->usePictures(m_used);
        throw;
    }
    m_used = std::move(pictures);
}

TrainerFactory withPictures(TrainerFactory makeTrainer, LoadStep step, QString cacheFolder,
                            PicturesLoaded onLoaded)
{
    return [makeTrainer = std::move(makeTrainer), step = std::move(step),
            cacheFolder = std::move(cacheFolder), onLoaded = std::move(onLoaded),
            loaded = std::make_shared<LoadedPictures>()](std::string_view id) -> std::unique_ptr<Trainer> {
        std::unique_ptr<Trainer> trainer = makeTrainer(id);
        if (id != "faces")
            return trainer;
        return std::make_unique<PictureTrainer>(std::move(trainer), step, cacheFolder, loaded, onLoaded);
    };
}

} // namespace gan
