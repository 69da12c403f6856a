#include "core/experiment.h"
#include "ui/pages/experiments/common_specs.h"
#include "ui/pages/pages.h"

#include <array>
#include <set>

namespace gan {

namespace {

using enum SnapshotItem::Kind;
using Marks = SnapshotItem::Marks;
using From = NumberSpec::From;
using Watched = NumberSpec::Watched;

SnapshotItem beads(const char* name, const char* label, ColorRole color)
{
    SnapshotItem item{Curve, name, label, color};
    item.marks = Marks::Beads;
    return item;
}

SnapshotSpec randomResponse()
{
    return {
        {"response", GE_TR("Noise and what becomes of it"),
         GE_TR("One random z, and G(z) with the matrix of the teacher and with that of the student. Each "
               "disc is a component of the vector. The student need not answer like the teacher to each z: "
               "only all its answers together shall lie like the teacher's."),
         GE_TR("component"), GE_TR("value")},
        {beads("noise", GE_TR("noise z"), ColorRole::Ideal),
         beads("response_teacher", GE_TR("teacher G(z)"), ColorRole::Real),
         beads("response_student", GE_TR("student G(z)"), ColorRole::Generated)},
        true};
}

GridSpec matrices()
{
    return {{"matrices", GE_TR("Matrix A"),
             GE_TR("All that G can learn: four numbers. The teacher is determined only up to what leaves the "
                   "distribution of G(z) unchanged, such as a swap of A's columns and, for an even number of "
                   "axes, its sign. So a good student may have another matrix."),
             "", ""},
            {{"matrix_teacher", GE_TR("teacher"), ColorRole::Real},
             {"matrix_student", GE_TR("student"), ColorRole::Generated}}};
}

/// What a response is called in the snapshot and in the window.
struct BasisNames {
    const char *id, *title, *noise, *teacher, *student, *position;
    int place;
};

constexpr std::array<BasisNames, 4> kBasis = {{
    {"basis_1", GE_TR("Basis vector 1"), "basis_1", "basis_teacher_1", "basis_student_1", "basis_position_1",
     0},
    {"basis_2", GE_TR("Basis vector 2"), "basis_2", "basis_teacher_2", "basis_student_2", "basis_position_2",
     1},
    {"basis_3", GE_TR("Basis vector 3"), "basis_3", "basis_teacher_3", "basis_student_3", "basis_position_3",
     2},
    {"basis_4", GE_TR("Basis vector 4"), "basis_4", "basis_teacher_4", "basis_student_4", "basis_position_4",
     3},
}};

SnapshotSpec basisResponse(const BasisNames& names)
{
    SnapshotItem vector = beads(names.noise, GE_TR("1 at place %1"), ColorRole::Ideal);
    vector.values = {names.position};
    SnapshotSpec spec = {
        {names.id, names.title,
         GE_TR("A vector with a single 1, and what G makes of it with the matrix of the teacher and with "
               "that of the student. The number beside the title is the place of the 1."),
         GE_TR("component"), GE_TR("value")},
        {vector, beads(names.teacher, GE_TR("teacher"), ColorRole::Real),
         beads(names.student, GE_TR("student"), ColorRole::Generated)},
        true};
    spec.looks.list = "basis";
    spec.looks.listPlace = names.place;
    return spec;
}

std::vector<PlotSpec> basisResponses()
{
    std::vector<PlotSpec> plots;
    for (const BasisNames& names : kBasis)
        plots.emplace_back(std::in_place_type<SnapshotSpec>, basisResponse(names));
    return plots;
}

constexpr double kBeside = 0.12; ///< discs of real vectors left of the draw's number, of generated ones right

SnapshotItem haze(const char* column, ColorRole color, double shift)
{
    SnapshotItem item{Column, "chances_each", "", color};
    item.marks = Marks::Haze;
    item.column = column;
    item.xColumn = "draw";
    item.shift = shift;
    return item;
}

SnapshotItem means(const char* column, const char* label, std::vector<const char*> values, ColorRole color,
                   double shift)
{
    SnapshotItem item{Column, "chances", label, color};
    item.marks = Marks::Discs;
    item.midLine = 0.5;
    item.column = column;
    item.values = std::move(values);
    item.decimals = 2;
    item.shift = shift;
    return item;
}

SnapshotSpec chances()
{
    return {
        {"chances", GE_TR("Chances"),
         GE_TR("Ten draws of a few real and a few generated vectors, and what D says of them: small discs "
               "for each vector, large ones for the mean of a draw. The legend has mean and spread of the "
               "ten. When D can only guess, all means lie about 1/2, the dashed line."),
         GE_TR("draw"), GE_TR("D's answer")},
        {haze("d_real", ColorRole::Real, -kBeside), haze("d_generated", ColorRole::Generated, kBeside),
         means("d_real", GE_TR("D(x): %1 ± %2"), {"chance_real_mean", "chance_real_sd"}, ColorRole::Real,
               -kBeside),
         means("d_generated", GE_TR("D(G(z)): %1 ± %2"), {"chance_generated_mean", "chance_generated_sd"},
               ColorRole::Generated, kBeside)},
        true,
        Interval{0, 1},
        {.options = {"chance_vectors", "chance_draw"}, .draw = "chance_draw"}};
}

HistorySpec distance(const Experiment& experiment)
{
    return {{"w1", GE_TR("Distance of outputs"),
             GE_TR("How far the student's outputs lie from the real ones: the sliced Wasserstein distance. "
                   "Outputs are compared and not matrices, because different matrices can make the same "
                   "distribution. The dashed line is the distance of two samples of the teacher."),
             GE_TR("iteration"), GE_TR("sliced W1")},
            {curveOf(experiment, "w1", ColorRole::Plain),
             curveOf(experiment, "w1_floor", ColorRole::Ideal, true)}};
}

/// The teacher's entries, those that are equal once. Vectors of a file have no teacher.
HistoryFrame teacherFrame(const Settings& settings)
{
    HistoryFrame frame;
    if (!settings.path("csv").empty())
        return frame;
    std::set<double> entries;
    for (const std::vector<double>& row : settings.matrix("teacher"))
        entries.insert(row.begin(), row.end());
    for (const double entry : entries)
        frame.lines.push_back({entry, GE_TR("teacher")});
    return frame;
}

HistorySpec matrixPath(const Experiment& experiment)
{
    return {{"matrix_path", GE_TR("Path of A"),
             GE_TR("The four entries of the student's matrix over the iterations; lines across are the "
                   "teacher's. The student may settle with its columns swapped, or with all signs turned: "
                   "that leaves its outputs as good."),
             GE_TR("iteration"), GE_TR("entry of A")},
            {curveOf(experiment, "a11", ColorRole::Generator),
             curveOf(experiment, "a12", ColorRole::Generator, true),
             curveOf(experiment, "a21", ColorRole::Discriminator),
             curveOf(experiment, "a22", ColorRole::Discriminator, true)},
            teacherFrame};
}

HistorySpec gradient(const Experiment& experiment)
{
    return {{"gradient_a", GE_TR("Gradient of A"),
             GE_TR("Length of the gradient of G's loss with respect to its four numbers. When gradients are "
                   "never cleared, it grows from update to update."),
             GE_TR("iteration"), GE_TR("length")},
            {curveOf(experiment, "grad_norm_g", ColorRole::Generator)}};
}

/// Of the student's matrix, whose entries stand beside each other.
NumberSpec rowOfA(const char* label, std::vector<const char*> entries)
{
    return {From::Picture,
            label,
            std::move(entries),
            GE_TR("The student's matrix at this iteration. Beside it, in the picture, is the teacher's."),
            "%1   %2",
            3,
            false,
            Watched::Nothing};
}

NumberSpec scaleOfFile()
{
    return {From::Picture,
            GE_TR("file: mean, range"),
            {"data_mean", "data_range"},
            GE_TR("What the vectors of a file were shifted by and divided by. Without a file there is none."),
            "%1   %2",
            3,
            false,
            Watched::Nothing,
            true};
}

std::vector<NumberSpec> numbers(const Experiment& experiment)
{
    std::vector<NumberSpec> all = commonNumbers(experiment);
    const std::vector<NumberSpec> own = {
        numberOf(experiment, "d_generated"),           numberOf(experiment, "epoch"),
        rowOfA(GE_TR("A, first row"), {"a11", "a12"}), rowOfA(GE_TR("A, second row"), {"a21", "a22"}),
        distanceOf(experiment, "w1", "w1_floor"),      scaleOfFile()};
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

constexpr double kUsualSpeed = 10; ///< a run of 20 iterations is over before it is seen at full speed

} // namespace

PageSpec signalPage()
{
    const Experiment& experiment = experimentNamed("signal");
    const RowSpec pictures{
        {{GE_TR("Signals"), {randomResponse(), matrices()}, TabSpec::Widths::MainFirst},
         {GE_TR("Basis vectors"), basisResponses()},
         {GE_TR("Chances"), {chances(), onTab(discriminatorReadout(), GE_TR("Read-out of D"))}}},
        3};
    const RowSpec curves{
        {{GE_TR("Curves"),
          {onTab(discriminatorOutputs(experiment), GE_TR("D(x), D(G(z))")),
           onTab(distance(experiment), GE_TR("Distance")), losses(experiment), matrixPath(experiment)}},
         {GE_TR("Apart"),
          {lossOfD(experiment), lossOfG(experiment), onTab(gradient(experiment), GE_TR("Gradient")),
           onTab(accuracy(experiment), GE_TR("Accuracy"))}}},
        2};
    return {{pictures, curves}, numbers(experiment), kUsualSpeed};
}

} // namespace gan
