#include "core/settings/setting_rows.h"

#include "core/error.h"
#include "core/loss.h"

#include <algorithm>

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;

constexpr const char* kLearning = GE_TR("Learning");
constexpr const char* kLoss = GE_TR("Loss");
constexpr const char* kOptimisers = GE_TR("Optimisers");
constexpr const char* kNetworks = GE_TR("Networks");
constexpr const char* kData = GE_TR("Data and noise");
constexpr const char* kRepeating = GE_TR("Repeating and measuring");

std::vector<SettingChoice> optimiserChoices()
{
    return {
        {"sgd", GE_TR("SGD"), GE_TR("Plain gradient descent: each weight moves against its gradient.")},
        {"momentum", GE_TR("SGD with momentum"),
         GE_TR("Gradient descent that keeps some of its speed from step to step.")},
        {"adam", GE_TR("Adam"),
         GE_TR("Each weight gets a step size of its own, from the gradients it has seen.")},
    };
}

std::vector<SettingChoice> lossChoices()
{
    std::vector<SettingChoice> choices;
    for (const LossFacts& facts : lossTable())
        choices.push_back({facts.key, facts.label, facts.help});
    return choices;
}

std::vector<Setting> learningRows()
{
    return {
        {"lr_d", GE_TR("Learning rate of D"),
         GE_TR("How far the discriminator's weights move in one update. Too large and its loss jumps about; "
               "too small "
               "and it cannot tell the generator where to go. The optimiser keeps its memory when you change "
               "it."),
         kLearning, Number, "0.01", Live, 1e-6, 10, SettingScale::Logarithmic},
        {"lr_g", GE_TR("Learning rate of G"),
         GE_TR("How far the generator's weights move in one update. A generator that outruns the "
               "discriminator chases "
               "a signal that is already out of date."),
         kLearning, Number, "0.001", Live, 1e-6, 10, SettingScale::Logarithmic},
        {"steps_d", GE_TR("Steps of D per iteration"),
         GE_TR(
             "How many updates the discriminator makes in one iteration, each on fresh data. 0 freezes it."),
         kLearning, Integer, "1", Live, 0, 100},
        {"steps_g", GE_TR("Steps of G per iteration"),
         GE_TR("How many updates the generator makes in one iteration, after the discriminator's. 0 freezes "
               "it."),
         kLearning, Integer, "1", Live, 0, 100},
        {"batch", GE_TR("Batch"),
         GE_TR("How many real and how many generated samples each update looks at. Small batches make noisy "
               "gradients; "
               "large ones make slow iterations."),
         kLearning, Integer, "128", Live, 1, 4096, SettingScale::Logarithmic, GE_TR("samples")},
    };
}

std::vector<Setting> lossRows()
{
    return {
        {"loss", GE_TR("Loss"),
         GE_TR("What discriminator and generator are rewarded for. The saturating (minimax) loss and the "
               "non-saturating "
               "one have the same goal, but while D is sure, only the second still tells G where to go."),
         kLoss, Choice, "non_saturating", Live, 0, 0, SettingScale::Linear, "", lossChoices()},
        {"gradient_penalty",
         GE_TR("Gradient penalty"),
         GE_TR("How strongly the critic's slope is pulled towards 1 between real and generated samples. The "
               "paper's "
               "value is 10 (Gulrajani et al. 2017)."),
         kLoss,
         Number,
         "10",
         Live,
         0,
         1000,
         SettingScale::Linear,
         "",
         {},
         {"loss", {"wasserstein_gp"}}},
        {"reduction",
         GE_TR("Over the batch"),
         GE_TR("Whether a loss is the mean or the sum over the batch. The sum makes every gradient as many "
               "times larger "
               "as the batch has samples: a classic mistake that lets D win at once."),
         kLoss,
         Choice,
         "mean",
         Live,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"mean", GE_TR("mean"), GE_TR("The usual choice: the rates do not depend on the batch.")},
          {"sum", GE_TR("sum"), GE_TR("Gradients grow with the batch.")}}},
    };
}

Setting momentumRow(const char* key, const char* label, const char* optimiserKey)
{
    return {key,
            label,
            GE_TR("The share of its last step that the optimiser repeats. 0.9 is the usual value; 0 is plain "
                  "gradient "
                  "descent."),
            kOptimisers,
            Number,
            "0.9",
            Live,
            0,
            0.999,
            SettingScale::Linear,
            "",
            {},
            {optimiserKey, {"momentum"}}};
}

Setting betaRow(const char* key, const char* label, const char* optimiserKey, const char* help,
                const char* text)
{
    return {key,
            label,
            help,
            kOptimisers,
            Number,
            text,
            Live,
            0,
            0.9999,
            SettingScale::Linear,
            "",
            {},
            {optimiserKey, {"adam"}}};
}

