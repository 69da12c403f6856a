#include "core/experiment.h"
#include "ui/pages/experiments/common_specs.h"
#include "ui/pages/pages.h"

namespace gan {

namespace {

using enum SnapshotItem::Kind;

/// It stays where it is while G spreads; taller bars are cut.
SnapshotItem trueDensity()
{
    SnapshotItem item{Curve, "real_density", GE_TR("real density"), ColorRole::Real};
    item.setsHeight = true;
    return item;
}

SnapshotSpec dataDistributions()
{
    return {
        {"data_distributions", GE_TR("Data distributions"),
         GE_TR(
             "Histograms of real and generated values, and what the discriminator makes of each value. The "
             "generator has won when the histograms agree and the discriminator says 0.5 where the data is. "
             "Bars that are higher than the plot are cut; the number beside the arrow says how high they "
             "are."),
         GE_TR("x"), GE_TR("density")},
        {{Histogram, "real", GE_TR("real"), ColorRole::Real},
         {Histogram, "generated", GE_TR("generated"), ColorRole::Generated},
         trueDensity(),
         {Curve, "p_real", GE_TR("D: P(real)"), ColorRole::Discriminator, false, 0.5, GE_TR("P(real)"),
          Interval{0, 1}},
         {Curve, "score", GE_TR("D: score"), ColorRole::Discriminator, false, {}, GE_TR("score of D")}}};
}

SnapshotSpec generatorMap()
{
    return {{"generator_map", GE_TR("Generator"),
             GE_TR("The generator is a curve: noise z goes in, a value G(z) comes out. The dashed curves "
                   "would turn the "
                   "noise exactly into the real data, rising or falling."),
             GE_TR("noise z"), GE_TR("G(z)")},
            {{Curve, "ideal_map", GE_TR("ideal"), ColorRole::Ideal, true},
             {Curve, "ideal_map_mirror", GE_TR("mirrored"), ColorRole::Ideal, true},
             {Curve, "generator", GE_TR("G"), ColorRole::Generator}}};
}

HistorySpec distance(const Experiment& experiment)
{
    return {
        {"w1", GE_TR("Distance to real data"),
         GE_TR("The Wasserstein distance W1: how far generated values must move, on average, to lie like the "
               "real "
               "ones. Two samples of the real data have the distance of the dashed line: no generator does "
               "better."),
         GE_TR("iteration"), GE_TR("W1")},
        {curveOf(experiment, "w1", ColorRole::Plain),
         curveOf(experiment, "w1_floor", ColorRole::Ideal, true)}};
}

std::vector<NumberSpec> numbers(const Experiment& experiment)
{
    std::vector<NumberSpec> all = commonNumbers(experiment);
    for (const char* column : {"generated_mean", "generated_sd"})
        all.push_back(numberOf(experiment, column, NumberSpec::From::Picture));
    all.push_back(distanceOf(experiment, "w1", "w1_floor"));
    return all;
}

} // namespace

PageSpec density1dPage()
{
    const Experiment& experiment = experimentNamed("density-1d");
    const TabSpec pictures{GE_TR("Pictures"),
                           {dataDistributions(), discriminatorReadout(), generatorMap()},
                           TabSpec::Widths::MainFirst};
    const TabSpec curves{GE_TR("Curves"),
                         {onTab(discriminatorOutputs(experiment), GE_TR("D(x), D(G(z))")),
                          onTab(distance(experiment), GE_TR("Distance")), losses(experiment),
                          onTab(accuracy(experiment), GE_TR("Accuracy"))}};
    return {{{{pictures}, 3}, {{curves}, 2}}, numbers(experiment)};
}

} // namespace gan
