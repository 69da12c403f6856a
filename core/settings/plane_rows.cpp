#include "core/settings/row_groups.h"
#include "core/weight_edit.h"

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;

std::vector<SettingChoice> activations()
{
    return {
        {"relu", GE_TR("ReLU"), GE_TR("Straight for positive values, 0 for negative ones.")},
        {"leaky_relu", GE_TR("leaky ReLU"), GE_TR("As ReLU, with a slope of 0.2 for negative values.")},
        {"elu", GE_TR("ELU"), GE_TR("Straight for positive values, a soft bend to -1 for negative ones.")},
        {"tanh", GE_TR("tanh"), GE_TR("An S-shaped curve between -1 and 1.")}};
}

Setting activation(const char* key, const char* label, const char* value)
{
    return {.key = key,
            .label = label,
            .help = GE_TR("The function between two layers of this network. Without it the network could "
                          "only stretch, turn and move the plane."),
            .group = kNetworks,
            .kind = Choice,
            .defaultText = value,
            .applies = Restart,
            .choices = activations()};
}

Setting hidden(const char* key, const char* label, const char* help)
{
    return {.key = key,
            .label = label,
            .help = help,
            .group = kNetworks,
            .kind = SettingKind::Layers,
            .defaultText = "64,64",
            .applies = Restart,
            .minimum = 1,
            .maximum = 256,
            .layers = {0, 6}};
}

std::vector<Setting> dataRows()
{
    return {
        {.key = "data",
         .label = GE_TR("Real data"),
         .help = GE_TR("The distribution on the plane that the generator must imitate. It never sees it: it "
                       "only hears from the discriminator."),
         .group = kData,
         .kind = Choice,
         .defaultText = "gaussians",
         .applies = Restart,
         .choices = {{"line", GE_TR("line"), GE_TR("A thin straight line.")},
                     {"gaussians", GE_TR("two Gaussians"), GE_TR("Two hills that nearly touch.")},
                     {"ring", GE_TR("ring"), GE_TR("A closed line: G has to bend its noise around it.")},
                     {"disjoint", GE_TR("three spots"),
                      GE_TR("Three small hills far apart. G easily forgets one of them.")},
                     {"ring8", GE_TR("ring of 8"),
                      GE_TR("Eight small hills on a circle, the usual test of mode collapse.")},
                     {"grid25", GE_TR("grid of 25"), GE_TR("Twenty-five small hills in rows.")},
                     {"spiral", GE_TR("spiral"), GE_TR("Two arms that wind around each other.")},
                     {"moons", GE_TR("two moons"), GE_TR("Two half circles that reach into each other.")},
                     {"checkerboard", GE_TR("checkerboard"),
                      GE_TR("Every second square is full, with sharp edges.")},
                     {"drawn", GE_TR("drawn by hand"), GE_TR("Points that you paint with mouse or pen.")},
                     {"csv", GE_TR("points of a file"), GE_TR("A CSV file with two numbers a line.")},
                     {"picture", GE_TR("a picture"),
                      GE_TR("The darker a part of a picture is, the more points lie there.")}}},
    };
}

std::vector<Setting> pointRows()
{
    return {
        {.key = "data_file",
         .label = GE_TR("Data file"),
         .help = GE_TR("A CSV file with two numbers a line, x and y of a point, or a PNG, JPEG, WebP or BMP "
                       "picture. Real samples are drawn from the points, so there must be some hundreds. "
                       "A run file names the file; it does not hold it."),
         .group = kData,
         .kind = Path,
         .defaultText = "",
         .applies = Restart,
         .visibleWhen = {"data", {"csv", "picture"}},
         .paths = {GE_TR("Points and pictures (*.csv *.txt *.png *.jpg *.jpeg *.webp *.bmp);;All files (*)"),
                   false}},
        {.key = "drawn",
         .label = GE_TR("Drawing"),
         .help =
             GE_TR("Points that you paint. Real samples are drawn from them. They are kept in run files and "
                   "saved runs."),
         .group = kData,
         .kind = Points,
         .defaultText = "",
         .applies = Restart,
         .minimum = 0,
         .maximum = 1,
         .visibleWhen = {"data", {"drawn"}}},
        {.key = "noise_dim",
         .label = GE_TR("Latent size"),
         .help = GE_TR("How many numbers z has. With two, G bends a square into the data, and the bent "
                       "square can be drawn. More give G more room."),
         .group = kData,
         .kind = Integer,
         .defaultText = "2",
         .applies = Restart,
         .minimum = 1,
         .maximum = 16},
    };
}

