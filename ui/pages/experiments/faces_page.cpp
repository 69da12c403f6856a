#include "core/experiment.h"
#include "ui/pages/experiments/common_specs.h"
#include "ui/pages/pages.h"

namespace gan {

namespace {

using From = NumberSpec::From;
using Watched = NumberSpec::Watched;

/// All pictures of the page are as large as there is room.
PicturesSpec pictures(const char* id, const char* title, const char* help, int columns)
{
    PicturesSpec spec{{id, title, help, "", ""}, id, columns};
    spec.fills = true;
    return spec;
}

PicturesSpec generatedFaces()
{
    PicturesSpec spec = pictures(
        "generated", GE_TR("Generated, fixed z"),
        GE_TR(
            "What G makes of 64 random z, always the same ones, so that each place shows how one face grows. "
            "Click a face to see it large below; Shift-click a second one to see the way from the first to "
            "it. Frames by D's verdict can be switched on under Options."),
        8);
    spec.verdicts = "verdicts";
    spec.verdict = "verdict";
    spec.frames = "frames";
    spec.chosen = "face";
    spec.second = "face_to";
    spec.looks.options = {"shown_g", "frames", "face", "face_to"};
    spec.invitation = GE_TR("click a face; Shift-click a second one");
    return spec;
}

PicturesSpec realFaces()
{
    PicturesSpec spec = pictures(
        "real", GE_TR("Real, as D sees them"),
        GE_TR("64 of the pictures that D learns from, with all that is done to them first: cut, made small, "
              "mirrored, and changed by DiffAugment where that is on. Generated faces can become no better."),
        8);
    spec.verdicts = "verdicts_real";
    spec.verdict = "verdict";
    spec.frames = "frames";
    return spec;
}

PicturesSpec chosenFace()
{
    PicturesSpec spec = pictures(
        "chosen", GE_TR("Chosen face"),
        GE_TR("The face that was clicked, large. The numbers on the right say how probable D takes it "
              "to be that it is real."),
        1);
    spec.hint = GE_TR("Click a generated face.");
    return spec;
}

PicturesSpec variedFace()
{
    PicturesSpec spec = pictures("varied", GE_TR("Moved along directions"),
                                 GE_TR("The chosen face at another place of the latent space. The sliders "
                                       "beside it move it along three directions that the seed has drawn."),
                                 1);
    spec.hint = GE_TR("Click a generated face.");
    spec.looks.beside = {"direction_1", "direction_2", "direction_3"};
    return spec;
}

PicturesSpec nearestFaces()
{
    PicturesSpec spec = pictures(
        "nearest", GE_TR("Nearest training pictures"),
        GE_TR(
            "The five pictures among all that D has seen that are most like the chosen face, the nearest one "
            "first. A copy among them would mean that G has learned it by heart."),
        5);
    spec.hint = GE_TR("Click a generated face.");
    return spec;
}

PicturesSpec between(const char* id, const char* title, bool inTurn)
{
    PicturesSpec spec = pictures(
        id, title,
        GE_TR(
            "Ten steps on the way from the chosen face to the second one, along the arc of a circle through "
            "the latent space. Even, gradual steps mean that G has learned what faces have in common; jumps "
            "mean that it has learned some by heart."),
        10);
    spec.pictures = "between";
    spec.hint =
        inTurn ? GE_TR("Choose two faces.") : GE_TR("Click a generated face, then Shift-click another.");
    spec.inTurn = inTurn;
    return spec;
}

PicturesSpec freshFaces()
{
    PicturesSpec spec =
        pictures("resampled", GE_TR("Fresh faces"),
                 GE_TR("What G makes of 64 other z, drawn anew by the button. They show whether the faces "
                       "with the fixed "
                       "z are typical. The same number of the draw gives the same faces again."),
                 16);
    spec.hint = GE_TR("\"Draw again\" shows faces of other z.");
    spec.looks = {.options = {"grid_draw"}, .draw = "grid_draw"};
    return spec;
}

HistorySpec outputs(const Experiment& experiment)
{
    HistorySpec spec = discriminatorOutputs(experiment);
    spec.face.help = GE_TR(
        "The mean answer of D to real pictures, and to generated ones before and after D has learned from "
        "the batch. In a run that goes well D(x) may well stay at 0.9 while D(G(z)) after is about 0.5: "
        "neither has to come to 0.5.");
    return spec;
}

std::vector<NumberSpec> numbers(const Experiment& experiment)
{
    std::vector<NumberSpec> all = {
        {From::Picture,
         GE_TR("D of the chosen face"),
         {"chosen_verdict"},
         GE_TR("What D says of the face that was clicked: 1 means surely real, 0 surely generated."),
         "%1",
         3,
         false,
         Watched::Nothing,
         true},
        numberOf(experiment, "pictures"),
        numberOf(experiment, "epoch"),
    };
    const std::vector<NumberSpec> common = commonNumbers(experiment);
    all.insert(all.end(), common.begin(), common.end());
    return all;
}

} // namespace

PageSpec facesPage()
{
    const Experiment& experiment = experimentNamed("faces");
    const RowSpec faces{{{GE_TR("Faces"), {generatedFaces(), realFaces()}, TabSpec::Widths::MainFirst}}, 8};
    const RowSpec below{
        {{GE_TR("Curves"),
          {onTab(outputs(experiment), GE_TR("D(x), D(G(z))")), losses(experiment),
           onTab(discriminatorReadout(), GE_TR("Read-out of D"))}},
         {GE_TR("Chosen face"),
          {chosenFace(), onTab(variedFace(), GE_TR("Directions")), onTab(nearestFaces(), GE_TR("Nearest"))}},
         {GE_TR("Between two faces"),
          {between("between", GE_TR("Between two faces"), false),
           between("between_turn", GE_TR("One after the other"), true)}},
         {GE_TR("Fresh faces"), {freshFaces()}}},
        5};
    return {{faces, below}, numbers(experiment)};
}

} // namespace gan
