#include "core/data/csv_vectors.h"
#include "core/experiments/experiments.h"
#include "core/settings/row_groups.h"
#include "core/settings/setting_rows.h"
#include "core/settings/settings.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

/// As the original program names them: an epoch shows D, or G alone, 20 batches of 5 vectors.
constexpr std::int64_t kBatchesPerEpoch = 20;
constexpr const char* kPrintedStart = "-0.3687 0.954; 0.135 0.6512";

std::optional<Text> matricesAreTwoByTwo(const Settings& settings)
{
    for (const char* key : {"teacher", "start_matrix"}) {
        const Matrix& matrix = settings.matrix(key);
        if (matrix.size() != 2 || matrix.front().size() != 2)
            return Text{
                GE_TR("%1 is a matrix of %2 x %3 numbers; it must have two rows of two numbers, as in 1 0.5; "
                      "1 0.5."),
                {key, std::to_string(matrix.size()), std::to_string(matrix.front().size())}};
    }
    return std::nullopt;
}

std::optional<Text> batchIsInTheData(const Settings& settings)
{
    const std::int64_t batch = settings.integer("batch"), vectors = settings.integer("vectors");
    if (!settings.path("csv").empty() || batch <= vectors)
        return std::nullopt;
    return Text{GE_TR("batch is %1 and vectors is %2: a batch cannot hold more vectors than there are."),
                {std::to_string(batch), std::to_string(vectors)}};
}

/// All of them lie in memory, as do the noise they are made from and what the product needs.
std::optional<Text> vectorsFitIntoMemory(const Settings& settings)
{
    constexpr std::int64_t most = 20'000'000;
    const std::int64_t numbers = settings.integer("vectors") << settings.integer("axes");
    if (!settings.path("csv").empty() || numbers <= most)
        return std::nullopt;
    return Text::counted(
        GE_TR_N("vectors is %1 and axes is %2: that makes %3 numbers; at most %4 are allowed."), numbers,
        {std::to_string(settings.integer("vectors")), std::to_string(settings.integer("axes")),
         std::to_string(numbers), std::to_string(most)});
}

std::optional<Text> pairsHaveATeacher(const Settings& settings)
{
    if (settings.choice("feature_matching") != "paired" || settings.path("csv").empty())
        return std::nullopt;
    return Text{
        GE_TR("feature_matching is paired and csv names a file: only a teacher's vectors have the noise "
              "that they were made from. With a file, mean works.")};
}

/// Vectors of a file have the length that the settings say, and are numbers that differ.
TrainingData readVectors(const Settings& settings)
{
    const std::string& file = settings.path("csv");
    if (file.empty())
        return {};
    auto vectors =
        std::make_shared<const Vectors>(readCsvVectors(file, std::int64_t{1} << settings.integer("axes")));
    Vectors copy = *vectors;
    standardize(copy, file); // throws when they cannot be
    return {.vectors = std::move(vectors)};
}

/// Whether the log has a line for this iteration: a line for ten batches of D alone, for five batches of D
/// and G together, and for each batch of G alone, as the original program printed them.
bool isLogged(const LogMoment& moment, bool learnsD, bool learnsG)
{
    const bool one = moment.settings.choice("batch_per_iteration") == "one";
    const double batches = one ? 1 : std::max(1.0, double(moment.value("steps_d")));
    const double lineAfter = !learnsD ? 1 : learnsG ? 5 : 10;
    return moment.iteration % static_cast<std::int64_t>(std::ceil(lineAfter / batches)) == 0;
}

/// `0m 1s (0 45%) 1.4232714926`: time, epochs done, share of the next one, loss; with both networks the loss
/// of D and that of G.
std::optional<std::string> logLine(const LogMoment& moment)
{
    const bool learnsD = moment.value("steps_d") > 0, learnsG = moment.value("steps_g") > 0;
    if (!isLogged(moment, learnsD, learnsG))
        return std::nullopt;
    const double epochs = double(moment.value("epoch")), done = std::max(0.0, std::ceil(epochs) - 1);
    std::string line = minutesText(moment.seconds);
    line.append(" (").append(fixedText(done, 0)).append(" ");
    line.append(fixedText(100 * (epochs - done), 0)).append("%) ");
    line.append(fixedText(double(moment.value(learnsD ? "loss_d" : "loss_g")), 10));
    if (learnsD && learnsG)
        line.append("   ").append(fixedText(double(moment.value("loss_g")), 6));
    return line;
}

