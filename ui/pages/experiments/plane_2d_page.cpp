#include "core/experiment.h"
#include "core/plane/plane_sketch.h"
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
    spec.looks.options = {"shown_g",         "layer_d",        "layer_ideal", "layer_contour", "layer_real",
                          "layer_generated", "layer_manifold", "bend",        "layer_arrows"};
    return spec;
}

NetworkSpec networks()
{
    return {
        {"networks", GE_TR("Networks"),
         GE_TR("Each square is a unit: what it says over the plane (D) or over the noise (G), blue above 0 "
               "and orange below. Lines are weights, the wider the larger. Point at a unit to see it large; "
               "click a line while the run is paused to change its weight."),
         "", ""},
        {{"network_d", GE_TR("D: from a point to what D says"), GE_TR("D"), ColorRole::Discriminator,
          WeightEdit::D},
         {"network_g", GE_TR("G: from noise to a point"), GE_TR("G"), ColorRole::Generator, WeightEdit::G}}};
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

/// The same over time.
StripSpec hills(const Experiment& experiment)
{
    StripSpec spec{
        {"hills", GE_TR("Hills over time"),
         GE_TR("Each row is a hill of the real data; its color says how many of the generated samples "
               "were there. Where a row is empty nothing was. A row that fades is a hill that G forgets, and "
               "colors that jump from row to "
               "row are mode hopping: G follows D from one hill to the next."),
         GE_TR("iteration"), GE_TR("hill")},
        {},
        GE_TR("hill"),
        ColorRole::Generated,
        GE_TR("This data has no hills.")};
    for (const MetricColumn& column : experiment.columns)
        if (std::string_view(column.key).starts_with("hill_"))
            spec.columns.push_back(column.key);
    return spec;
}

std::vector<NumberSpec> numbers(const Experiment& experiment)
{
    std::vector<NumberSpec> all = commonNumbers(experiment);
    for (const auto& [column, perfect] :
         {std::pair("sliced", "sliced_perfect"), {"energy", "energy_perfect"}, {"js", "js_perfect"}}) {
        all.push_back(distanceOf(experiment, column, perfect));
        all.back().from = NumberSpec::From::Log; // a picture has fewer points
        if (std::string_view(column) == "energy")
            all.back().pattern = GE_TR("%1 (≤ %2)"); // its numbers are long
    }
    for (const char* column : {"modes_hit", "on_modes"}) {
        all.push_back(numberOf(experiment, column));
        all.back().canBeMissing = true;
    }
    return all;
}

/// Points of a distribution of the program's own; what a hand brings has no picture.
std::vector<QPointF> sketch(std::string_view data)
{
    if (data == "drawn" || data == "csv" || data == "picture")
        return {};
    constexpr int count = 250;
    const PlanePoints points = sketchOf(*planeShape(data), count);
    std::vector<QPointF> dots;
    for (std::size_t i = 0; i < points.size(); ++i)
        dots.emplace_back(points.x[i], points.y[i]);
    return dots;
}

} // namespace

PageSpec plane2dPage()
{
    const Experiment& experiment = experimentNamed("plane-2d");
    const TabSpec pictures{GE_TR("Pictures"),
                           {plane(), planeComponents(), networks(),
                            onTab(discriminatorReadout(), GE_TR("Answers")), onTab(shares(), GE_TR("Hills"))},
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
         onTab(hills(experiment), GE_TR("Hills")), losses(experiment)}};
    return {.rows = {{{pictures}, 2}, {{curves}, 1}},
            .numbers = numbers(experiment),
            .thumbnails = {{"data", sketch}}};
}

} // namespace gan
