#include "core/model/density_picture.h"

#include "core/model/output_picture.h"
#include "core/statistics.h"
#include "core/wasserstein.h"

#include <ATen/ops/tensor.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gan {

namespace {

constexpr int kCurvePoints = 201;
constexpr int kValueBins = 50;

std::vector<double> evenly(double low, double high)
{
    std::vector<double> values;
    for (int i = 0; i < kCurvePoints; ++i)
        values.push_back(low + (high - low) * i / (kCurvePoints - 1));
    return values;
}

template <class Function>
std::vector<double> mapped(const std::vector<double>& values, Function function)
{
    std::vector<double> results;
    results.reserve(values.size());
    for (const double value : values)
        results.push_back(function(value));
    return results;
}

/// Column x [n, 1] in the type and on the device of the network.
Tensor column(const std::vector<double>& x, const Tensor& like)
{
    return at::tensor(x, at::kDouble).to(like.options()).unsqueeze(1);
}

/// Where z lies in its distribution, kept off the ends, where the ideal map would be infinite.
double probabilityBelow(const Noise& noise, double z)
{
    constexpr double edge = 0.0005; // the tail that plotRange() leaves out too
    const double share = noise.isNormal() ? 0.5 * std::erfc(-z / std::numbers::sqrt2) : z;
    return std::clamp(share, edge, 1 - edge);
}

void addValues(Snapshot& snapshot, const DensityScene& scene, const std::vector<double>& generated,
               const std::vector<double>& real)
{
    const PlotRange range = plotRange(scene.truth);
    snapshot.add(makeHistogram("generated", generated, range.low, range.high, kValueBins));
    snapshot.add(makeHistogram("real", real, range.low, range.high, kValueBins));

    const std::vector<double> x = evenly(range.low, range.high);
    snapshot.add(Curve{"real_density", x, mapped(x, [&](double v) { return scene.truth.density(v); })});
    const Scores scores = (*scene.gan.discriminator)(column(x, scene.gan.discriminator->weights()));
    const char* name = scene.gan.facts->outputIsProbability ? "p_real" : "score";
    snapshot.add(Curve{name, x, shownOutputs(*scene.gan.facts, scores)});
}

/// G as a curve, and beside it the two monotone maps that would make it perfect.
void addMap(Snapshot& snapshot, const DensityScene& scene)
{
    const Noise& noise = scene.noise;
    const std::vector<double> z = noise.isNormal() ? evenly(-3, 3) : evenly(0, 1);
    const Tensor sweep = noise.sweep(column(z, scene.gan.generator->weights()));
    snapshot.add(Curve{"generator", z, finiteValues((*scene.gan.generator)(sweep))});
    if (noise.dimension() != 1)
        return;
    const auto rising = [&](double v) { return scene.truth.quantile(probabilityBelow(noise, v)); };
    const auto falling = [&](double v) { return scene.truth.quantile(1 - probabilityBelow(noise, v)); };
    snapshot.add(Curve{"ideal_map", z, mapped(z, rising)});
    snapshot.add(Curve{"ideal_map_mirror", z, mapped(z, falling)});
}

} // namespace

std::vector<Readout> qualityReadouts(const std::vector<double>& generated, const Distribution& truth,
                                     double w1Floor)
{
    return {{"generated_mean", mean(generated)},
            {"generated_sd", deviation(generated)},
            {"w1", wasserstein1(generated, truth)},
            {"w1_floor", w1Floor}};
}

Tensor generatedValues(const DensityScene& scene, int count, at::Generator random)
{
    const Looking looking(*scene.gan.generator);
    return (*scene.gan.generator)(scene.noise.draw(count, random));
}

Snapshot densityPicture(const DensityScene& scene, const View& view, at::Generator random)
{
    const Tensor generated = generatedValues(scene, kPictureSamples, random);
    const Tensor real = scene.drawReal(kPictureSamples, random);
    const Looking atG(*scene.gan.generator), atD(*scene.gan.discriminator);

    Snapshot snapshot;
    const std::vector<double> values = finiteValues(generated);
    snapshot.addAll(qualityReadouts(values, scene.truth, scene.w1Floor));
    addValues(snapshot, scene, values, finiteValues(real));
    addOutputs(snapshot, *scene.gan.facts, (*scene.gan.discriminator)(real),
               (*scene.gan.discriminator)(generated));
    if (view.wants({"generator", "ideal_map", "ideal_map_mirror"}))
        addMap(snapshot, scene);
    return snapshot;
}

} // namespace gan