/// D alone for ten epochs, then G alone: an iteration is one update.
std::vector<Stage> separately(std::int64_t updatesOfG)
{
    return {{10 * kBatchesPerEpoch, {{"steps_d", "1"}, {"steps_g", "0"}}},
            {updatesOfG, {{"steps_d", "0"}, {"steps_g", "1"}}}};
}

std::vector<Preset> jointPresets()
{
    return {
        {"defaults",
         GE_TR("Joint, 5:1"),
         GE_TR("Both networks learn from the start, five updates of D for one of G, each on a batch of its "
               "own: "
               "five epochs are 100 updates of D and 20 of G. D's loss falls and G's rises, because D learns "
               "faster."),
         {},
         {{kBatchesPerEpoch}}},
        {"joint_one_batch",
         GE_TR("Joint, five updates on each batch"),
         GE_TR("As the original code does it: D makes five updates on one batch of real vectors, then G one, "
               "500 and 100 in five epochs. In most starts D's loss does not fall, "
               "because G keeps up."),
         {{"batch_per_iteration", "one"}},
         {{5 * kBatchesPerEpoch}}},
        {"joint_bad",
         GE_TR("Joint, a bad start"),
         GE_TR("The same game from an unlucky seed: D finds no way to tell real from generated, its loss "
               "stays at 2 "
               "ln 2, and G hears nothing that it could learn from."),
         {{"seed", "8"}},
         {{kBatchesPerEpoch}}},
    };
}

std::vector<Preset> separatePresets()
{
    const char* whyLittle = GE_TR(
        "D learns alone for ten epochs; then G learns until D believes it half of the time, and the run "
        "pauses when mean D(G(z)) passes 0.5. Train G only a little, so that D cannot tell and still has "
        "something to say.");
    return {
        {"separate",
         GE_TR("Separate: D 10 epochs, then G 1"),
         GE_TR("D learns alone for ten epochs until it knows real from generated, while G waits. Then D is "
               "frozen and G learns for one epoch, 20 updates, which is too short to fool D."),
         {},
         separately(kBatchesPerEpoch)},
        {"little",
         //: a preset: G learns a little after D
         GE_TR("G a little"),
         whyLittle,
         {},
         separately(20 * kBatchesPerEpoch),
         {{PauseCondition::Kind::Crosses, "d_generated", 0.5}}},
        {"original",
         GE_TR("As in the original: gradients never cleared"),
         GE_TR(
             "Separate training from the matrix that was printed, with the original's mistake: G's gradients "
             "add up from update to update, so its steps grow, and after 20 of them D believes everything."),
         {{"clear_gradients", "never_g"}, {"start", "typed"}, {"start_matrix", kPrintedStart}},
         separately(kBatchesPerEpoch)},
        {"momentum",
         GE_TR("Separate, G with momentum"),
         GE_TR(
             "G makes its 20 updates with momentum 0.9 and rate 0.05. It ends above D(x): D takes generated "
             "vectors for more real than the real ones. G has over-trained against a D that stood still."),
         {{"optimizer_g", "momentum"}, {"momentum_g", "0.9"}, {"lr_g", "0.05"}},
         separately(kBatchesPerEpoch)},
    };
}

