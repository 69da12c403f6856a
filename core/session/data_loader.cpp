#include "core/session/data_loader.h"

#include "core/experiment.h"

namespace gan {

DataLoader dataLoader(LoadStep step, QString cacheFolder, PicturesLoaded loaded)
{
    const auto pictures =
        std::make_shared<PictureLoader>(std::move(step), std::move(cacheFolder), std::move(loaded));
    return [pictures](const Settings& settings) -> TrainingData {
        const Experiment& experiment = settings.experiment();
        if (experiment.data.isPictures)
            return {.pictures = pictures->load(settings)};
        return experiment.data.read ? experiment.data.read(settings) : TrainingData();
    };
}

void provideData(RunRecord& record, const DataLoader& load)
{
    if (load && record.data().isEmpty())
        record.noteData(load(record.plan().settings));
}

} // namespace gan
