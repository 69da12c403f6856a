#include "core/model/networks_picture.h"

#include "core/model/figures.h"

#include <algorithm>

namespace gan {

namespace {

/// The middles of the cells along a side, 0 to 1.
std::vector<double> middles()
{
    std::vector<double> shares;
    for (int i = 0; i < kMapSide; ++i)
        shares.push_back((i + 0.5) / kMapSide);
    return shares;
}

std::vector<float> floatsOf(const Tensor& tensor)
{
    const std::vector<double> values = finiteValues(tensor);
    return {values.begin(), values.end()};
}

/// Of values [places, units]: of one row of places where there are no more, the same row again and again.
std::vector<float> mapsOf(const Tensor& values)
{
    const std::int64_t shown = std::min(values.size(1), kMappedUnits);
    const std::vector<float> rows = floatsOf(values.narrow(1, 0, shown).t());
    const auto places = static_cast<std::size_t>(values.size(0));
    constexpr auto kCells = static_cast<std::size_t>(kMapSide * kMapSide);
    std::vector<float> maps;
    for (std::size_t unit = 0; unit < static_cast<std::size_t>(shown); ++unit)
        for (std::size_t cell = 0; cell < kCells; ++cell)
            maps.push_back(rows[unit * places + cell % places]);
    return maps;
}

/// Its weights, and its maps for an input [places, inputs].
NetworkPicture pictureOf(const char* name, const Mlp& network, const Tensor& input)
{
    const at::NoGradGuard looksOnly;
    NetworkPicture picture{name, kMapSide, {}};
    const std::vector<Tensor> values = network.values(input);
    const std::vector<std::int64_t>& widths = network.widths();
    std::int64_t start = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        NetworkPicture::Layer layer{static_cast<int>(widths[i])};
        if (i > 0) {
            const std::int64_t count = widths[i] * widths[i - 1];
            layer.weights = floatsOf(network.parameter().narrow(0, start, count));
            layer.biases = floatsOf(network.parameter().narrow(0, start + count, widths[i]));
            start += count + widths[i];
        }
        layer.maps = mapsOf(values[i]);
        picture.layers.push_back(std::move(layer));
    }
    return picture;
}

/// All cells of the square, row by row from below.
PlanePoints cellsOf(const PlaneFrame& frame)
{
    PlanePoints points;
    const std::vector<double> shares = middles();
    for (const double y : shares)
        for (const double x : shares) {
            points.x.push_back(frame.x + frame.half * (2 * x - 1));
            points.y.push_back(frame.y + frame.half * (2 * y - 1));
        }
    return points;
}

} // namespace

NetworkPicture pictureOfD(const PlaneScene& scene)
{
    Discriminator& D = *scene.gan.discriminator;
    const Looking looking(D);
    const Tensor places = on(D.weights().device(), tensorOf(cellsOf(scene.shape.frame()), scene.coordinates));
    NetworkPicture picture = pictureOf(kNetworkD, *scene.layersD, places);
    picture.layers.front().names = {"x", "y"};
    NetworkPicture::Layer& output = picture.layers.back();
    output.names = {"D"};
    if (output.units > 1) {
        output.names = {"generated", "real"};
        return picture;
    }
    const std::vector<double> answers = shownOutputs(*scene.gan.facts, D(places));
    output.neutral = scene.gan.facts->outputIsProbability ? 0.5 : 0;
    output.maps.assign(answers.begin(), answers.end());
    return picture;
}

NetworkPicture pictureOfG(const PlaneScene& scene)
{
    const Tensor z = on(scene.layersG->parameter().device(), noiseSquare(scene.noise, middles()));
    NetworkPicture picture = pictureOf(kNetworkG, *scene.layersG, z);
    for (int i = 1; i <= picture.layers.front().units; ++i)
        picture.layers.front().names.push_back(std::string("z").append(std::to_string(i)));
    picture.layers.back().names = {"x", "y"};
    return picture;
}

std::int64_t weightPlace(const std::vector<std::int64_t>& widths, const WeightEdit& edit)
{
    std::int64_t start = 0;
    for (std::size_t i = 1; i < static_cast<std::size_t>(edit.layer); ++i)
        start += widths[i] * (widths[i - 1] + 1);
    const auto layer = static_cast<std::size_t>(edit.layer);
    const std::int64_t inputs = widths[layer - 1];
    if (edit.input == 0)
        return start + widths[layer] * inputs + edit.unit - 1;
    return start + (edit.unit - 1) * inputs + edit.input - 1;
}

} // namespace gan
