#include "core/session/pictures/dark_points.h"

#include "core/error.h"
#include "core/session/pictures/picture_file.h"
#include "core/session/read_file.h"

#include <QFile>

#include <algorithm>
#include <random>

namespace gan {

namespace {

constexpr double kWhite = 255, kFaint = 4; ///< what differs from white by less is paper, not ink

std::vector<std::uint8_t> pixelsOf(const std::string& path)
{
    std::vector<std::uint8_t> rgb(3 * kDarkSide * kDarkSide);
    QFile file(QString::fromStdString(path));
    QString why;
    if (!openToRead(file, why))
        throw Error(GE_TR("The picture %1 cannot be opened: %2."), {path, why.toStdString()});
    try {
        readPicture(file, kDarkSide, rgb.data());
    } catch (const Error& error) {
        throw Error(GE_TR("The picture %1 cannot be used. %2"), {path, error.text()});
    }
    return rgb;
}

/// How much ink there is in all pixels up to each, by the brightness that an eye sees (Rec. 601).
std::vector<double> inkUpTo(const std::vector<std::uint8_t>& rgb)
{
    std::vector<double> sums;
    double sum = 0;
    for (std::size_t i = 0; i < rgb.size(); i += 3) {
        const double ink = kWhite - (0.299 * rgb[i] + 0.587 * rgb[i + 1] + 0.114 * rgb[i + 2]);
        sum += ink < kFaint ? 0 : ink;
        sums.push_back(sum);
    }
    return sums;
}

/// In [0, 1). Its own, because the standard's distributions differ between libraries.
double uniform(std::mt19937_64& random)
{
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

} // namespace

Vectors darkPoints(const std::string& path)
{
    const std::vector<double> ink = inkUpTo(pixelsOf(path));
    if (ink.back() <= 0)
        throw Error(GE_TR("The picture %1 is white all over: it needs dark parts."), {path});
    std::mt19937_64 random(1); // any fixed number
    Vectors points{2, {}};
    for (int i = 0; i < kDarkPoints; ++i) {
        const auto found = std::upper_bound(ink.begin(), ink.end(), ink.back() * uniform(random));
        const auto pixel = static_cast<int>(std::min(found - ink.begin(), std::ptrdiff_t(ink.size()) - 1));
        points.values.push_back((pixel % kDarkSide + uniform(random)) / kDarkSide);
        points.values.push_back(1 - (pixel / kDarkSide + uniform(random)) / kDarkSide);
    }
    return points;
}

} // namespace gan
