#include "core/experiments/experiments.h"
#include "core/settings/row_groups.h"
#include "core/settings/setting_rows.h"
#include "core/settings/settings.h"

namespace gan {

namespace {

std::optional<Text> uniformHasWidth(const Settings& settings)
{
    if (settings.choice("data") != "uniform" ||
        settings.number("uniform_low") < settings.number("uniform_high"))
        return std::nullopt;
    return Text{GE_TR("uniform_low is %1 and uniform_high is %2: the lower end must be below the upper end."),
                {numberText(settings.number("uniform_low")), numberText(settings.number("uniform_high"))}};
}

PresetValues twoHills()
{
    return {{"data", "mixture"}, {"mixture_mean_1", "2"}, {"mixture_mean_2", "8"}};
}

PresetValues criticOfTwoHills()
{
    PresetValues values = twoHills();
    values.insert(values.end(), {{"loss", "wasserstein_gp"},
                                 {"gradient_penalty", "1"},
                                 {"optimizer_d", "adam"},
                                 {"optimizer_g", "adam"},
                                 {"lr_d", "0.003"},
                                 {"lr_g", "0.003"},
                                 {"hidden_d", "32,32"},
                                 {"hidden_g", "32,32"}});
    return values;
}

std::vector<Setting> settings()
{
    return pickSettings({{"lr_d"},
                         {"lr_g"},
                         {"steps_d", "5"},
                         {"steps_g"},
                         {"batch"},
                         {"loss"},
                         {"gradient_penalty"},
                         {"reduction"},
                         {"optimizer_d"},
                         {"momentum_d"},
                         {"beta1_d"},
                         {"beta2_d"},
                         {"optimizer_g"},
                         {"momentum_g"},
                         {"beta1_g"},
                         {"beta2_g"},
                         {"head"},
                         {"hidden_d"},
                         {"hidden_g"},
                         {"activation"},
                         {"data"},
                         {"data_mean"},
                         {"data_sd"},
                         {"mixture_mean_1"},
                         {"mixture_sd_1"},
                         {"mixture_mean_2"},
                         {"mixture_sd_2"},
                         {"mixture_share"},
                         {"uniform_low"},
                         {"uniform_high"},
                         {"exponential_start"},
                         {"exponential_scale"},
                         {"noise"},
                         {"noise_dim"},
                         {"seed"},
                         {"threads"},
                         {"device"},
                         {"measure_every"}},
                        densityRows());
}

std::vector<Preset> presets()
{
    return {
        {"defaults",
         GE_TR("As in the notebook"),
         GE_TR("The course notebook's numbers: a discriminator made stronger on purpose, five steps of "
               "it for one "
               "of the generator."),
         {}},
        {"blind",
         GE_TR("D is blind, as printed"),
         GE_TR("One printed version gives D two separate sigmoids. Both learn to say yes, so real and "
               "generated "
               "alike are called real, and G learns nothing."),
         {{"head", "seed_sigmoid"}}},
        {"sum",
         GE_TR("Sum instead of mean"),
         GE_TR("The losses are summed over the batch, so every gradient is 128 times larger than the "
               "rates were "
               "chosen for. D swings between calling everything real and everything generated, or the "
               "numbers "
               "leave all bounds and the run stops. With both rates a hundred times smaller it learns "
               "again."),
         {{"reduction", "sum"}}},
        {"saturating",
         GE_TR("Saturating loss"),
         GE_TR("G minimizes log(1 - D(G(z))). While D is sure, that curve is flat: D(G(z)) stays near 0 "
               "and G "
               "hardly moves for the first thousand iterations."),
         {{"loss", "minimax"}}},
        {"collapse", GE_TR("Two hills, G finds one"),
         GE_TR("The real values lie on two hills, around 2 and around 8. Within 200 iterations G covers "
               "the "
               "nearer one and stays there: D only tells G what looks wrong where G is. This is mode "
               "collapse."),
         twoHills()},
        {"wasserstein", GE_TR("Two hills, Wasserstein critic"),
         GE_TR("The same two hills. The critic's score has a slope nearly everywhere, so it pulls G to "
               "both: "
               "within 1000 iterations the distance W1 falls below 1, where the other loss leaves 3. Adam, "
               "smaller rates and a gradient penalty keep it steady."),
         criticOfTwoHills()},
    };
}

std::vector<MetricColumn> columns()
{
    using enum MetricColumn::Measured;
    return metricColumns(
        {{.key = "generated_mean",
          .label = GE_TR("generated mean"),
          .help = GE_TR("Mean of the generated values. The aim is the mean of the real data."),
          .measured = OnGrid,
          .decimals = 2},
         {.key = "generated_sd",
          .label = GE_TR("generated deviation"),
          .help = GE_TR(
              "Standard deviation of the generated values. Too small a one means that G has found only the "
              "middle of the data."),
          .measured = OnGrid,
          .decimals = 2},
         {.key = "w1",
          .label = GE_TR("W1"),
          .help = GE_TR("Distance of the generated values to the real ones, and beside it that of a perfect "
                        "generator. No generator does better for long."),
          .kind = MetricColumn::Kind::Distance,
          .good = MetricColumn::Good::Small,
          .measured = OnGrid,
          .decimals = 2},
         {.key = "w1_floor",
          .label = GE_TR("perfect generator"),
          .help = GE_TR("The distance of two samples of the real data."),
          .kind = MetricColumn::Kind::Distance,
          .measured = OnGrid,
          .decimals = 2}});
}

} // namespace

Experiment density1d()
{
    return {
        .id = "density-1d",
        .title = GE_TR("1-D density"),
        .summary = GE_TR(
            "A generator bends noise into a normal distribution while a discriminator tells it what still "
            "looks "
            "wrong."),
        .settings = settings(),
        .presets = presets(),
        .rules = {someNetworkLearns, uniformHasWidth, sigmoidsHaveProbabilities},
        .defaultIterations = 10000,
        .logLine = lossesLine,
        .columns = columns(),
        .hasSameBits = kernelsComputeAll,
    };
}

} // namespace gan
