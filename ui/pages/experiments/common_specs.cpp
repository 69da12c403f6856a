#include "ui/pages/experiments/common_specs.h"

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

Watched watchedAs(MetricColumn::Kind kind)
{
    switch (kind) {
    case MetricColumn::Kind::Count:
        return Watched::Nothing;
    case MetricColumn::Kind::Gradient:
        return Watched::Gradient;
    case MetricColumn::Kind::Distance:
        return Watched::Distance;
    case MetricColumn::Kind::Value:
    case MetricColumn::Kind::Share:
        break;
    }
    return Watched::Value;
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

HistorySeries curveOf(const Experiment& experiment, const char* column, ColorRole color, bool dashed,
                      int pointsTogether)
{
    return {{column}, experiment.column(column).legendText(), color, dashed, pointsTogether};
}

NumberSpec numberOf(const Experiment& experiment, const char* column, NumberSpec::From from)
{
    const MetricColumn& row = experiment.column(column);
    return {from,
            row.label,
            {column},
            row.help,
            "%1",
            row.decimals,
            row.kind == MetricColumn::Kind::Share,
            watchedAs(row.kind)};
}

NumberSpec distanceOf(const Experiment& experiment, const char* column, const char* floor)
{
    NumberSpec number = numberOf(experiment, column, From::Picture);
    number.names.push_back(floor);
    number.pattern = GE_TR("%1 (perfect %2)");
    return number;
}

HistorySpec losses(const Experiment& experiment)
{
    return {
        {"losses", GE_TR("Losses"),
         GE_TR("What each network tries to make small. In a GAN they need not fall: at the equilibrium each "
               "settles at the dashed line."),
         GE_TR("iteration"), GE_TR("loss")},
        {curveOf(experiment, "loss_d", ColorRole::Discriminator),
         curveOf(experiment, "loss_g", ColorRole::Generator)},
        lossFrame};
}

HistorySpec lossOfD(const Experiment& experiment)
{
    return {{"loss_d", GE_TR("Loss of D"),
             GE_TR("What the discriminator tries to make small. It falls while D learns to tell real from "
                   "generated, and rises when G gets better."),
             GE_TR("iteration"), GE_TR("loss")},
            {curveOf(experiment, "loss_d", ColorRole::Discriminator)}};
}

HistorySpec lossOfG(const Experiment& experiment)
{
    return {
        {"loss_g", GE_TR("Loss of G"),
         GE_TR("What the generator tries to make small. It falls while D believes more and more of what G "
               "makes, and rises when D gets better."),
         GE_TR("iteration"), GE_TR("loss")},
        {curveOf(experiment, "loss_g", ColorRole::Generator)}};
}

HistorySpec discriminatorOutputs(const Experiment& experiment)
{
    return {
        {"discriminator_outputs", GE_TR("D(x) and D(G(z))"),
         GE_TR(
             "The mean answer of D to real values, and to generated ones before and after D has learned from "
             "the batch. The gap between the last two is what D has just learned."),
         GE_TR("iteration"), GE_TR("mean output of D")},
        {curveOf(experiment, "d_real", ColorRole::Real, false, kCalm),
         curveOf(experiment, "d_fake_before", ColorRole::Generated, false, kCalm),
         curveOf(experiment, "d_fake_after", ColorRole::Generator, true, kCalm)},
        outputFrame};
}

HistorySpec accuracy(const Experiment& experiment)
{
    return {{"accuracy", GE_TR("Accuracy of D"),
             GE_TR("How many values D puts on the right side: the mean of neighboring iterations, and pale "
                   "from the smallest to the largest. 50 % for both means that D can only guess: the aim of "
                   "the generator."),
             GE_TR("iteration"), GE_TR("correct")},
            {curveOf(experiment, "accuracy_real", ColorRole::Real, false, kCalm),
             curveOf(experiment, "accuracy_fake", ColorRole::Generated, false, kCalm)},
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

std::vector<NumberSpec> commonNumbers(const Experiment& experiment)
{
    std::vector<NumberSpec> numbers = {
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
         Watched::Nothing}};
    for (const char* column : {"d_real", "d_fake_before", "d_fake_after", "accuracy_real", "accuracy_fake",
                               "loss_d", "loss_g", "grad_norm_d", "grad_norm_g"})
        numbers.push_back(numberOf(experiment, column));
    return numbers;
}

} // namespace gan
