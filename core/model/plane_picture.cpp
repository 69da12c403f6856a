#include "core/model/plane_picture.h"

#include "core/model/figures.h"
#include "core/model/networks_picture.h"
#include "core/model/output_picture.h"

#include <ATen/ops/full.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gan {

namespace {

constexpr int kRows = 48, kColumns = 132; ///< of D over the plane, as wide as pictures are at most
constexpr std::int64_t kAtOnce = 256;     ///< cells, so that what D computes stays in the processor's cache
constexpr int kCorners = 21;              ///< of a side of the bent square
constexpr double kBlur = 1.5;             ///< of densities, in cells
constexpr int kDirections = 32;           ///< of the sliced distance
constexpr std::size_t kNearPoints = 500;  ///< of the energy distance, whose cost grows with the square
constexpr double kTail = 0.02;            ///< of normal noise, left out at either end of the square

/// Without values: as high as the frame, and wider, because pictures are.
Grid gridOver(std::string name, const PlaneFrame& frame)
{
    const double half = frame.half * kColumns / kRows;
    return {std::move(name),      kColumns, kRows, frame.x - half, frame.x + half, frame.y - frame.half,
            frame.y + frame.half, {}};
}

/// The middles of its cells, row by row from below.
PlanePoints cellMiddles(const Grid& grid)
{
    PlanePoints points;
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) {
            points.x.push_back(grid.x0 + (grid.x1 - grid.x0) * (column + 0.5) / grid.columns);
            points.y.push_back(grid.y0 + (grid.y1 - grid.y0) * (row + 0.5) / grid.rows);
        }
    return points;
}

Grid answersOfD(const PlaneScene& scene)
{
    Discriminator& D = *scene.gan.discriminator;
    const Looking looking(D);
    Grid grid = gridOver("d_plane", scene.shape.frame());
    const Tensor places = on(D.weights().device(), tensorOf(cellMiddles(grid), scene.coordinates));
    for (std::int64_t first = 0; first < places.size(0); first += kAtOnce) {
        const Tensor some = places.narrow(0, first, std::min(kAtOnce, places.size(0) - first));
        const std::vector<double> answers = shownOutputs(*scene.gan.facts, D(some));
        grid.values.insert(grid.values.end(), answers.begin(), answers.end());
    }
    return grid;
}

/// Those of so many cells from `low` on, each `step` wide, whose middles may lie nearer than `reach`.
std::pair<int, int> cellsNear(double place, double reach, double low, double step, int cells)
{
    const auto cellOf = [&](double at) {
        return static_cast<int>(std::clamp((at - low) / step, 0.0, static_cast<double>(cells)));
    };
    return {cellOf(place - reach - step), cellOf(place + reach + step)};
}

/// The density of points at the middles of the grid's cells, as if each were a normal distribution of this
/// width.
std::vector<double> densityOf(const PlanePoints& points, const Grid& grid, const PlanePoints& places,
                              double width)
{
    std::vector<double> found(places.size());
    const double reach = 4 * width, narrow = 2 * width * width;
    const double across = (grid.x1 - grid.x0) / grid.columns, up = (grid.y1 - grid.y0) / grid.rows;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto [left, right] = cellsNear(points.x[i], reach, grid.x0, across, grid.columns);
        const auto [bottom, top] = cellsNear(points.y[i], reach, grid.y0, up, grid.rows);
        for (int row = bottom; row < top; ++row)
            for (int column = left; column < right; ++column) {
                const auto c = static_cast<std::size_t>(row * grid.columns + column);
                const double dx = points.x[i] - places.x[c], dy = points.y[i] - places.y[c];
                if (std::abs(dx) < reach && std::abs(dy) < reach)
                    found[c] += std::exp(-(dx * dx + dy * dy) / narrow);
            }
    }
    for (double& density : found)
        density /= std::numbers::pi * narrow * static_cast<double>(points.size());
    return found;
}

