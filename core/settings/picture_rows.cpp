#include "core/settings/row_groups.h"

namespace gan {

namespace {

using enum SettingKind;
using enum SettingApplies;
using enum SettingScale;

std::vector<SettingChoice> noOrYes()
{
    //: an answer
    return {{"no", GE_TR("no")}, {"yes", GE_TR("yes")}};
}

Setting choice(const char* key, const char* label, const char* help, const char* group, const char* text,
               SettingApplies applies, std::vector<SettingChoice> choices)
{
    return {.key = key,
            .label = label,
            .help = help,
            .group = group,
            .kind = Choice,
            .defaultText = text,
            .applies = applies,
            .choices = std::move(choices)};
}

Setting ofDrawn(Setting row)
{
    row.visibleWhen = {"data", {""}};
    return row;
}

Setting folderOrArray(Setting row)
{
    row.paths.filter = GE_TR("NumPy arrays (*.npy);;All files (*)");
    row.paths.orFolder = true;
    return row;
}

std::vector<Setting> dataRows()
{
    return {
        folderOrArray(
            {.key = "data",
             .label = GE_TR("Pictures"),
             .help = GE_TR(
                 "A folder of pictures or a .npy file to learn from. Without one the program draws faces "
                 "itself. Pictures are cut to a square from their middle; a tenth of them is held out."),
             .group = kPictures,
             .kind = Path,
             .defaultText = "",
             .applies = Restart,
             .choices = {{"", GE_TR("drawn faces")}}}),
        //: of pictures, in pixels
        choice("side", GE_TR("Size"),
               GE_TR("The width and height of the pictures that the networks see. 64 pixels take about three "
                     "times as long a picture as 32."),
               kPictures, "32", Restart,
               {{"32", GE_TR("32 x 32 pixels"), GE_TR("Faces within a minute or two.")},
                {"64", GE_TR("64 x 64 pixels"),
                 GE_TR("Sharper faces, slower training. A base width of 24 is recommended.")}}),
        ofDrawn({.key = "drawn_count",
                 .label = GE_TR("Faces drawn"),
                 .help = GE_TR(
                     "How many faces the program draws. With few of them D soon knows each by heart, and "
                     "G hears nothing useful any more."),
                 .group = kPictures,
                 .kind = Integer,
                 .defaultText = "4096",
                 .applies = Restart,
                 .minimum = 64,
                 .maximum = 200000,
                 .scale = Logarithmic,
                 .unit = GE_TR("pictures")}),
        ofDrawn({.key = "drawn_seed",
                 .label = GE_TR("Seed of the faces"),
                 .help = GE_TR(
                     "Where the random numbers of the drawn faces start. Another seed draws other people; "
                     "it is not the seed of the networks."),
                 .group = kPictures,
                 .kind = Integer,
                 .defaultText = "1",
                 .applies = Restart,
                 .minimum = 0,
                 .maximum = 4294967295.0}),
        ofDrawn(choice("drawn_backgrounds", GE_TR("Backgrounds"),
                       GE_TR("What is behind the drawn faces. Bright random backgrounds carry no meaning, "
                             "and still G must learn them: it takes about twice as long."),
                       kPictures, "plain", Restart,
                       //: backgrounds of drawn faces
                       {{"plain", GE_TR("plain"), GE_TR("A few muted backdrops.")},
                        {"random", GE_TR("random"), GE_TR("Any color.")}})),
        ofDrawn(choice("drawn_pose", GE_TR("Pose"),
                       GE_TR("Whether the drawn heads turn and tilt. Heads that all look straight ahead are "
                             "learned sooner."),
                       kPictures, "varied", Restart,
                       //: poses of drawn heads
                       {{"varied", GE_TR("varied"), GE_TR("Heads turn, tilt and move a little.")},
                        {"fixed", GE_TR("fixed"), GE_TR("All look straight ahead.")}})),
        ofDrawn(
            {.key = "drawn_glasses",
             .label = GE_TR("Share with glasses"),
             .help = GE_TR("Which part of the drawn faces wears glasses. What is rare is what a generator "
                           "forgets first."),
             .group = kPictures,
             .kind = Number,
             .defaultText = "0.3",
             .applies = Restart,
             .minimum = 0,
             .maximum = 1}),
    };
}

std::vector<Setting> convolutionRows()
{
    return {
        {.key = "width",
         .label = GE_TR("Base width"),
         .help = GE_TR(
             "How many channels both networks have at half of the pictures' side; towards 4x4 places they "
             "double at each step. Twice the width is about three times the work."),
         .group = kNetworks,
         .kind = Integer,
         .defaultText = "32",
         .applies = Restart,
         .minimum = 4,
         .maximum = 128,
         .scale = Logarithmic,
         .unit = GE_TR("channels")},
        {.key = "latent",
         .label = GE_TR("Latent size"),
         .help = GE_TR(
             "How many normal random numbers G makes a face of. Each face is a place in a space of so many "
             "dimensions."),
         .group = kNetworks,
         .kind = Integer,
         .defaultText = "64",
         .applies = Restart,
         .minimum = 2,
         .maximum = 512,
         .scale = Logarithmic},
        choice("batchnorm_d", GE_TR("BatchNorm in D"),
               GE_TR("Whether D normalizes each channel over the batch, as the DCGAN paper has it. D's "
                     "verdict on a picture then depends on the other pictures beside it. G always "
                     "normalizes."),
               kNetworks, "no", Restart, noOrYes()),
    };
}

std::vector<Setting> regularityRows()
{
    return {
        {.key = "label_smoothing",
         .label = GE_TR("Target for real"),
         .help = GE_TR(
             "What D shall say of real pictures. With 0.9 in place of 1 it never becomes quite sure, and G "
             "hears more (Salimans et al. 2016). Only the two losses whose D is a probability have it."),
         .group = kLearning,
         .kind = Number,
         .defaultText = "0.9",
         .minimum = 0.5,
         .maximum = 1,
         .visibleWhen = {"loss", {"minimax", "non_saturating"}}},
        //: a verb: pictures are turned left to right
        choice("flip", GE_TR("Mirror"),
               GE_TR("Whether each real picture is shown to D mirrored half of the time. That doubles the "
                     "data for nothing, as long as left and right do not matter."),
               kLearning, "yes", Live, noOrYes()),
        choice("augment_translation", GE_TR("DiffAugment: shift"),
               GE_TR("Shifts every picture that D sees, real or generated, by up to an eighth of its side. "
                     "Helps when there are under about 1000 pictures (Zhao et al. 2020)."),
               kLearning, "no", Live, noOrYes()),
        choice("augment_color", GE_TR("DiffAugment: color"),
               GE_TR("Changes brightness, saturation and contrast of every picture that D sees, real or "
                     "generated. Helps when there are few pictures."),
               kLearning, "no", Live, noOrYes()),
        choice("augment_cutout", GE_TR("DiffAugment: cut-out"),
               GE_TR("Covers a square of every picture that D sees, real or generated, with gray. Helps when "
                     "there are few pictures."),
               kLearning, "no", Live, noOrYes()),
        {.key = "ema",
         .label = GE_TR("Moving average of G"),
         .help =
             GE_TR("The share that the averaged generator keeps of itself at each iteration; it forgets its "
                   "start faster. Its faces are calmer and usually better than those of G itself. 0 switches "
                   "it off."),
         .group = kLearning,
         .kind = Number,
         .defaultText = "0.999",
         .minimum = 0,
         .maximum = 0.9999},
    };
}

Setting faceRow(const char* key, const char* label, const char* help)
{
    return {.key = key,
            .label = label,
            .help = help,
            .group = kLooking,
            .kind = Integer,
            .defaultText = "-1",
            .minimum = -1,
            .maximum = 63};
}

Setting directionRow(const char* key, const char* label)
{
    return {.key = key,
            .label = label,
            .help = GE_TR("Moves the chosen face along a direction of the latent space that the seed has "
                          "drawn. 3 turns it by half a right angle."),
            .group = kLooking,
            .kind = Number,
            .defaultText = "0",
            .minimum = -3,
            .maximum = 3};
}

} // namespace

std::vector<Setting> pictureViewRows()
{
    return {
        choice("shown_g", GE_TR("Shown generator"),
               GE_TR("Which generator draws the faces that are shown: the moving average, or G as it is at "
                     "this iteration. Training is the same."),
               kLooking, "ema", Live,
               {{"ema", GE_TR("moving average"), GE_TR("Calmer and usually better.")},
                {"raw", GE_TR("G itself"), GE_TR("What D saw last.")}}),
        choice("frames", GE_TR("Frames by D's verdict"),
               GE_TR("Whether each face has a frame that says what D takes it for: blue for real, orange for "
                     "generated. A frame is D's opinion, not a measure of quality."),
               kLooking, "no", Live, noOrYes()),
        faceRow("face", GE_TR("Chosen face"),
                GE_TR("The place in the grid of the face that is shown large, counted from 0; -1 for none.")),
        faceRow("face_to", GE_TR("Second face"),
                GE_TR("The place in the grid of the face to which the chosen one is carried over step by "
                      "step; -1 for none.")),
        directionRow("direction_1", GE_TR("Direction 1")),
        directionRow("direction_2", GE_TR("Direction 2")),
        directionRow("direction_3", GE_TR("Direction 3")),
        {.key = "grid_draw",
         .label = GE_TR("Fresh faces"),
         .help = GE_TR(
             "The number of a second grid, made from z that no other number has; 0 for no second grid."),
         .group = kLooking,
         .kind = Integer,
         .defaultText = "0",
         .minimum = 0,
         .maximum = 1000000000},
    };
}

std::vector<Setting> pictureRows()
{
    std::vector<Setting> all;
    for (auto part : {regularityRows(), convolutionRows(), dataRows()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace gan