std::vector<Setting> optimiserRows()
{
    const char* first =
        GE_TR("How long Adam remembers the direction of past gradients. GANs are often trained with 0.5, "
              "because a long memory makes the two networks swing.");
    const char* second =
        GE_TR("How long Adam remembers the size of past gradients, from which each weight's step "
              "follows. 0.999 is the usual value.");
    const char* help =
        GE_TR("How D's or G's gradients become steps of its weights. A new kind starts without memory, so "
              "it applies with a reset.");
    return {
        {"optimizer_d", GE_TR("Optimiser of D"), help, kOptimisers, Choice, "sgd", Restart, 0, 0,
         SettingScale::Linear, "", optimiserChoices()},
        momentumRow("momentum_d", GE_TR("Momentum of D"), "optimizer_d"),
        betaRow("beta1_d", GE_TR("Adam beta 1 of D"), "optimizer_d", first, "0.5"),
        betaRow("beta2_d", GE_TR("Adam beta 2 of D"), "optimizer_d", second, "0.999"),
        {"optimizer_g", GE_TR("Optimiser of G"), help, kOptimisers, Choice, "sgd", Restart, 0, 0,
         SettingScale::Linear, "", optimiserChoices()},
        momentumRow("momentum_g", GE_TR("Momentum of G"), "optimizer_g"),
        betaRow("beta1_g", GE_TR("Adam beta 1 of G"), "optimizer_g", first, "0.5"),
        betaRow("beta2_g", GE_TR("Adam beta 2 of G"), "optimizer_g", second, "0.999"),
    };
}

std::vector<Setting> networkRows()
{
    return {
        {"head",
         GE_TR("Output of D"),
         GE_TR("How D says what it believes. Two outputs with a softmax and one output with a sigmoid are "
               "the same "
               "thing. Two separate sigmoids, as one printed version has it, leave D blind: both outputs can "
               "say yes."),
         kNetworks,
         Choice,
         "softmax",
         Restart,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"softmax", GE_TR("two, softmax"),
           GE_TR("Outputs for generated and real that share one unit of belief.")},
          {"single", GE_TR("one, sigmoid"), GE_TR("One score; its sigmoid is the probability of real.")},
          {"seed_sigmoid", GE_TR("two sigmoids, as printed"),
           GE_TR("Each output is trained on its own class only, so both learn to say 1.")}}},
        {"hidden_d", GE_TR("Hidden layers of D"),
         GE_TR("Widths of the discriminator's hidden layers, first to last, with commas: 64 or 32,32. One to "
               "four layers "
               "of 1 to 512 units."),
         kNetworks, SettingKind::Layers, "64", Restart, 1, 512},
        {"hidden_g", GE_TR("Hidden layers of G"),
         GE_TR("Widths of the generator's hidden layers, first to last, with commas: 16 or 32,32. One to "
               "four layers of "
               "1 to 512 units."),
         kNetworks, SettingKind::Layers, "16", Restart, 1, 512},
        {"activation",
         GE_TR("Activation"),
         GE_TR("The function between two layers of both networks. Without it a network could only draw "
               "straight lines."),
         kNetworks,
         Choice,
         "elu",
         Restart,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"elu", GE_TR("ELU"), GE_TR("Straight for positive values, a soft bend to -1 for negative ones.")},
          {"relu", GE_TR("ReLU"), GE_TR("Straight for positive values, 0 for negative ones.")},
          {"leaky_relu", GE_TR("leaky ReLU"), GE_TR("As ReLU, with a slope of 0.2 for negative values.")},
          {"tanh", GE_TR("tanh"), GE_TR("An S-shaped curve between -1 and 1.")}}},
    };
}

std::vector<Setting> noiseRows()
{
    return {
        {"noise",
         GE_TR("Noise"),
         GE_TR("The distribution of the latent z that the generator bends into data. What G must learn is "
               "the map from "
               "this distribution to the real one."),
         kData,
         Choice,
         "uniform",
         Restart,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"uniform", GE_TR("uniform on 0 to 1"), GE_TR("Every number between 0 and 1 is equally likely.")},
          {"normal", GE_TR("standard normal"), GE_TR("The bell curve around 0 with standard deviation 1.")}}},
        {"noise_dim", GE_TR("Latent size"),
         GE_TR("How many numbers z has. With one, the generator is a curve that can be drawn; with more, the "
               "picture "
               "follows the first and keeps the others in the middle."),
         kData, Integer, "1", Restart, 1, 64},
    };
}

Setting dataNumber(const char* key, const char* label, const char* help, const char* text, double low,
                   double high, const char* data)
{
    return {key, label,           help, kData, Number, text, Live, low, high, SettingScale::Linear, "",
            {},  {"data", {data}}};
}