/// p / (p + q), both blurred: what is thinner than the cells no picture of them shows.
Grid idealD(const PlaneScene& scene, const PlanePoints& generated)
{
    Grid grid = gridOver("ideal_plane", scene.shape.frame());
    const PlanePoints places = cellMiddles(grid);
    const double width = kBlur * (grid.y1 - grid.y0) / grid.rows;
    const std::vector<double> p = densityOf(scene.unseen, grid, places, width),
                              q = densityOf(generated, grid, places, width);
    for (std::size_t i = 0; i < places.size(); ++i)
        grid.values.push_back(p[i] + q[i] > 0 ? static_cast<float>(p[i] / (p[i] + q[i])) : 0.5f);
    return grid;
}

/// A grid over the noise, carried by G.
/// Its corners lie `bend` of the way from where they are in an even square as large as the frame, 0, to where
/// G carries them, 1.
Mesh bentSquare(const PlaneScene& scene, double bend)
{
    std::vector<double> shares;
    for (int i = 0; i < kCorners; ++i)
        shares.push_back(static_cast<double>(i) / (kCorners - 1));
    const Looking looking(scene.shown);
    const Tensor z = on(scene.shown.weights().device(), noiseSquare(scene.noise, shares));
    PlanePoints corners = pointsOf(scene.shown(z), scene.coordinates);
    const PlaneFrame frame = scene.shape.frame();
    const std::size_t rows = corners.size() / kCorners;
    for (std::size_t i = 0; i < corners.size() && bend < 1; ++i) {
        const double across = shares[i % kCorners], up = rows > 1 ? shares[i / kCorners] : 0.5;
        corners.x[i] = bend * corners.x[i] + (1 - bend) * (frame.x + frame.half * (2 * across - 1));
        corners.y[i] = bend * corners.y[i] + (1 - bend) * (frame.y + frame.half * (2 * up - 1));
    }
    return {"manifold", kCorners, static_cast<int>(rows), corners.x, corners.y};
}

/// Against the gradient of G's loss with respect to the first samples, each one's own: times the batch.
Arrows feltBy(const PlaneScene& scene, const PlanePoints& generated, const Tensor& samples)
{
    Discriminator& D = *scene.gan.discriminator;
    const Frozen frozen(D);
    const at::AutoGradMode follows(true); // for a D that autograd goes back through
    const Tensor seen = samples.narrow(0, 0, kPlaneArrows).detach().requires_grad_();
    const DiscriminatorPass pass = D.forward(seen);
    LossRule rule = scene.gan.rule;
    rule.reduction = Reduction::Sum;
    const Scores scores{pass.scores.real.detach(), pass.scores.generated.detach()};
    const Tensor gradient = D.backwardToInput(pass, {generatorLoss(rule, scores).byDGz}).cpu();
    const auto first = [](const std::vector<double>& all) {
        return std::vector<double>(all.begin(), all.begin() + kPlaneArrows);
    };
    const PlanePoints moved = pointsOf(-gradient, {0, 0, 1 / scene.coordinates.unit});
    return {"felt", first(generated.x), first(generated.y), moved.x, moved.y};
}

Table modesTable(const PlaneScene& scene, const PlanePoints& generated)
{
    const std::vector<PlaneMode> modes = scene.shape.modes();
    const ModeLedger ledger = modeLedger(generated, modes);
    Table table{"modes", {"mode", "x", "y", "share", "fair"}, {}};
    for (std::size_t m = 0; m < modes.size(); ++m)
        table.rows.push_back({static_cast<double>(m + 1), modes[m].x, modes[m].y, 100 * ledger.shares[m],
                              100 / static_cast<double>(modes.size())});
    return table;
}

/// The first two numbers of each z; the second is 0 where there is only one.
Points latentPoints(const Tensor& z)
{
    const Tensor numbers = z.cpu();
    Points points{"z", {}, {}};
    for (std::int64_t i = 0; i < numbers.size(0); ++i) {
        const float* each = numbers.data_ptr<float>() + i * numbers.size(1);
        points.x.push_back(each[0]);
        points.y.push_back(numbers.size(1) > 1 ? each[1] : 0);
    }
    return points;
}

void addVerdicts(Snapshot& snapshot, const PlaneScene& scene, const Tensor& samples)
{
    Discriminator& D = *scene.gan.discriminator;
    const Looking looking(D);
    const Tensor real = on(D.weights().device(), tensorOf(scene.real, scene.coordinates));
    addOutputs(snapshot, *scene.gan.facts, D(real), D(samples));
}

