#include "ui/pages/experiments/plane_components.h"

#include "core/text.h"

namespace gan {

namespace {

using enum FlowBox::Layer::Kind;

FlowBox noise()
{
    return {"z",
            GE_TR("noise"),
            GE_TR("Noise: G makes one sample of each z."),
            ColorRole::Plain,
            "z",
            {{Cloud, "z", ColorRole::Plain}},
            {0, 0},
            {0, 0}};
}

FlowBox generator()
{
    return {"G",
            GE_TR("generator"),
            GE_TR("The generator bends a square of z into this shape."),
            ColorRole::Generator,
            "manifold",
            {{Mesh, "manifold", ColorRole::Generator}},
            {1, 0},
            {1, 0}};
}

FlowBox generated()
{
    return {"G(z)",
            GE_TR("generated"),
            GE_TR("Generated samples: what G makes of z."),
            ColorRole::Generated,
            "generated",
            {{Points, "generated", ColorRole::Generated}},
            {2, 0},
            {2, 0}};
}

FlowBox real()
{
    return {"x",
            GE_TR("real"),
            GE_TR("Real samples. D sees them, G never does."),
            ColorRole::Real,
            "real",
            {{Points, "real", ColorRole::Real}},
            {3, 1},
            {2, 2}};
}

FlowBox discriminator()
{
    return {"D",
            GE_TR("discriminator"),
            GE_TR("The discriminator says how real a sample at each place looks."),
            ColorRole::Discriminator,
            "d_plane",
            {{Map, "d_plane", ColorRole::Discriminator}, {Contour, "d_plane", ColorRole::Discriminator}},
            {2, 1},
            {2, 1}};
}

FlowBox verdicts()
{
    return {GE_TR("verdicts"),
            GE_TR("of D"),
            GE_TR("D's answers to real samples, above, and to generated ones, below."),
            ColorRole::Discriminator,
            "verdicts",
            {{Bars, "d_real", ColorRole::Real},
             {Bars, "d_generated", ColorRole::Generated},
             {Bars, "score_real", ColorRole::Real},
             {Bars, "score_generated", ColorRole::Generated}},
            {1, 1},
            {1, 1}};
}

FlowBox gradient()
{
    return {GE_TR("gradient"),
            GE_TR("what G feels"),
            GE_TR("Where samples should go to look more real. G learns from this."),
            ColorRole::Generator,
            "felt",
            {{Points, "generated", ColorRole::Generated, true}, {Arrows, "felt", ColorRole::Generator}},
            {0, 1},
            {0, 1}};
}

} // namespace

FlowSpec planeComponents()
{
    enum Box : std::size_t { Z, G, Generated, Real, D, Verdicts, Gradient };
    return {
        {"components", GE_TR("Components"),
         GE_TR("The two networks and what goes through them. Data goes from z through G to D; what D makes "
               "of it goes back as a gradient, from which both learn. Point at a part to see it alone, "
               "here and in the plane."),
         "", ""},
        {noise(), generator(), generated(), real(), discriminator(), verdicts(), gradient()},
        {{Z, G, ColorRole::Plain},
         {G, Generated, ColorRole::Generated},
         {Generated, D, ColorRole::Generated},
         {Real, D, ColorRole::Real},
         {D, Verdicts, ColorRole::Discriminator},
         {Verdicts, Gradient, ColorRole::Generator, true},
         {Gradient, G, ColorRole::Generator, true},
         {Verdicts, D, ColorRole::Discriminator, true, true}},
        GE_TR("G turns noise into samples. D judges them. Both learn from that.")};
}

} // namespace gan
