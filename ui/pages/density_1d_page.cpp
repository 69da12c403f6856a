#include "core/loss.h"
#include "ui/pages/pages.h"

namespace gan {

namespace {

using enum SnapshotItem::Kind;
using From = NumberSpec::From;
using Watched = NumberSpec::Watched;

const LossFacts& lossOf(const Settings& settings)
{
    return lossNamed(settings.choice("loss"));
}

/// Losses when generated and real agree. A sum over the batch is so many times larger; two separate sigmoids
/// are another game, which has no such values.
HistoryFrame lossFrame(const Settings& settings)
{
    HistoryFrame frame;
    if (settings.choice("head") == "seed_sigmoid")
        return frame;
    const LossFacts& facts = lossOf(settings);
    const double scale = settings.choice("reduction") == "sum" ? double(settings.integer("batch")) : 1;
    if (facts.equilibriumD)
        frame.lines.push_back({*facts.equilibriumD * scale, GE_TR("at equilibrium")});
    if (facts.equilibriumG)
        frame.lines.push_back({*facts.equilibriumG * scale, GE_TR("at equilibrium")});
    return frame;
}

HistoryFrame outputFrame(const Settings& settings)
{
    const LossFacts& facts = lossOf(settings);
    HistoryFrame frame;
    if (facts.midpoint)
        frame.lines.push_back({*facts.midpoint, GE_TR("undecided")});
    if (facts.outputIsProbability)
        frame.yRange = Interval{0, 1};
    return frame;
}

HistoryFrame accuracyFrame(const Settings&)
{
    return {{{0.5, GE_TR("guessing")}}, Interval{0, 1}};
}

SnapshotSpec dataDistributions()
{
    return {
        {"data_distributions", GE_TR("Data distributions"),
         GE_TR(
             "Histograms of real and generated values, and what the discriminator makes of each value. The "
             "generator has won when the histograms agree and the discriminator says 0.5 where the data is."),
         GE_TR("x"), GE_TR("density")},
        {{Histogram, "real", GE_TR("real"), ColorRole::Real},
         {Histogram, "generated", GE_TR("generated"), ColorRole::Generated},
         {Curve, "real_density", GE_TR("real density"), ColorRole::Real},
         {Curve, "p_real", GE_TR("D: P(real)"), ColorRole::Discriminator, false, 0.5, GE_TR("P(real)"),
          Interval{0, 1}},
         {Curve, "score", GE_TR("D: score"), ColorRole::Discriminator, false, {}, GE_TR("score of D")}}};
}

SnapshotSpec discriminatorReadout()
{
    return {{"discriminator_readout", GE_TR("Discriminator read-out"),
             GE_TR("How often D gives which answer to real and to generated values. Two spikes at the ends: "
                   "D has won. "
                   "Everything in the middle: D cannot tell them apart."),
             GE_TR("output of D"), GE_TR("density")},
            {{Histogram, "d_real", GE_TR("D(x)"), ColorRole::Real, false, 0.5},
             {Histogram, "d_generated", GE_TR("D(G(z))"), ColorRole::Generated},
             {Histogram, "score_real", GE_TR("score of real"), ColorRole::Real},
             {Histogram, "score_generated", GE_TR("score of generated"), ColorRole::Generated}}};
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

HistorySpec losses()
{
    return {
        {"losses", GE_TR("Losses"),
         GE_TR("What each network tries to make small. In a GAN they need not fall: at the equilibrium each "
               "settles at the dashed line."),
         GE_TR("iteration"), GE_TR("loss")},
        {{{"loss_d"}, GE_TR("D"), ColorRole::Discriminator}, {{"loss_g"}, GE_TR("G"), ColorRole::Generator}},
        lossFrame};
}

HistorySpec discriminatorOutputs()
{
    return {
        {"discriminator_outputs", GE_TR("D(x) and D(G(z))"),
         GE_TR(
             "The mean answer of D to real values, and to generated ones in D's own update and then in G's. "
             "The gap between the last two is what D has just learnt."),
         GE_TR("iteration"), GE_TR("mean output of D")},
        {{{"d_real"}, GE_TR("D(x)"), ColorRole::Real},
         {{"d_fake_before"}, GE_TR("D(G(z))"), ColorRole::Generated},
         {{"d_fake_after"}, GE_TR("G's turn"), ColorRole::Generator}},
        outputFrame};
}

HistorySpec accuracy()
{
    return {{"accuracy", GE_TR("Accuracy of D"),
             GE_TR("How many values D puts on the right side. 50 % on average means that it can only guess: "
                   "the aim of "
                   "the generator."),
             GE_TR("iteration"), GE_TR("correct")},
            {{{"accuracy_real"}, GE_TR("real"), ColorRole::Real},
             {{"accuracy_fake"}, GE_TR("generated"), ColorRole::Generated},
             {{"accuracy_real", "accuracy_fake"}, GE_TR("mean"), ColorRole::Discriminator}},
            accuracyFrame,
            true};
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
    const char* norm =
        GE_TR("Length of the gradient in the last update: near 0, the network has nothing to learn from.");
    return {
        {From::Picture,
         GE_TR("updates of D"),
         {"updates_d"},
         GE_TR("Steps that the discriminator has made. Each looks at one batch of real and one of generated "
               "values."),
         "%1",
         0,
         false,
         Watched::Nothing},
        {From::Picture,
         GE_TR("updates of G"),
         {"updates_g"},
         GE_TR("Steps that the generator has made. Each looks at one batch of generated values and at what D "
               "says of them."),
         "%1",
         0,
         false,
         Watched::Nothing},
        {From::Log,
         GE_TR("D(x)"),
         {"d_real"},
         GE_TR("Mean answer of D to real values. 1 means that D is sure, 0.5 that it cannot tell.")},
        {From::Log,
         GE_TR("D(G(z)), D's turn"),
         {"d_fake_before"},
         GE_TR("Mean answer of D to generated values, before it learns from them. Low means that D sees "
               "through G.")},
        {From::Log,
         GE_TR("D(G(z)), G's turn"),
         {"d_fake_after"},
         GE_TR("Mean answer of D to generated values, after it has learnt, when G learns. G tries to make it "
               "large.")},
        {From::Log,
         GE_TR("correct on real"),
         {"accuracy_real"},
         GE_TR("The share of real values that D calls real. 50 % means that it guesses."),
         "%1",
         0,
         true},
        {From::Log,
         GE_TR("correct on generated"),
         {"accuracy_fake"},
         GE_TR("The share of generated values that D calls generated. 50 % means that it guesses."),
         "%1",
         0,
         true},
        {From::Log,
         GE_TR("loss of D"),
         {"loss_d"},
         GE_TR("The loss in the last update of D. It need not fall: G works against it.")},
        {From::Log,
         GE_TR("loss of G"),
         {"loss_g"},
         GE_TR("The loss in the last update of G. It need not fall: D works against it.")},
        {From::Log, GE_TR("gradient of D"), {"grad_norm_d"}, norm, "%1", 3, false, Watched::Gradient},
        {From::Log, GE_TR("gradient of G"), {"grad_norm_g"}, norm, "%1", 3, false, Watched::Gradient},
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
}

} // namespace

PageSpec density1dPage()
{
    const TabSpec pictures{GE_TR("Pictures"), {dataDistributions(), discriminatorReadout(), generatorMap()}};
    const TabSpec curves{GE_TR("Curves"), {losses(), discriminatorOutputs(), accuracy(), distance()}};
    return {{{{pictures}, 3}, {{curves}, 2}}, numbers()};
}

} // namespace gan
