#include "core/session/data_loader.h"

#include "core/experiment.h"
#include "core/session/pictures/dark_points.h"

namespace gan {

TrainingData quickData(const Settings& settings)
{
    const DataNeeds& needs = settings.experiment().data;
    if (const std::string picture = needs.darkPicture ? needs.darkPicture(settings) : ""; !picture.empty())
        return {.vectors = std::make_shared<const Vectors>(darkPoints(picture))};
    return needs.read ? needs.read(settings) : TrainingData();
}

DataLoader dataLoader(LoadStep step, QString cacheFolder, PicturesLoaded loaded)
{
    const auto pictures =
        std::make_shared<PictureLoader>(std::move(step), std::move(cacheFolder), std::move(loaded));
    return [pictures](const Settings& settings) -> TrainingData {
        if (settings.experiment().data.isPictures)
            return {.pictures = pictures->load(settings)};
        return quickData(settings);
    };
}

void provideData(RunRecord& record, const DataLoader& load)
{
    if (load && record.data().isEmpty())
        record.noteData(load(record.plan().settings));
}

} // namespace gan
