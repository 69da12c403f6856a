#include "ui/pages/common_specs.h"
#include "ui/pages/pages.h"

namespace gan {

namespace {

using enum SnapshotItem::Kind;
using From = NumberSpec::From;
using Watched = NumberSpec::Watched;

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

HistorySpec distance()
{
    return {
        {"w1", GE_TR("Distance to real data"),
         GE_TR("The Wasserstein distance W1: how far generated values must move, on average, to lie like the "
               "real "
               "ones. Two samples of the real data have the distance of the dashed line: no generator does "
               "better."),
         GE_TR("iteration"), GE_TR("W1")},
        {{{"w1"}, GE_TR("W1"), ColorRole::Plain},
         {{"w1_floor"}, GE_TR("perfect generator"), ColorRole::Ideal, true}}};
}

std::vector<NumberSpec> numbers()
{
    std::vector<NumberSpec> all = commonNumbers();
    const std::vector<NumberSpec> own = {
        {From::Picture,
         GE_TR("generated mean"),
         {"generated_mean"},
         GE_TR("Mean of the generated values. The aim is the mean of the real data."),
         "%1",
         2},
        {From::Picture,
         GE_TR("generated deviation"),
         {"generated_sd"},
         GE_TR("Standard deviation of the generated values. Too small a one means that G has found only the "
               "middle of the "
               "data."),
         "%1",
         2},
        {From::Picture,
         GE_TR("W1"),
         {"w1", "w1_floor"},
         GE_TR("Distance of the generated values to the real ones, and beside it that of a perfect "
               "generator. No generator "
               "does better for long."),
         GE_TR("%1 (perfect %2)"),
         2,
         false,
         Watched::Distance},
    };
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

} // namespace

PageSpec density1dPage()
{
    const TabSpec pictures{GE_TR("Pictures"),
                           {dataDistributions(), discriminatorReadout(), generatorMap()},
                           TabSpec::Widths::MainFirst};
    const TabSpec curves{GE_TR("Curves"),
                         {onTab(discriminatorOutputs(), GE_TR("D(x), D(G(z))")),
                          onTab(distance(), GE_TR("Distance")), losses(),
                          onTab(accuracy(), GE_TR("Accuracy"))}};
    return {{{{pictures}, 3}, {{curves}, 2}}, numbers()};
}

} // namespace gan
