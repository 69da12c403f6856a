#include "core/experiments/experiments.h"
#include "core/settings/row_groups.h"
#include "core/settings/setting_rows.h"
#include "core/settings/settings.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

/// Where Debian's python3-skimage puts its 200 small pictures.
constexpr const char* kLfwFile = "/usr/lib/python3/dist-packages/skimage/data/lfw_subset.npy";

std::vector<Setting> facesRows()
{
    std::vector<Setting> rows = pickSettings({{"lr_d", "0.0005"},
                                              {"lr_g", "0.0005"},
                                              {"steps_d"},
                                              {"steps_g"},
                                              {"batch", "64"},
                                              {"loss"},
                                              {"gradient_penalty"},
                                              {"reduction"},
                                              {"optimizer_d", "adam"},
                                              {"momentum_d"},
                                              {"beta1_d"},
                                              {"beta2_d"},
                                              {"optimizer_g", "adam"},
                                              {"momentum_g"},
                                              {"beta1_g"},
                                              {"beta2_g"},
                                              {"seed"},
                                              {"threads", "2"},
                                              {"device"},
                                              {"measure_every"}});
    const std::vector<Setting> own = pictureRows();
    const auto last = std::find_if(rows.begin(), rows.end(),
                                   [](const Setting& row) { return std::string_view(row.key) == "seed"; });
    rows.insert(last, own.begin(), own.end());
    return rows;
}

/// Everything that belongs to a group stands together, in the order in which the groups first appear.
std::vector<Setting> byGroup(std::vector<Setting> rows)
{
    std::vector<Setting> sorted;
    while (!rows.empty()) {
        const std::string_view group = rows.front().group;
        const auto rest = std::stable_partition(rows.begin(), rows.end(),
                                                [&](const Setting& row) { return row.group == group; });
        sorted.insert(sorted.end(), rows.begin(), rest);
        rows.erase(rows.begin(), rest);
    }
    return sorted;
}

std::vector<Preset> presets()
{
    return {
        {"two_minutes",
         //: a preset, named by how long it takes
         GE_TR("Two minutes"),
         GE_TR(
             "Small networks and small pictures: within a minute on two processor cores there are faces with "
             "hair, eyes, a mouth and skin of their own, and they go on getting better in the second one."),
         {}},
        {"larger",
         GE_TR("64 pixels"),
         GE_TR("Pictures of 64 by 64 pixels with networks narrow enough for a processor. Each iteration "
               "takes about one and a half times as long and shows D half as many pictures."),
         {{"side", "64"}, {"width", "24"}, {"batch", "32"}}},
        {"dcgan_2015",
         GE_TR("DCGAN 2015"),
         GE_TR("The numbers of the public recipe (Radford et al. 2015): wide networks, large batches, "
               "BatchNorm in both, no smoothing and no average. Made for graphics cards: on a processor an "
               "iteration takes many seconds."),
         {{"side", "64"},
          {"width", "64"},
          {"latent", "100"},
          {"batch", "128"},
          {"lr_d", "0.0002"},
          {"lr_g", "0.0002"},
          {"batchnorm_d", "yes"},
          {"label_smoothing", "1"},
          {"flip", "no"},
          {"ema", "0"}}},
        {"few_pictures",
         GE_TR("Few pictures"),
         GE_TR(
             "Only 256 faces to learn from. DiffAugment changes every picture that D sees, so that D cannot "
             "learn them by heart; switch it off and watch D become sure and G stop improving."),
         {{"drawn_count", "256"},
          {"augment_translation", "yes"},
          {"augment_color", "yes"},
          {"augment_cutout", "yes"}}},
        {.id = "lfw",
         .label = GE_TR("100 photographs"),
         .why = GE_TR("The 100 small patches of photographs that come with scikit-image, rough and few: an "
                      "honest lesson "
                      "in too little data."),
         .values = {{"data", kLfwFile},
                    {"augment_translation", "yes"},
                    {"augment_color", "yes"},
                    {"augment_cutout", "yes"}},
         .needs = kLfwFile},
    };
}

std::string decimals(const LogMoment& moment, const char* column)
{
    return fixedText(moment.value(column), 4);
}

/// "2" and "49/116": the epoch, and how many of its batches D has learned from.
std::string epochText(const LogMoment& moment)
{
    const double epoch = moment.value("epoch"), pictures = moment.value("pictures");
    const auto batch = static_cast<double>(moment.settings.integer("batch"));
    const double whole = std::floor(epoch), batches = pictures / batch;
    std::string text = "[";
    text += fixedText(whole, 0) + "][" + fixedText(std::floor((epoch - whole) * batches + 0.01), 0);
    return text + "/" + fixedText(std::ceil(batches), 0) + "]";
}

/// The public DCGAN recipe's line every 50 iterations, with two differences: a run that is open has no total
/// of epochs to name, and the two D(G(z)) have names, because readers took the "/" between them for a
/// division.
std::optional<std::string> recipeLine(const LogMoment& moment)
{
    if (moment.iteration % 50 != 0)
        return std::nullopt;
    return epochText(moment) + " Loss_D: " + decimals(moment, "loss_d") +
           " Loss_G: " + decimals(moment, "loss_g") + " D(x): " + decimals(moment, "d_real") +
           " D(G(z)) before: " + decimals(moment, "d_fake_before") +
           ", after: " + decimals(moment, "d_fake_after");
}

std::vector<MetricColumn> columns()
{
    return metricColumns(
        {{.key = "epoch",
          .label = GE_TR("epochs"),
          .help =
              GE_TR("How often D has seen every picture by now. A part of an epoch counts as such a part."),
          .kind = MetricColumn::Kind::Count,
          .decimals = 1},
         {.key = "pictures",
          .label = GE_TR("pictures"),
          .help = GE_TR("How many pictures D learns from. A tenth of all is held out and not among them."),
          .kind = MetricColumn::Kind::Count,
          .decimals = 0}});
}

} // namespace

Experiment faces()
{
    return {.id = "faces",
            .title = GE_TR("Faces"),
            .summary = GE_TR(
                "A generator learns to draw faces from nothing but a convolutional discriminator's opinion "
                "of them."),
            .settings = byGroup(facesRows()),
            .view = pictureViewRows(),
            .presets = presets(),
            .rules = {someNetworkLearns},
            .defaultIterations = 1000,
            .logLine = recipeLine,
            .data = {.isPictures = true},
            .columns = columns()};
}

} // namespace gan
