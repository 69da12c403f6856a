#include "core/model/signal_picture.h"

#include "core/model/output_picture.h"
#include "core/model/sampling.h"
#include "core/model/signal_networks.h"
#include "core/statistics.h"

#include <ATen/ops/zeros.h>

#include <numeric>

namespace gan {

namespace {

KroneckerGenerator& student(const SignalScene& scene)
{
    return static_cast<KroneckerGenerator&>(*scene.gan.generator);
}

/// The components of one vector over their places 1..n.
Curve signalCurve(std::string name, const Tensor& vector)
{
    Curve curve{std::move(name), {}, finiteValues(vector)};
    curve.x.resize(curve.y.size());
    std::iota(curve.x.begin(), curve.x.end(), 1.0);
    return curve;
}

/// What the networks make of z [1, n]: three curves with these names.
void addResponse(Snapshot& snapshot, const SignalScene& scene, const Tensor& z, const std::string& input,
                 const std::string& teacher, const std::string& ofStudent)
{
    snapshot.add(signalCurve(input, z));
    if (scene.data.teacher.defined())
        snapshot.add(signalCurve(teacher, kroneckerSignal(scene.data.teacher, z)));
    snapshot.add(signalCurve(ofStudent, student(scene)(z)));
}

void addNoiseResponse(Snapshot& snapshot, const SignalScene& scene)
{
    const Tensor z = signalNoise(1, scene.data.length(), randomFor(scene.seed, 0, Purpose::Picture),
                                 scene.data.x.device());
    addResponse(snapshot, scene, z, "noise", "response_teacher", "response_student");
}

void addBasisResponses(Snapshot& snapshot, const SignalScene& scene, const View& view)
{
    const std::int64_t n = scene.data.length();
    int number = 0;
    for (const int place : view.layers("basis")) {
        const std::string index = std::to_string(++number);
        if (!view.wants({"basis_" + index, "basis_teacher_" + index, "basis_student_" + index}))
            continue;
        const std::int64_t position = (place - 1) % n;
        const Tensor e = at::zeros({1, n}, scene.data.x.options());
        e.select(1, position).fill_(1);
        addResponse(snapshot, scene, e, "basis_" + index, "basis_teacher_" + index, "basis_student_" + index);
        snapshot.add(Readout{"basis_position_" + index, static_cast<double>(position + 1)});
    }
}

/// A matrix as numbers, `letter`11 to `letter`22, and as a picture whose first row is at the top.
void addMatrix(Snapshot& snapshot, const Tensor& matrix, const char* grid, const std::string& letter)
{
    const std::vector<double> entries = finiteValues(matrix);
    const char* const names[] = {"11", "12", "21", "22"};
    for (std::size_t i = 0; i < entries.size(); ++i)
        snapshot.add(Readout{letter + names[i], entries[i]});
    const auto entry = [&](std::size_t i) { return static_cast<float>(entries[i]); };
    snapshot.add(Grid{grid, 2, 2, 0, 2, 0, 2, {entry(2), entry(3), entry(0), entry(1)}});
}

void addMatrices(Snapshot& snapshot, const SignalScene& scene)
{
    addMatrix(snapshot, student(scene).matrix(), "matrix_student", "a");
    if (scene.data.teacher.defined())
        addMatrix(snapshot, scene.data.teacher, "matrix_teacher", "t");
    if (!scene.data.teacher.defined())
        snapshot.addAll<Readout>(
            {{"data_mean", scene.data.scale.mean}, {"data_range", scene.data.scale.range}});
    snapshot.add(Readout{"vectors", static_cast<double>(scene.data.count())});
}

/// One draw: D's answers to m vectors of the data and to m generated ones.
struct Chances {
    std::vector<double> real, generated;
};

Chances drawChances(const SignalScene& scene, std::int64_t m, at::Generator random)
{
    Discriminator& D = *scene.gan.discriminator;
    const LossFacts& facts = *scene.gan.facts;
    return {shownOutputs(facts, D(drawnRows(scene.data.x, m, random))),
            shownOutputs(facts, D(studentOutputs(scene, m, random)))};
}

void addChances(Snapshot& snapshot, const SignalScene& scene, const View& view)
{
    Table means{"chances", {"d_real", "d_generated"}, {}},
        each{"chances_each", {"draw", "d_real", "d_generated"}, {}};
    const at::Generator random = randomFor(scene.seed, view.integer("chance_draw"), Purpose::Chances);
    std::vector<double> real, generated;
    for (int draw = 1; draw <= kChanceDraws; ++draw) {
        const Chances chances = drawChances(scene, view.integer("chance_vectors"), random);
        for (std::size_t i = 0; i < chances.real.size(); ++i)
            each.rows.push_back({static_cast<double>(draw), chances.real[i], chances.generated[i]});
        real.push_back(mean(chances.real));
        generated.push_back(mean(chances.generated));
        means.rows.push_back({real.back(), generated.back()});
    }
    snapshot.addAll<Table>({means, each});
    snapshot.addAll<Readout>({{"chance_real_mean", mean(real)},
                              {"chance_real_sd", deviation(real)},
                              {"chance_generated_mean", mean(generated)},
                              {"chance_generated_sd", deviation(generated)}});
}

} // namespace

Tensor studentOutputs(const SignalScene& scene, std::int64_t count, at::Generator random)
{
    const Looking looking(*scene.gan.generator);
    return student(scene)(signalNoise(count, scene.data.length(), random, scene.data.x.device()));
}

double meanOnGenerated(const SignalScene& scene)
{
    const Looking atG(*scene.gan.generator), atD(*scene.gan.discriminator);
    return mean(shownOutputs(*scene.gan.facts, (*scene.gan.discriminator)(student(scene)(scene.noise))));
}

std::vector<double> studentEntries(const SignalScene& scene)
{
    return finiteValues(student(scene).matrix());
}

std::vector<Readout> freshOutputs(const SignalScene& scene, std::int64_t count, at::Generator random)
{
    const Looking looking(*scene.gan.discriminator);
    Snapshot outputs;
    Discriminator& D = *scene.gan.discriminator;
    addOutputs(outputs, *scene.gan.facts, D(scene.data.reference(count, random)),
               D(studentOutputs(scene, count, random)));
    return outputs.all<Readout>();
}

Snapshot signalPicture(const SignalScene& scene, const View& view)
{
    const Looking atG(*scene.gan.generator), atD(*scene.gan.discriminator);
    Discriminator& D = *scene.gan.discriminator;
    Snapshot snapshot;
    addNoiseResponse(snapshot, scene);
    addBasisResponses(snapshot, scene, view);
    addMatrices(snapshot, scene);
    addOutputs(snapshot, *scene.gan.facts, D(scene.unseen), D(student(scene)(scene.noise)));
    if (view.wants({"chances", "chances_each"}))
        addChances(snapshot, scene, view);
    return snapshot;
}

} // namespace gan
