#include "core/experiments/plane_points.h"

#include "core/error.h"
#include "core/settings/settings.h"

namespace gan {

namespace {

/// x and y in turn.
bool areInOnePlace(const std::vector<double>& coordinates)
{
    for (std::size_t i = 2; i < coordinates.size(); ++i)
        if (coordinates[i] != coordinates[i % 2])
            return false;
    return true;
}

const std::string& namedFile(const Settings& settings)
{
    const std::string& file = settings.path("data_file");
    if (file.empty())
        throw Error(GE_TR("No file is chosen: name one in \"Data file\", or choose other data."));
    return file;
}

TrainingData pointsOf(std::vector<double> coordinates)
{
    return {.vectors = std::make_shared<const Vectors>(Vectors{2, std::move(coordinates)})};
}

TrainingData readFile(const std::string& file)
{
    std::vector<double> coordinates = readCsvVectors(file, 2).values;
    if (areInOnePlace(coordinates))
        throw Error(GE_TR("All points of %1 lie in one place."), {file});
    return pointsOf(std::move(coordinates));
}

TrainingData drawing(const PointList& points)
{
    if (points.size() == 0)
        throw Error(
            GE_TR("Nothing is drawn yet: press \"Draw…\" and paint some points, or choose other data."));
    if (areInOnePlace(points.coordinates()))
        throw Error(GE_TR("All drawn points lie in one place: paint some more."));
    return pointsOf(points.coordinates());
}

} // namespace

TrainingData readPlanePoints(const Settings& settings)
{
    const std::string& data = settings.choice("data");
    if (data == "csv")
        return readFile(namedFile(settings));
    if (data == "drawn")
        return drawing(settings.points("drawn"));
    return {};
}

std::string planePicture(const Settings& settings)
{
    return settings.choice("data") == "picture" ? namedFile(settings) : std::string();
}

} // namespace gan
