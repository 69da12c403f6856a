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
        {"feature_matching",
         GE_TR("G matches features"),
         GE_TR(
             "Instead of D's verdict, G may imitate what D's hidden layer makes of real vectors (Salimans et "
             "al. 2016, section 3.1). It is a quieter signal than the loss, and the loss of G above is then "
             "not used."),
         kLoss,
         Choice,
         "none",
         Live,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"none", GE_TR("no"), GE_TR("G learns from its loss.")},
          {"mean", GE_TR("their means"), GE_TR("The means of the hidden features over a batch shall agree.")},
          {"paired", GE_TR("vector by vector"),
           GE_TR("Teacher and student get the same noise, and each vector's features shall agree.")}}},
        {"clear_gradients",
         GE_TR("Gradients are cleared"),
         GE_TR(
             "Before each update the old gradient is forgotten. The original program forgot to do so for G: "
             "its gradients add up, and its steps grow from update to update."),
         kLoss,
         Choice,
         "always",
         Live,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"always", GE_TR("before each update"), GE_TR("As it should be.")},
          {"never_g", GE_TR("never for G"), GE_TR("As in the original program: a classic mistake.")}}},
        {"batch_per_iteration",
         GE_TR("Real vectors of an iteration"),
         GE_TR(
             "Whether each update of D sees a batch of its own, or all updates of an iteration see the same "
             "one. The original program did the latter."),
         kData,
         Choice,
         "fresh",
         Live,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"fresh", GE_TR("a batch for each update"), GE_TR("An epoch shows D every real vector once.")},
          {"one", GE_TR("one batch for all"),
           GE_TR("D sees each real vector as often as it makes steps in an iteration.")}}},
    };
}

std::vector<Setting> signalDataRows()
{
    return {
        {"axes", GE_TR("Axes k"),
         GE_TR(
             "A vector has n = 2 to the power of k components, seen as a cube of k axes with 2 places each. "
             "G applies its matrix along every axis."),
         kData, Integer, "2", Restart, 1, 10},
        {"csv",
         GE_TR("Vectors from a file"),
         GE_TR("A CSV file with one real vector a line. Its values are shifted by their mean and divided by "
               "their range; exports undo that. Without a file the teacher makes the real vectors."),
         kData,
         Path,
         "",
         Restart,
         0,
         0,
         SettingScale::Linear,
         "",
         {},
         {},
         GE_TR("CSV files (*.csv *.txt);;All files (*)")},
        {"teacher",
         GE_TR("Matrix of the teacher"),
         GE_TR("The real vectors are G's with this matrix: two rows of two numbers, as in 1 0.5; 1 0.5. The "
               "student must find vectors that lie like these."),
         kData,
         Matrix,
         "1 0.5; 1 0.5",
         Restart,
         -kLargestEntry,
         kLargestEntry,
         SettingScale::Linear,
         "",
         {},
         {"csv", {""}}},
        {"vectors",
         GE_TR("Real vectors"),
         GE_TR("How many vectors the teacher makes. They are shuffled anew for each epoch."),
         kData,
         Integer,
         "100",
         Restart,
         1,
         100000,
         SettingScale::Logarithmic,
         "",
         {},
         {"csv", {""}}},
        {"start",
         GE_TR("Start of the student"),
         GE_TR("The matrix that G begins with. With an odd number of axes -A makes -G(z), and a start on the "
               "wrong side of 0 hardly finds its way back."),
         kNetworks,
         Choice,
         "random",
         Restart,
         0,
         0,
         SettingScale::Linear,
         "",
         {{"random", GE_TR("random, -1 to 1"), GE_TR("Drawn from the seed.")},
          {"random_positive", GE_TR("random, 0 to 1"), GE_TR("Drawn from the seed, none negative.")},
          {"typed", GE_TR("typed"), GE_TR("The matrix below.")}}},
        {"start_matrix",
         GE_TR("Matrix at the start"),
         GE_TR("Two rows of two numbers. The first one given here is the one that the original program "
               "printed."),
         kNetworks,
         Matrix,
         "-0.3687 0.954; 0.135 0.6512",
         Restart,
         -kLargestEntry,
         kLargestEntry,
         SettingScale::Linear,
         "",
         {},
         {"start", {"typed"}}},
    };
}

std::vector<Setting> signalViewRows()
{
    return {
        {"basis", GE_TR("Basis vectors shown"),
         GE_TR(
             "The response of G is shown to vectors with a single 1, at these four places. Places beyond the "
             "last component count on from the first."),
         kLooking, Layers, "8,3,6,1", View, 1, 1024},
        {"chance_vectors", GE_TR("Vectors of a chance"),
         GE_TR("How many real and how many generated vectors D is asked about in each draw of the chance "
               "table. More of them make the means steadier."),
         kLooking, Integer, "5", View, 1, 1000, SettingScale::Logarithmic},
        {"chance_draw", GE_TR("Draw of the chances"),
         GE_TR(
             "Another number draws other vectors for the chance table. It changes nothing that is learned."),
         kLooking, Integer, "1", View, 1, 1000000},
    };
}

} // namespace

std::vector<Setting> signalRows()
{
    std::vector<Setting> all;
    for (auto part : {signalLearningRows(), signalDataRows(), signalViewRows()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace gan