std::vector<Setting> planeNetworkRows()
{
    return {
        hidden("hidden_d", GE_TR("Hidden layers of D"),
               GE_TR("Widths of the discriminator's hidden layers, first to last, with commas: 64,64. Up to "
                     "six layers of 1 to 256 units, or none.")),
        hidden("hidden_g", GE_TR("Hidden layers of G"),
               GE_TR("Widths of the generator's hidden layers, first to last, with commas: 64,64. Up to six "
                     "layers of 1 to 256 units, or none.")),
        activation("activation_d", GE_TR("Activation of D"), "leaky_relu"),
        {.key = "spectral_norm_d",
         .label = GE_TR("Spectral normalization in D"),
         .help = GE_TR("Divides every matrix of D's weights by its largest singular value, which is how much "
                       "it can stretch a vector at most (Miyato et al. 2018). So D cannot become steep, and "
                       "G gets a gradient even where D is right. D then learns more slowly: give it more "
                       "steps or a higher rate than G."),
         .group = kNetworks,
         .kind = Choice,
         .defaultText = "no",
         .applies = Restart,
         .choices = {{"no", GE_TR("no")}, {"yes", GE_TR("yes")}}},
        activation("activation_g", GE_TR("Activation of G"), "relu"),
        {.key = "output_g",
         .label = GE_TR("Output of G"),
         .help = GE_TR("What G does with the sums of its last layer. With tanh no sample can leave a square, "
                       "as in GAN Lab."),
         .group = kNetworks,
         .kind = Choice,
         .defaultText = "linear",
         .applies = Restart,
         .choices = {{"linear", GE_TR("none"), GE_TR("The sums are the sample.")},
                     {"tanh", GE_TR("tanh"), GE_TR("Each between -1 and 1.")}}},
    };
}

std::vector<Setting> startRows()
{
    return {
        {.key = "coordinates",
         .label = GE_TR("Coordinates"),
         .help = GE_TR("What the networks see of a point. Numbers around 0 of size 1 are easiest to learn."),
         .group = kNetworks,
         .kind = Choice,
         .defaultText = "centered",
         .applies = Restart,
         .choices = {{"centered", GE_TR("centered"),
                      GE_TR("The distance from the middle of the picture, in quarters of its width.")},
                     {"plain", GE_TR("as they are"), GE_TR("As GAN Lab does.")}}},
        {.key = "first_weights",
         .label = GE_TR("First weights"),
         .help = GE_TR("How the weights are drawn at the start. Too small ones let the signal fade from "
                       "layer to layer; too large ones make D sure before it knows anything."),
         .group = kNetworks,
         .kind = Choice,
         .defaultText = "he",
         .applies = Restart,
         .choices = {{"he", GE_TR("normal, He"),
                      GE_TR("Made for ReLU: the deviation is the square root of 2 / inputs.")},
                     {"normal", GE_TR("normal"), GE_TR("The deviation is the square root of 1 / inputs.")},
                     {"uniform", GE_TR("uniform"), GE_TR("PyTorch's own, smaller ones.")}}},
    };
}

/// On what D sees.
std::vector<Setting> remedyRows()
{
    return {
        {.key = "r1",
         .label = GE_TR("R1 penalty"),
         .help =
             GE_TR("How strongly D's slope is held down where the real data is (Mescheder et al. 2018). D "
                   "stays soft there, and the two networks come to rest. 0 switches it off. Where "
                   "D's activation is tanh or ELU, the same seed may then give slightly different numbers on "
                   "another processor."),
         .group = kLoss,
         .kind = Number,
         .defaultText = "1",
         .minimum = 0,
         .maximum = 100},
        {.key = "instance_noise",
         .label = GE_TR("Instance noise"),
         .help = GE_TR("The deviation of noise that is added to every point that D sees, real or generated. "
                       "It makes thin data thick, so that D cannot be quite sure (Sonderby et al. 2017)."),
         .group = kLoss,
         .kind = Number,
         .defaultText = "0.1",
         .minimum = 0,
         .maximum = 2},
        {.key = "instance_noise_end",
         .label = GE_TR("Instance noise until"),
         .help = GE_TR("The noise shrinks evenly and is gone at this iteration. 0: it stays as it is."),
         .group = kLoss,
         .kind = Integer,
         .defaultText = "0",
         .minimum = 0,
         .maximum = 10'000'000,
         .unit = GE_TR("iterations")},
    };
}

std::vector<Setting> smoothingRows()
{
    return {
        {.key = "label_smoothing",
         .label = GE_TR("Target for real"),
         .help = GE_TR("What D shall say of real points. With 0.9 in place of 1 it never becomes quite sure "
                       "(Salimans et al. 2016). Only the two losses whose D is a probability have it."),
         .group = kLoss,
         .kind = Number,
         .defaultText = "1",
         .minimum = 0.5,
         .maximum = 1,
         .visibleWhen = {"loss", {"minimax", "non_saturating"}}},
        {.key = "ema",
         .label = GE_TR("Moving average of G"),
         .help = GE_TR("The share that the averaged generator keeps of itself at each iteration; it forgets "
                       "its start faster. It is calmer and usually better than G itself, which goes on "
                       "learning as before. 0 switches it off."),
         .group = kLoss,
         .kind = Number,
         .defaultText = "0.999",
         .minimum = 0,
         .maximum = 0.9999},
    };
}

/// No row of the panel: the plot of the networks fills it.
std::vector<Setting> handRows()
{
    return {
        {.key = kWeightEdits,
         .label = GE_TR("Weights changed by hand"),
         .help =
             GE_TR("One row for each change: network (0: D, 1: G), layer, unit, input (0: the bias) and the "
                   "new value, counted from 1. A change counts once, when it is made; a row that is taken "
                   "away later brings no weight back."),
         .group = kNetworks,
         .kind = SettingKind::Matrix,
         .defaultText = "none",
         .applies = ByHand,
         .minimum = -kLargestWeight,
         .maximum = kLargestWeight,
         .layers = {0, 0}},
    };
}

} // namespace

std::vector<Setting> planeRows()
{
    std::vector<Setting> rows = dataRows();
    for (const auto& more :
         {pointRows(), planeNetworkRows(), startRows(), remedyRows(), smoothingRows(), handRows()})
        rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

} // namespace gan
