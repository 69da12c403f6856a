#include "ui/pages/common_specs.h"

#include "core/experiment.h"
#include "core/loss.h"

namespace gan {

namespace {

using From = NumberSpec::From;
using Watched = NumberSpec::Watched;
using enum SnapshotItem::Kind;

constexpr int kCalm = 12; ///< points together, of what jumps with each batch

const LossFacts& lossOf(const Settings& settings)
{
    return lossNamed(settings.choice("loss"));
}

/// Two separate sigmoids, or a generator that imitates features: the values of the usual losses say nothing
/// of these.
bool isAnotherGame(const Settings& settings)
{
    const auto is = [&](const char* key, std::string_view value) {
        return settings.experiment().find(key) && settings.choice(key) == value;
    };
    return is("head", "seed_sigmoid") || is("feature_matching", "mean") || is("feature_matching", "paired");
}

/// Losses when generated and real agree. A sum over the batch is so many times larger; two separate sigmoids
/// are another game, which has no such values.
HistoryFrame lossFrame(const Settings& settings)
{
    HistoryFrame frame;
    if (isAnotherGame(settings))
        return frame;
    const bool smooths = settings.experiment().find("label_smoothing");
    const Equilibrium values =
        equilibriumOf(lossOf(settings), smooths ? settings.number("label_smoothing") : 1);
    const double scale = settings.choice("reduction") == "sum" ? double(settings.integer("batch")) : 1;
    for (const auto& value : {values.lossD, values.lossG})
        if (value)
            frame.lines.push_back({*value * scale, GE_TR("at equilibrium")});
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

} // namespace

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

HistorySpec lossOfD()
{
    return {{"loss_d", GE_TR("Loss of D"),
             GE_TR("What the discriminator tries to make small. It falls while D learns to tell real from "
                   "generated, and rises when G gets better."),
             GE_TR("iteration"), GE_TR("loss")},
            {{{"loss_d"}, GE_TR("D"), ColorRole::Discriminator}}};
}

HistorySpec lossOfG()
{
    return {
        {"loss_g", GE_TR("Loss of G"),
         GE_TR("What the generator tries to make small. It falls while D believes more and more of what G "
               "makes, and rises when D gets better."),
         GE_TR("iteration"), GE_TR("loss")},
        {{{"loss_g"}, GE_TR("G"), ColorRole::Generator}}};
}

HistorySpec discriminatorOutputs()
{
    return {
        {"discriminator_outputs", GE_TR("D(x) and D(G(z))"),
         GE_TR(
             "The mean answer of D to real values, and to generated ones before and after D has learnt from "
             "the batch. The gap between the last two is what D has just learnt."),
         GE_TR("iteration"), GE_TR("mean output of D")},
        {{{"d_real"}, GE_TR("D(x)"), ColorRole::Real, false, kCalm},
         {{"d_fake_before"}, GE_TR("D(G(z)) before"), ColorRole::Generated, false, kCalm},
         {{"d_fake_after"}, GE_TR("D(G(z)) after"), ColorRole::Generator, true, kCalm}},
        outputFrame};
}

HistorySpec accuracy()
{
    return {{"accuracy", GE_TR("Accuracy of D"),
             GE_TR("How many values D puts on the right side: the mean of neighbouring iterations, and pale "
                   "from the smallest to the largest. 50 % for both means that D can only guess: the aim of "
                   "the generator."),
             GE_TR("iteration"), GE_TR("correct")},
            {{{"accuracy_real"}, GE_TR("real"), ColorRole::Real, false, kCalm},
             {{"accuracy_fake"}, GE_TR("generated"), ColorRole::Generated, false, kCalm}},
            accuracyFrame,
            true};
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

std::vector<NumberSpec> commonNumbers()
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
         GE_TR("D(G(z)) before"),
         {"d_fake_before"},
         GE_TR("Mean answer of D to generated values before it has learnt from the batch. Low means that D "
               "sees "
               "through G.")},
        {From::Log,
         GE_TR("D(G(z)) after"),
         {"d_fake_after"},
         GE_TR("Mean answer of D to generated values after it has learnt from the batch, when it is G's "
               "turn. G "
               "tries to make it large.")},
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
        {From::Log, GE_TR("gradient of G"), {"grad_norm_g"}, norm, "%1", 3, false, Watched::Gradient}};
}

} // namespace gan
