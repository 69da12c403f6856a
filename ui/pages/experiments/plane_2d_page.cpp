#include "core/experiment.h"
#include "ui/pages/experiments/common_specs.h"
#include "ui/pages/experiments/plane_components.h"
#include "ui/pages/pages.h"

namespace gan {

namespace {

PlaneSpec plane()
{
    using enum PlaneLayer::Kind;
    PlaneSpec spec{
        {"plane", GE_TR("Plane"),
         GE_TR(
             "Real and generated samples, and what the discriminator makes of every place. The generator has "
             "won when both kinds of points lie alike and the background has no color where they are. "
             "\"Options\" shows and hides layers."),
         GE_TR("x"), GE_TR("y")},
        {{Map, "d_plane", GE_TR("D"), ColorRole::Discriminator, "layer_d"},
         {Map, "ideal_plane", GE_TR("ideal D"), ColorRole::Ideal, "layer_ideal"},
         {Mesh, "manifold", GE_TR("noise square, bent by G"), ColorRole::Generator, "layer_manifold"},
         {Contour, "d_plane", GE_TR("D = 0.5"), ColorRole::Discriminator, "layer_contour"},
         {Points, "real", GE_TR("real"), ColorRole::Real, "layer_real"},
         {Points, "generated", GE_TR("generated"), ColorRole::Generated, "layer_generated"},
         {Arrows, "felt", GE_TR("what G feels"), ColorRole::Generator, "layer_arrows"}}};
    spec.looks.options = {"shown_g",    "layer_d",         "layer_ideal",    "layer_contour",
                          "layer_real", "layer_generated", "layer_manifold", "layer_arrows"};
    return spec;
}

HistorySpec distance(const Experiment& experiment, const char* id, const char* title, const char* help,
                     const char* unit, const char* column, const char* perfect)
{
    return {{id, title, help, GE_TR("iteration"), unit},
            {curveOf(experiment, column, ColorRole::Plain),
             curveOf(experiment, perfect, ColorRole::Ideal, true)}};
}

/// How the samples are shared among the hills.
SnapshotSpec shares()
{
    using enum SnapshotItem::Kind;
    SnapshotItem share{Column, "modes", GE_TR("generated"), ColorRole::Generated};
    share.column = "share";
    share.xColumn = "mode";
    share.marks = SnapshotItem::Marks::Beads;
    SnapshotItem fair{Column, "modes", GE_TR("fair share"), ColorRole::Ideal, true};
    fair.column = "fair";
    fair.xColumn = "mode";
    SnapshotSpec spec{{"modes", GE_TR("Shares of the hills"),
                       GE_TR("How many per cent of 2000 generated samples lie on each hill of the real data, "
                             "within 3 deviations. A hill below a fifth of its fair share is lost: mode "
                             "collapse. Data that hangs together has no hills."),
                       GE_TR("hill"), GE_TR("% of samples")},
                      {share, fair}};
    spec.wholePlaces = true;
    spec.inSight = Interval{0, 0};
    return spec;
}

std::vector<NumberSpec> numbers(const Experiment& experiment)
{
    std::vector<NumberSpec> all = commonNumbers(experiment);
    for (const auto& [column, perfect] : {std::pair("sliced", "sliced_perfect"), {"js", "js_perfect"}}) {
        all.push_back(distanceOf(experiment, column, perfect));
        all.back().from = NumberSpec::From::Log; // a picture has fewer points
    }
    all.push_back(numberOf(experiment, "energy"));
    for (const char* column : {"modes_hit", "on_modes"}) {
        all.push_back(numberOf(experiment, column));
        all.back().canBeMissing = true;
    }
    return all;
}

} // namespace

PageSpec plane2dPage()
{
    const Experiment& experiment = experimentNamed("plane-2d");
    const TabSpec pictures{
        GE_TR("Pictures"),
        {plane(), planeComponents(), discriminatorReadout(), onTab(shares(), GE_TR("Hills"))},
        TabSpec::Widths::MainFirst};
    const TabSpec curves{
        GE_TR("Curves"),
        {onTab(discriminatorOutputs(experiment), GE_TR("D(x), D(G(z))")),
         onTab(distance(experiment, "sliced", GE_TR("Sliced distance to real data"),
                        GE_TR("The Wasserstein distance of generated to real samples, as seen from 32 sides, "
                              "on average. 19 of 20 perfect samples stay under the dashed line."),
                        GE_TR("sliced W1"), "sliced", "sliced_perfect"),
               GE_TR("Sliced W1")),
         onTab(distance(experiment, "js", GE_TR("Divergence from real data"),
                        GE_TR("The Jensen-Shannon divergence of generated from real samples, counted in 30 x "
                              "30 cells. 19 of 20 perfect samples stay under the dashed line."),
                        GE_TR("JS in bits"), "js", "js_perfect"),
               GE_TR("JS")),
         losses(experiment)}};
    return {{{{pictures}, 2}, {{curves}, 1}}, numbers(experiment)};
}

} // namespace gan
