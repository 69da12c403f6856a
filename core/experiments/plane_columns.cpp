#include "core/experiments/plane_columns.h"

#include "core/text.h"

namespace gan {

namespace {

constexpr const char* kHills[] = {"hill_1",  "hill_2",  "hill_3",  "hill_4",  "hill_5",  "hill_6",  "hill_7",
                                  "hill_8",  "hill_9",  "hill_10", "hill_11", "hill_12", "hill_13", "hill_14",
                                  "hill_15", "hill_16", "hill_17", "hill_18", "hill_19", "hill_20", "hill_21",
                                  "hill_22", "hill_23", "hill_24", "hill_25"};
/// A run has as many as its data has hills.
std::vector<MetricColumn> hillColumns()
{
    std::vector<MetricColumn> all;
    for (const char* key : kHills)
        all.push_back(
            {.key = key,
             .label = GE_TR("share of a hill"),
             .help = GE_TR("The share of generated samples within 3 deviations of this hill of the real "
                           "data."),
             .kind = MetricColumn::Kind::Share,
             .measured = MetricColumn::Measured::OnGrid});
    return all;
}

MetricColumn distance(const char* key, const char* label, const char* help)
{
    return {.key = key,
            .label = label,
            .help = help,
            .kind = MetricColumn::Kind::Distance,
            .good = MetricColumn::Good::Small,
            .measured = MetricColumn::Measured::OnGrid};
}

MetricColumn perfect(const char* key)
{
    return {.key = key,
            .label = GE_TR("perfect generator"),
            .help = GE_TR("What 19 of 20 samples of the real data, of the same size, stay under."),
            .kind = MetricColumn::Kind::Distance,
            .measured = MetricColumn::Measured::OnGrid};
}

std::vector<MetricColumn> distanceColumns()
{
    MetricColumn energy = distance("energy", GE_TR("energy"),
                                   GE_TR("The energy distance: how much further generated samples are from "
                                         "real ones than real ones from each "
                                         "other. About 0 for equal distributions, and it may fall below. In "
                                         "brackets: what a perfect generator stays under."));
    energy.decimals = 4; // smaller than the others, for it grows with the square of how far points must move
    return {distance("sliced", GE_TR("sliced W1"),
                     GE_TR("The Wasserstein distance of generated to real samples, as seen from 32 sides, on "
                           "average: how far points must move.")),
            perfect("sliced_perfect"),
            energy,
            perfect("energy_perfect"),
            distance("js", GE_TR("JS"),
                     GE_TR("The Jensen-Shannon divergence in bits, counted in 30 x 30 cells and one for all "
                           "outside: 0 for equal distributions, 1 where nothing is shared.")),
            perfect("js_perfect")};
}

std::vector<MetricColumn> modeColumns()
{
    using enum MetricColumn::Measured;
    return {
        {.key = "modes_hit",
         .label = GE_TR("hills found"),
         .help = GE_TR("Hills of the real data with at least a fifth of their fair share of the generated "
                       "samples within 3 deviations. Fewer than there are: mode collapse."),
         .good = MetricColumn::Good::Large,
         .measured = OnGrid,
         .decimals = 0},
        {.key = "on_modes",
         .label = GE_TR("samples on hills"),
         .help = GE_TR("The share of generated samples within 3 deviations of a hill. 99 % for a perfect "
                       "generator."),
         .kind = MetricColumn::Kind::Share,
         .good = MetricColumn::Good::Large,
         .measured = OnGrid}};
}

} // namespace

std::vector<MetricColumn> planeColumns()
{
    std::vector<MetricColumn> all = distanceColumns();
    for (const auto& more : {modeColumns(), hillColumns()})
        all.insert(all.end(), more.begin(), more.end());
    return metricColumns(std::move(all));
}

} // namespace gan
