#include "core/settings/row_groups.h"

namespace gan {

namespace {

using enum SettingKind;

Setting layer(const char* key, const char* label, const char* help, bool isShown)
{
    return {.key = key,
            .label = label,
            .help = help,
            .group = kLooking,
            .kind = Choice,
            .defaultText = isShown ? "yes" : "no",
            .choices = {{"no", GE_TR("hidden")}, {"yes", GE_TR("shown")}}};
}

std::vector<Setting> dataLayers()
{
    return {
        layer(
            "layer_d", GE_TR("D over the plane"),
            GE_TR("The background says what D takes a point there for: blue for real, orange for generated."),
            true),
        layer("layer_ideal", GE_TR("Ideal D in place of D"),
              GE_TR("The background is p / (p + q): what the best possible D would say. p is the density of "
                    "the real data, q that of the generated samples, estimated from 2000 of them."),
              false),
        layer("layer_contour", GE_TR("Where D says 0.5"),
              GE_TR("The line on which D cannot tell real from generated."), true),
        layer("layer_real", GE_TR("Real samples"), GE_TR("Points of the real data, always the same ones."),
              true),
        layer("layer_generated", GE_TR("Generated samples"),
              GE_TR("What G makes of the same z each time, so that each point is seen to move."), true),
    };
}

/// What G does.
std::vector<Setting> generatorLayers()
{
    return {
        layer(
            "layer_manifold", GE_TR("Bent noise square"),
            GE_TR("A square grid over the noise, carried by G to where it goes. Cells are darker where they "
                  "are packed densely."),
            false),
        {.key = "bend",
         .label = GE_TR("How far it is bent"),
         .help =
             GE_TR("0: the noise square as it is, 1: as G bends it. Between them you see which part of the "
                   "noise goes where."),
         .group = kLooking,
         .kind = Number,
         .defaultText = "1",
         .minimum = 0,
         .maximum = 1},
        layer("layer_arrows", GE_TR("What G feels"),
              GE_TR("Arrows at generated samples: where the gradient of G's loss would move them."), false),
    };
}

} // namespace

std::vector<Setting> planeViewRows()
{
    std::vector<Setting> rows = {
        {.key = "shown_g",
         .label = GE_TR("Generator shown"),
         .help = GE_TR("Whether samples, numbers and the bent square are those of the moving average of G or "
                       "of G itself, as D sees it."),
         .group = kLooking,
         .kind = Choice,
         .defaultText = "ema",
         .choices = {{"ema", GE_TR("moving average"), GE_TR("Calmer and usually better.")},
                     {"raw", GE_TR("G itself"), GE_TR("What D saw last.")}}}};
    for (const auto& more : {dataLayers(), generatorLayers()})
        rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

} // namespace gan