std::vector<Preset> matchingPresets()
{
    const auto matching = [](const char* kind) {
        return PresetValues{{"feature_matching", kind},
                            {"axes", "3"},
                            {"teacher", "0.7 0.9; 0.1 0.6"},
                            {"start", "random_positive"},
                            {"vectors", "128"},
                            {"batch", "8"},
                            {"steps_d", "3"},
                            {"batch_per_iteration", "one"},
                            {"optimizer_d", "adam"},
                            {"lr_d", "0.03"},
                            {"optimizer_g", "adam"},
                            {"lr_g", "0.003"}};
    };
    const std::vector<Stage> fiftyEpochs = {{50 * 128 / 8}};
    return {
        {"feature_matching", GE_TR("Feature matching"),
         GE_TR("G imitates D's hidden features of the teacher's vectors, made from the same noise. In 50 "
               "epochs "
               "its outputs come to lie like the teacher's."),
         matching("paired"), fiftyEpochs},
        {"feature_matching_mean", GE_TR("Feature matching, means"),
         GE_TR("The usual form: only the means of the features over a batch shall agree, so no noise need be "
               "shared."),
         matching("mean"), fiftyEpochs},
    };
}

std::vector<Preset> presets()
{
    std::vector<Preset> all;
    for (auto part : {jointPresets(), separatePresets(), matchingPresets()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// Of the student's matrix.
MetricColumn entry(const char* key)
{
    return {.key = key,
            .label = key,
            .help = GE_TR("An entry of the student's matrix: its row, then its column.")};
}

std::vector<Setting> settings()
{
    return pickSettings({{"lr_d"},
                         {"lr_g", "0.005"},
                         {"steps_d", "5"},
                         {"steps_g"},
                         {"batch", "5"},
                         {"loss"},
                         {"gradient_penalty"},
                         {"reduction"},
                         {"feature_matching"},
                         {"clear_gradients"},
                         {"axes"},
                         {"csv"},
                         {"teacher"},
                         {"vectors"},
                         {"batch_per_iteration"},
                         {"start"},
                         {"start_matrix"},
                         {"optimizer_d", "momentum"},
                         {"momentum_d"},
                         {"beta1_d"},
                         {"beta2_d"},
                         {"optimizer_g"},
                         {"momentum_g"},
                         {"beta1_g"},
                         {"beta2_g"},
                         {"seed"},
                         {"threads"},
                         {"device"},
                         {"measure_every", "1"}},
                        signalRows());
}

std::vector<MetricColumn> columns()
{
    using enum MetricColumn::Measured;
    return metricColumns(
        {entry("a11"),
         entry("a12"),
         entry("a21"),
         entry("a22"),
         {.key = "epoch",
          .label = GE_TR("epochs"),
          .help = GE_TR(
              "How often every real vector has been shown. When G learns alone, its batches are counted."),
          .decimals = 2},
         {.key = "d_generated",
          .label = GE_TR("mean D(G(z))"),
          .help = GE_TR(
              "Mean answer of D to 500 generated vectors, always of the same noise, after an iteration in "
              "which G has learned. While G is frozen it stays as it was.")},
         {.key = "w1",
          .label = GE_TR("sliced W1"),
          .help =
              GE_TR("Distance of the student's outputs to the real vectors, and beside it that of a perfect "
                    "student. No student does better for long."),
          .kind = MetricColumn::Kind::Distance,
          .good = MetricColumn::Good::Small,
          .measured = OnGrid},
         {.key = "w1_floor",
          .label = GE_TR("perfect student"),
          .help = GE_TR("The distance of two samples of the teacher."),
          .kind = MetricColumn::Kind::Distance,
          .measured = OnGrid}});
}

} // namespace

Experiment signal()
{
    return {
        .id = "signal",
        //: an experiment
        .title = GE_TR("Signal"),
        .summary = GE_TR(
            "A generator with four numbers, a 2x2 matrix, must find vectors like those of a teacher: the "
            "smallest GAN there is."),
        .settings = settings(),
        .view = signalViewRows(),
        .presets = presets(),
        .rules = {someNetworkLearns, matricesAreTwoByTwo, batchIsInTheData, vectorsFitIntoMemory,
                  pairsHaveATeacher},
        .defaultIterations = kBatchesPerEpoch,
        .logLine = logLine,
        .data = {.read = readVectors},
        .columns = columns(),
        .hasSameBits = kernelsComputeAll,
    };
}

} // namespace gan