bool isShown(const View& view, const char* layer)
{
    return view.wantsAll() || view.choice(layer) == "yes";
}

/// Whoever asks for z follows the data through all of them, whatever is shown of the plane.
bool isShownOrFollowed(const View& view, const char* layer)
{
    return view.wants({"z"}) || isShown(view, layer);
}

} // namespace

PlaneReference referenceOf(const PlanePoints& real)
{
    return {real, kDirections, kNearPoints};
}

PlaneQuality qualityOf(const PlanePoints& generated, const PlaneReference& real,
                       const std::vector<double>& realShares, const PlaneFrame& frame)
{
    return {real.slicedDistanceTo(generated), real.energyDistanceTo(generated),
            jensenShannon(realShares, planeShares(generated, frame))};
}

Tensor noiseSquare(const Noise& noise, const std::vector<double>& shares)
{
    const std::unique_ptr<Distribution> bell = makeNormal(0, 1);
    std::vector<float> at; // a quantile takes far longer than the network
    for (const double share : shares)
        at.push_back(
            static_cast<float>(noise.isNormal() ? bell->quantile(kTail + (1 - 2 * kTail) * share) : share));
    const auto side = static_cast<std::int64_t>(shares.size()), rows = noise.dimension() > 1 ? side : 1;
    const Tensor z = at::full({rows * side, noise.dimension()}, noise.isNormal() ? 0.0 : 0.5, at::kFloat);
    float* numbers = z.data_ptr<float>();
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t column = 0; column < side; ++column, numbers += noise.dimension()) {
            numbers[0] = at[static_cast<std::size_t>(column)];
            if (rows > 1)
                numbers[1] = at[static_cast<std::size_t>(row)];
        }
    return z;
}

PlanePoints generatedPoints(const PlaneScene& scene, std::int64_t count, at::Generator random)
{
    const Looking looking(scene.shown);
    return pointsOf(scene.shown(scene.noise.draw(count, random)), scene.coordinates);
}

Snapshot planePicture(const PlaneScene& scene, const View& view, at::Generator random)
{
    Snapshot snapshot;
    PlanePoints fresh; // the same for all parts that need many
    const auto freshPoints = [&]() -> const PlanePoints& {
        if (fresh.size() == 0)
            fresh = generatedPoints(scene, kPlaneMeasured, random);
        return fresh;
    };
    const Looking looking(scene.shown);
    const Tensor samples = scene.shown(scene.z);
    const PlanePoints generated = pointsOf(samples, scene.coordinates);
    const PlaneFrame frame = scene.shape.frame();
    snapshot.addAll(
        std::vector<Readout>{{"frame_x", frame.x}, {"frame_y", frame.y}, {"frame_half", frame.half}});
    snapshot.add(Points{"real", scene.real.x, scene.real.y});
    snapshot.add(Points{"generated", generated.x, generated.y});
    if (view.wants({"z"}))
        snapshot.add(latentPoints(scene.z));
    if (view.wants({"d_plane"}) && (isShownOrFollowed(view, "layer_d") || isShown(view, "layer_contour")))
        snapshot.add(answersOfD(scene));
    if (view.wants({"ideal_plane"}) && isShown(view, "layer_ideal"))
        snapshot.add(idealD(scene, freshPoints()));
    if (view.wants({"manifold"}) && isShownOrFollowed(view, "layer_manifold"))
        snapshot.add(bentSquare(scene, view.number("bend")));
    if (view.wants({"felt"}) && isShownOrFollowed(view, "layer_arrows"))
        snapshot.add(feltBy(scene, generated, samples));
    if (view.wants({"modes"}) && !scene.shape.modes().empty())
        snapshot.add(modesTable(scene, freshPoints()));
    if (view.wants({kNetworkD}) && scene.layersD)
        snapshot.add(pictureOfD(scene));
    if (view.wants({kNetworkG}) && scene.layersG)
        snapshot.add(pictureOfG(scene));
    if (view.wants({"d_real", "d_generated", "score_real", "score_generated"}))
        addVerdicts(snapshot, scene, samples);
    return snapshot;
}

} // namespace gan
