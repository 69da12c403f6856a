#include "core/experiments/experiments.h"
#include "core/experiments/plane_columns.h"
#include "core/experiments/plane_points.h"
#include "core/experiments/plane_weights.h"
#include "core/settings/row_groups.h"
#include "core/settings/setting_rows.h"
#include "core/settings/settings.h"
#include "core/weight_edit.h"

namespace gan {

namespace {

std::vector<SettingUse> learning()
{
    return {{"lr_d", "0.001"},    {"lr_g", "0.001"},
            {"steps_d"},          {"steps_g"},
            {"batch", "256"},     {"loss"},
            {"gradient_penalty"}, {"r1"},
            {"instance_noise"},   {"instance_noise_end"},
            {"label_smoothing"},  {"ema"},
            {"reduction"},        {"optimizer_d", "adam"},
            {"momentum_d"},       {"beta1_d", "0.5"},
            {"beta2_d", "0.9"},   {"optimizer_g", "adam"},
            {"momentum_g"},       {"beta1_g", "0.5"},
            {"beta2_g", "0.9"}};
}

std::vector<SettingUse> networks()
{
    return {{"head", "single"}, {"hidden_d"}, {"hidden_g"},      {"activation_d"},  {"spectral_norm_d"},
            {"activation_g"},   {"output_g"}, {"coordinates"},   {"first_weights"}, {"seed"},
            {"threads"},        {"device"},   {"measure_every"}, {kWeightEdits}};
}

/// The data comes first: it is what a hand changes first.
std::vector<Setting> settings()
{
    std::vector<SettingUse> uses = {
        {"data"}, {"data_file"}, {"drawn"}, {"noise", "normal"}, {"noise_dim", "4"}};
    for (const auto& more : {learning(), networks()})
        uses.insert(uses.end(), more.begin(), more.end());
    return pickSettings(uses, planeRows());
}

/// Smoother rates and no noise on the data, for lines that close.
PresetValues calm(const char* data)
{
    return {{"data", data}, {"lr_d", "0.002"}, {"lr_g", "0.0005"}, {"instance_noise", "0"}};
}

/// For many small hills: wide networks, little penalty.
PresetValues wide(const char* data)
{
    return {{"data", data},     {"hidden_d", "128,128"}, {"hidden_g", "128,128"},
            {"noise_dim", "2"}, {"r1", "0.1"},           {"instance_noise", "0"}};
}

/// Neither penalty nor noise nor average.
PresetValues withoutRemedies(PresetValues values)
{
    values.insert(values.end(), {{"r1", "0"}, {"instance_noise", "0"}, {"ema", "0"}});
    return values;
}

/// GAN Lab's networks, rates and batch; plain stochastic gradient descent and no remedy.
PresetValues ganLab(const char* data, const char* noise, const char* hiddenG, const char* hiddenD,
                    const char* stepsD, const char* rateD, const char* rateG)
{
    return withoutRemedies({{"data", data},
                            {"noise", noise},
                            {"noise_dim", "2"},
                            {"hidden_g", hiddenG},
                            {"hidden_d", hiddenD},
                            {"activation_d", "relu"},
                            {"output_g", "tanh"},
                            {"coordinates", "plain"},
                            {"first_weights", "normal"},
                            {"steps_d", stepsD},
                            {"lr_d", rateD},
                            {"lr_g", rateG},
                            {"batch", "150"},
                            {"optimizer_d", "sgd"},
                            {"optimizer_g", "sgd"},
                            {"label_smoothing", "0.95"}});
}

std::vector<Preset> goodPresets()
{
    return {
        {"defaults",
         GE_TR("Two Gaussians"),
         GE_TR("Two hills. A penalty on D's slope and a little noise on what D sees bring both networks to "
               "rest, and the moving average of G is what is shown."),
         {}},
        {"line",
         GE_TR("Line"),
         GE_TR("A thin line. The noise on what D sees makes it thick enough for D to be unsure beside it."),
         {{"data", "line"}}},
        {"ring", GE_TR("Ring"),
         GE_TR("G has to bend its noise around a hole. A fast D and a slow G keep the ring closed."),
         calm("ring")},
        {"disjoint",
         GE_TR("Three spots"),
         GE_TR("Three hills far apart, all of which G finds: with a penalty D's slope reaches from one to "
               "the next."),
         {{"data", "disjoint"}}},
        {"ring8", GE_TR("Ring of 8"),
         GE_TR("Eight small hills. Wide networks and a weak penalty let D be sharp enough for them."),
         wide("ring8")},
        {"grid25", GE_TR("Grid of 25"),
         GE_TR("Twenty-five small hills. It takes some thousand iterations until G stands on most of them."),
         wide("grid25")},
        {"spiral", GE_TR("Spiral"),
         GE_TR("Two arms around each other. G covers both, the thin outer ends last."), wide("spiral")},
        {"moons", GE_TR("Two moons"),
         GE_TR("Two half circles. G splits its noise in two; few samples stay on the way between."),
         calm("moons")},
        {"checkerboard", GE_TR("Checkerboard"),
         GE_TR("Full and empty squares with sharp edges, which a smooth G can only come near to."),
         wide("checkerboard")},
    };
}

std::vector<Preset> ganLabPresets()
{
    return {
        {"ganlab_line", GE_TR("GAN Lab: line"),
         GE_TR("GAN Lab's networks and rates. Often only a part of the line is found."),
         ganLab("line", "uniform", "5,5", "6,6", "2", "0.03", "0.01")},
        {"ganlab_gaussians", GE_TR("GAN Lab: two Gaussians"),
         GE_TR("GAN Lab's start page: its networks and rates. The hills are found, their shares wander."),
         ganLab("gaussians", "normal", "8,8", "8,8", "2", "0.1", "0.03")},
        {"ganlab_ring", GE_TR("GAN Lab: ring"),
         GE_TR(
             "GAN Lab's networks and rates. With some seeds the ring closes, with others it tears: without a "
             "remedy the result depends on the start."),
         ganLab("ring", "uniform", "10,10", "9,9,9", "3", "0.1", "0.03")},
        {"ganlab_disjoint", GE_TR("GAN Lab: three spots"),
         GE_TR("GAN Lab's networks and rates. One or two of the three spots are lost: mode collapse."),
         ganLab("disjoint", "normal", "10,10,10", "11,11,11", "1", "0.1", "0.03")},
    };
}

std::vector<Preset> badPresets()
{
    return {
        {"collapse", GE_TR("Mode collapse"),
         GE_TR(
             "G makes five steps for each of D. All its samples run to the one place that D calls real just "
             "then, and on to another when D has noticed: look at D(G(z)) and at the shares of the hills."),
         withoutRemedies({{"data", "ring8"}, {"noise_dim", "2"}, {"steps_g", "5"}})},
        {"strong_d", GE_TR("D too strong"),
         GE_TR(
             "D makes ten large steps for each of G and is quite sure at once: the line is thin. G's minimax "
             "loss is flat there, so its gradient is near 0 and G stays where it is. D has won, and nobody "
             "learns."),
         withoutRemedies({{"data", "line"},
                          {"loss", "minimax"},
                          {"steps_d", "10"},
                          {"lr_d", "0.01"},
                          {"optimizer_g", "sgd"}})},
        {"oscillation", GE_TR("Oscillation"),
         GE_TR("Momentum carries both networks past the point where they should meet, so G runs around the "
               "data without coming to rest. A penalty on D's slope would brake it."),
         withoutRemedies({{"beta1_d", "0.9"}, {"beta1_g", "0.9"}, {"lr_d", "0.003"}, {"lr_g", "0.003"}})},
    };
}

std::vector<Preset> remedyPresets()
{
    return {{"ring8_spectral",
             GE_TR("Ring of 8, spectral normalization"),
             GE_TR("No penalty: every matrix of D is divided by its largest singular value, so D stays soft "
                   "by itself. "
                   "It then needs more and larger steps than G."),
             {{"data", "ring8"},
              {"hidden_d", "128,128"},
              {"hidden_g", "128,128"},
              {"noise_dim", "2"},
              {"r1", "0"},
              {"instance_noise", "0"},
              {"spectral_norm_d", "yes"},
              {"steps_d", "5"},
              {"lr_d", "0.005"}}}};
}

std::vector<Preset> presets()
{
    std::vector<Preset> all = goodPresets();
    for (const auto& more : {remedyPresets(), ganLabPresets(), badPresets()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

bool kernelsComputePlane(const Settings& settings)
{
    const std::string& activation = settings.choice("activation_d");
    return kernelsComputeAll(settings) &&
           (settings.number("r1") == 0 || activation == "relu" || activation == "leaky_relu");
}

} // namespace

Experiment plane2d()
{
    return {
        .id = "plane-2d",
        .title = GE_TR("2-D plane"),
        .summary = GE_TR("A generator bends noise into a shape on the plane while a discriminator, drawn as "
                         "a colored map, tells it what still looks wrong."),
        .settings = settings(),
        .view = planeViewRows(),
        .presets = presets(),
        .rules = {someNetworkLearns, sigmoidsHaveProbabilities, weightsExist},
        .defaultIterations = 5000,
        .logLine = lossesLine,
        .data = {.read = readPlanePoints, .darkPicture = planePicture},
        .columns = planeColumns(),
        .hasSameBits = kernelsComputePlane,
    };
}

} // namespace gan