std::vector<Setting> dataRows()
{
    const char* where =
        GE_TR("Where the real data lies. You may move it while the networks learn and watch G follow.");
    const char* wide = GE_TR(
        "How wide the real data spreads. A generator that is too narrow has found only the middle of it.");
    return {
        {"data",
         GE_TR("Real data"),
         GE_TR("The distribution that the generator must imitate. It never sees it: it only hears from the "
               "discriminator."),
         kData,
         Choice,
         "normal",
         Live,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"normal", GE_TR("normal"), GE_TR("A bell curve.")},
          {"mixture", GE_TR("mixture of two normals"), GE_TR("Two bell curves; G may forget one of them.")},
          {"uniform", GE_TR("uniform"), GE_TR("Equally likely between two ends.")},
          {"exponential", GE_TR("exponential"), GE_TR("A sharp edge and a long tail.")}}},
        dataNumber("data_mean", GE_TR("Mean"), where, "5", -100, 100, "normal"),
        dataNumber("data_sd", GE_TR("Standard deviation"), wide, "1.5", 0.01, 50, "normal"),
        dataNumber("mixture_mean_1", GE_TR("Mean of the first"), where, "3", -100, 100, "mixture"),
        dataNumber("mixture_sd_1", GE_TR("Deviation of the first"), wide, "0.7", 0.01, 50, "mixture"),
        dataNumber("mixture_mean_2", GE_TR("Mean of the second"), where, "7", -100, 100, "mixture"),
        dataNumber("mixture_sd_2", GE_TR("Deviation of the second"), wide, "0.7", 0.01, 50, "mixture"),
        dataNumber("mixture_share", GE_TR("Share of the first"),
                   GE_TR("Which part of the real data comes from the first bell curve. A small part is "
                         "easily forgotten by "
                         "G: that is mode collapse."),
                   "0.5", 0, 1, "mixture"),
        dataNumber("uniform_low", GE_TR("Lower end"), where, "2", -100, 100, "uniform"),
        dataNumber("uniform_high", GE_TR("Upper end"), where, "8", -100, 100, "uniform"),
        dataNumber("exponential_start", GE_TR("Start"), where, "1", -100, 100, "exponential"),
        dataNumber("exponential_scale", GE_TR("Mean distance from the start"), wide, "2", 0.01, 50,
                   "exponential"),
    };
}

std::vector<Setting> repeatingRows()
{
    return {
        {"seed", GE_TR("Seed"),
         GE_TR("Where all random numbers start: weights, data and noise. The same seed and the same settings "
               "give the "
               "same run, to the last bit, on the same kind of machine."),
         kRepeating, Integer, "1", Restart, 0, 4294967295.0},
        {"threads", GE_TR("Threads"),
         GE_TR("How many processor threads one calculation is spread over. Another number gives slightly "
               "other results, "
               "so it is part of the run. Small networks are fastest with one."),
         kRepeating, Integer, "1", Restart, 1, 64},
        {"device",
         GE_TR("Computed on"),
         GE_TR("Where the networks are computed. Noise and data are drawn on the processor either way, so a "
               "seed means the same numbers, but sums are rounded differently, and so the device is part of "
               "the run. Small networks are fastest on the processor."),
         kRepeating,
         Choice,
         "cpu",
         Restart,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"cpu", GE_TR("processor"), GE_TR("Every computer has one.")},
          {"cuda", GE_TR("graphics card (CUDA)"),
           GE_TR("Needs an NVIDIA graphics card and a LibTorch made for CUDA.")}}},
        {"measure_every", GE_TR("Measure every"),
         GE_TR("Distances to the real data are measured each time the iteration is a multiple of this. Often "
               "means "
               "finer curves and slower training."),
         kRepeating, Integer, "50", Restart, 1, 1000000, SettingScale::Logarithmic, GE_TR("iterations")},
    };
}

} // namespace

const std::vector<Setting>& settingRows()
{
    static const std::vector<Setting> rows = [] {
        std::vector<Setting> all;
        for (auto part : {learningRows(), lossRows(), optimiserRows(), networkRows(), noiseRows(), dataRows(),
                          repeatingRows()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return rows;
}

std::vector<Setting> pickSettings(const std::vector<SettingUse>& uses)
{
    std::vector<Setting> picked;
    for (const SettingUse& use : uses) {
        const auto& rows = settingRows();
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&](const Setting& s) { return std::string_view(s.key) == use.key; });
        if (row == rows.end())
            throw Error(GE_TR("The table of settings has no row %1."), {use.key});
        picked.push_back(*row);
        if (use.defaultText)
            picked.back().defaultText = use.defaultText;
    }
    return picked;
}

} // namespace gan
