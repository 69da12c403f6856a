#include "core/model/faces_picture.h"

#include "core/model/device.h"
#include "core/model/figures.h"
#include "core/model/latent.h"
#include "core/model/output_picture.h"
#include "core/model/sampling.h"
#include "core/statistics.h"

#include <ATen/ops/cat.h>
#include <ATen/ops/tensor.h>

#include <algorithm>

namespace gan {

namespace {

constexpr int kBetween = 10, kDirections = 3;
constexpr std::size_t kNearest = 5;

struct FaceGrid {
    NormStatistics statistics; ///< what the BatchNorms of G used
    Tensor faces;
};

struct Verdicts {
    Scores Dx, DGz;
};

FaceGrid faceGrid(const FacesScene& scene)
{
    FaceGrid grid;
    grid.faces = scene.generator.look(scene.noise, grid.statistics);
    return grid;
}

/// D's, of the grid and of `realCount` real pictures. They cost more than the grid itself.
Verdicts verdictsOn(const FaceGrid& grid, const FacesScene& scene, std::int64_t realCount)
{
    Discriminator& D = *scene.gan.discriminator;
    const Looking looking(D);
    return {D(scene.real.narrow(0, 0, std::min(realCount, scene.real.size(0)))), D(grid.faces)};
}

Table column(std::string name, const std::vector<double>& values)
{
    Table table{std::move(name), {"verdict"}, {}};
    for (const double value : values)
        table.rows.push_back({value});
    return table;
}

void addVerdicts(Snapshot& snapshot, const LossFacts& facts, const Verdicts& verdicts)
{
    addOutputs(snapshot, facts, verdicts.Dx, verdicts.DGz);
    snapshot.add(column("verdicts", shownOutputs(facts, verdicts.DGz)));
    snapshot.add(column("verdicts_real", shownOutputs(facts, verdicts.Dx)));
}

bool areFramed(const View& view)
{
    return view.choice("frames") == "yes" && view.wants({"verdicts", "verdicts_real"});
}

/// Whether something that is looked at is said by D.
bool needsVerdicts(const View& view)
{
    return areFramed(view) || view.integer("face") >= 0 ||
           view.wants({"d_real", "d_generated", "score_real", "score_generated"});
}

/// In chunks, so that any number of them fits into memory.
template <class Use>
void forChunks(const Tensor& all, Use use)
{
    for (const Tensor& chunk : all.split(kGridFaces))
        use(chunk);
}

std::span<const std::uint8_t> pictureAt(const Pictures& pictures, std::int64_t place)
{
    const std::size_t each = pictures.bytes.size() / static_cast<std::size_t>(pictures.count);
    return std::span(pictures.bytes).subspan(static_cast<std::size_t>(place) * each, each);
}

Pictures alone(std::string name, const Pictures& of, std::span<const std::uint8_t> bytes)
{
    return {std::move(name), 1, of.width, of.height, of.channels, {bytes.begin(), bytes.end()}};
}

void addNearest(Snapshot& snapshot, const Pictures& chosen, const SmallPictures& known, const PictureSet& set)
{
    Pictures pictures{"nearest", 0, chosen.width, chosen.height, chosen.channels, {}};
    Table table{"nearest", {"index", "distance"}, {}};
    for (const Neighbor& neighbor : known.nearest(chosen.bytes, kNearest)) {
        const auto bytes = set.picture(neighbor.index);
        pictures.bytes.insert(pictures.bytes.end(), bytes.begin(), bytes.end());
        ++pictures.count;
        table.rows.push_back({static_cast<double>(neighbor.index), neighbor.distance});
    }
    snapshot.add(std::move(pictures));
    snapshot.add(std::move(table));
}

Tensor displacedNoise(const FacesScene& scene, const View& view, const Tensor& z)
{
    const Tensor directions =
        latentDirections(kDirections, z.size(0), randomFor(scene.seed, 0, Purpose::Direction));
    std::vector<double> amounts{view.number("direction_1"), view.number("direction_2"),
                                view.number("direction_3")};
    amounts.resize(static_cast<std::size_t>(directions.size(0)));
    return displaced(z.cpu(), directions, at::tensor(amounts, at::kFloat)).unsqueeze(0);
}

Pictures finished(std::string name, const FacesScene& scene, const Tensor& z, NormStatistics& statistics)
{
    return picturesOf(std::move(name), scene.generator.look(on(scene.noise.device(), z), statistics));
}

void addChosen(Snapshot& snapshot, const FacesScene& scene, const View& view, FaceGrid& grid,
               const SmallPictures& known, const PictureSet& set)
{
    const std::int64_t face = view.integer("face"), other = view.integer("face_to");
    const Pictures& generated = *snapshot.find<Pictures>("generated");
    const Pictures chosen = alone("chosen", generated, pictureAt(generated, face));
    snapshot.add(Readout{"chosen_verdict",
                         snapshot.find<Table>("verdicts")->rows[static_cast<std::size_t>(face)].front()});
    if (view.wants({"nearest"}))
        addNearest(snapshot, chosen, known, set);
    snapshot.add(chosen);
    const Tensor z = scene.noise[face];
    if (view.wants({"varied"}))
        snapshot.add(finished("varied", scene, displacedNoise(scene, view, z), grid.statistics));
    if (other >= 0 && view.wants({"between"}))
        snapshot.add(
            finished("between", scene, slerp(z.cpu(), scene.noise[other].cpu(), kBetween), grid.statistics));
}

} // namespace

Snapshot facesGrid(const FacesScene& scene)
{
    const FaceGrid grid = faceGrid(scene);
    Snapshot snapshot;
    snapshot.add(picturesOf("generated", grid.faces));
    addVerdicts(snapshot, *scene.gan.facts, verdictsOn(grid, scene, kGridFaces));
    return snapshot;
}

Snapshot facesPicture(const FacesScene& scene, const View& view, const SmallPictures& known,
                      const PictureSet& set)
{
    FaceGrid grid = faceGrid(scene);
    Snapshot snapshot;
    snapshot.add(picturesOf("generated", grid.faces));
    if (needsVerdicts(view)) // only frames need one on each real picture; half of them do for the histogram
        addVerdicts(snapshot, *scene.gan.facts,
                    verdictsOn(grid, scene, areFramed(view) ? kGridFaces : kGridFaces / 2));
    if (view.wants({"real"}))
        snapshot.add(scene.realPictures);
    if (view.integer("face") >= 0)
        addChosen(snapshot, scene, view, grid, known, set);
    if (const std::int64_t draw = view.integer("grid_draw"); draw > 0 && view.wants({"resampled"})) {
        const Tensor z =
            normalNoise(kGridFaces, scene.noise.size(1), randomFor(scene.seed, draw, Purpose::Picture));
        snapshot.add(finished("resampled", scene, z, grid.statistics));
    }
    return snapshot;
}

Pictures facesOf(std::string name, const FacesScene& scene, const Tensor& z)
{
    NormStatistics statistics;
    scene.generator.look(scene.noise, statistics);
    Pictures all{std::move(name), 0, 0, 0, PictureSet::channels, {}};
    forChunks(z, [&](const Tensor& chunk) {
        const Pictures some = finished("", scene, chunk, statistics);
        all.width = some.width;
        all.height = some.height;
        all.count += some.count;
        all.bytes.insert(all.bytes.end(), some.bytes.begin(), some.bytes.end());
    });
    return all;
}

std::vector<Readout> meanVerdicts(const FacesScene& scene, const Tensor& z, const Tensor& real)
{
    Discriminator& D = *scene.gan.discriminator;
    const Looking looking(D);
    NormStatistics statistics;
    scene.generator.look(scene.noise, statistics);
    std::vector<double> ofReal, ofGenerated;
    const auto note = [&](std::vector<double>& verdicts, const Tensor& pictures) {
        const std::vector<double> more = shownOutputs(*scene.gan.facts, D(pictures));
        verdicts.insert(verdicts.end(), more.begin(), more.end());
    };
    forChunks(z, [&](const Tensor& chunk) {
        note(ofGenerated, scene.generator.look(on(scene.noise.device(), chunk), statistics));
    });
    forChunks(real, [&](const Tensor& chunk) { note(ofReal, chunk); });
    return {{"d_real", mean(ofReal)}, {"d_generated", mean(ofGenerated)}};
}

} // namespace gan
