#include "core/settings/row_groups.h"

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;

constexpr double kLargestEntry = 10;

/// What G is rewarded for, and how its data reach the networks.
std::vector<Setting> signalLearningRows()
{
    return {
        {.key = "feature_matching",
         .label = GE_TR("G matches features"),
         .help = GE_TR(
             "Instead of D's verdict, G may imitate what D's hidden layer makes of real vectors (Salimans et "
             "al. 2016, section 3.1). It is a quieter signal than the loss, and the loss of G above is then "
             "not used."),
         .group = kLoss,
         .kind = Choice,
         .defaultText = "none",
         .choices =
             {{"none", GE_TR("no"), GE_TR("G learns from its loss.")},
              {"mean", GE_TR("their means"),
               GE_TR("The means of the hidden features over a batch shall agree.")},
              {"paired", GE_TR("vector by vector"),
               GE_TR("Teacher and student get the same noise, and each vector's features shall agree.")}}},
        {.key = "clear_gradients",
         .label = GE_TR("Gradients are cleared"),
         .help = GE_TR(
             "Before each update the old gradient is forgotten. The original program forgot to do so for G: "
             "its gradients add up, and its steps grow from update to update."),
         .group = kLoss,
         .kind = Choice,
         .defaultText = "always",
         .choices = {{"always", GE_TR("before each update"), GE_TR("As it should be.")},
                     {"never_g", GE_TR("never for G"),
                      GE_TR("As in the original program: a classic mistake.")}}},
        {.key = "batch_per_iteration",
         .label = GE_TR("Real vectors of an iteration"),
         .help = GE_TR(
             "Whether each update of D sees a batch of its own, or all updates of an iteration see the same "
             "one. The original program did the latter."),
         .group = kData,
         .kind = Choice,
         .defaultText = "fresh",
         .choices = {{"fresh", GE_TR("a batch for each update"),
                      GE_TR("An epoch shows D every real vector once.")},
                     {"one", GE_TR("one batch for all"),
                      GE_TR("D sees each real vector as often as it makes steps in an iteration.")}}},
    };
}

std::vector<Setting> signalDataRows()
{
    return {
        {.key = "axes",
         //: the number of axes, called k
         .label = GE_TR("Axes k"),
         .help = GE_TR(
             "A vector has n = 2 to the power of k components, seen as a cube of k axes with 2 places each. "
             "G applies its matrix along every axis."),
         .group = kData,
         .kind = Integer,
         .defaultText = "2",
         .applies = Restart,
         .minimum = 1,
         .maximum = 10},
        {.key = "csv",
         .label = GE_TR("Vectors from a file"),
         .help = GE_TR(
             "A CSV file with one real vector a line. Its values are shifted by their mean and divided by "
             "their range; exports undo that. Without a file the teacher makes the real vectors."),
         .group = kData,
         .kind = Path,
         .defaultText = "",
         .applies = Restart,
         .paths = {GE_TR("CSV files (*.csv *.txt);;All files (*)"), false}},
        {.key = "teacher",
         .label = GE_TR("Matrix of the teacher"),
         .help = GE_TR(
             "The real vectors are G's with this matrix: two rows of two numbers, as in 1 0.5; 1 0.5. The "
             "student must find vectors that lie like these."),
         .group = kData,
         .kind = Matrix,
         .defaultText = "1 0.5; 1 0.5",
         .applies = Restart,
         .minimum = -kLargestEntry,
         .maximum = kLargestEntry,
         .visibleWhen = {"csv", {""}}},
        {.key = "vectors",
         .label = GE_TR("Real vectors"),
         .help = GE_TR("How many vectors the teacher makes. They are shuffled anew for each epoch."),
         .group = kData,
         .kind = Integer,
         .defaultText = "100",
         .applies = Restart,
         .minimum = 1,
         .maximum = 100000,
         .scale = SettingScale::Logarithmic,
         .visibleWhen = {"csv", {""}}},
        {.key = "start",
         .label = GE_TR("Start of the student"),
         .help = GE_TR(
             "The matrix that G begins with. With an odd number of axes -A makes -G(z), and a start on the "
             "wrong side of 0 hardly finds its way back."),
         .group = kNetworks,
         .kind = Choice,
         .defaultText = "random",
         .applies = Restart,
         .choices = {{"random", GE_TR("random, -1 to 1"), GE_TR("Drawn from the seed.")},
                     {"random_positive", GE_TR("random, 0 to 1"),
                      GE_TR("Drawn from the seed, none negative.")},
                     //: the matrix is typed by hand
                     {"typed", GE_TR("typed"), GE_TR("The matrix below.")}}},
        {.key = "start_matrix",
         .label = GE_TR("Matrix at the start"),
         .help =
             GE_TR("Two rows of two numbers. The first one given here is the one that the original program "
                   "printed."),
         .group = kNetworks,
         .kind = Matrix,
         .defaultText = "-0.3687 0.954; 0.135 0.6512",
         .applies = Restart,
         .minimum = -kLargestEntry,
         .maximum = kLargestEntry,
         .visibleWhen = {"start", {"typed"}}},
    };
}

} // namespace

std::vector<Setting> signalViewRows()
{
    return {
        {.key = "basis",
         .label = GE_TR("Basis vectors shown"),
         .help = GE_TR(
             "The response of G is shown to vectors with a single 1, at these four places. Places beyond the "
             "last component count on from the first."),
         .group = kLooking,
         .kind = SettingKind::Layers,
         .defaultText = "8,3,6,1",
         .minimum = 1,
         .maximum = 1024},
        {.key = "chance_vectors",
         .label = GE_TR("Vectors of a chance"),
         .help =
             GE_TR("How many real and how many generated vectors D is asked about in each draw of the chance "
                   "table. More of them make the means steadier."),
         .group = kLooking,
         .kind = Integer,
         .defaultText = "5",
         .minimum = 1,
         .maximum = 1000,
         .scale = SettingScale::Logarithmic},
        {.key = "chance_draw",
         .label = GE_TR("Draw of the chances"),
         .help = GE_TR(
             "Another number draws other vectors for the chance table. It changes nothing that is learned."),
         .group = kLooking,
         .kind = Integer,
         .defaultText = "1",
         .minimum = 1,
         .maximum = 1000000},
    };
}

std::vector<Setting> signalRows()
{
    std::vector<Setting> all;
    for (auto part : {signalLearningRows(), signalDataRows()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace gan
