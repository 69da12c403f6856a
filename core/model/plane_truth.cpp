#include "core/model/plane_truth.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace gan {

namespace {

constexpr int kReference = 200'000; ///< real points that shares of cells are counted of
constexpr int kPerfectSamples = 20; ///< of a perfect generator, the worst of which is its level

PlaneQuality worst(const PlaneQuality& a, const PlaneQuality& b)
{
    return {std::max(a.sliced, b.sliced), std::max(a.energy, b.energy),
            std::max(a.jensenShannon, b.jensenShannon)};
}

PlaneTruth measured(std::unique_ptr<PlaneShape> shape)
{
    PlaneTruth truth;
    truth.shape = std::move(shape);
    const at::Generator random = randomFor(0, 0, Purpose::Distance);
    truth.shown = drawPoints(*truth.shape, kPlaneShown, random);
    truth.unseen = drawPoints(*truth.shape, kPlaneMeasured, random);
    truth.reference = referenceOf(truth.unseen);
    const PlaneFrame frame = truth.shape->frame();
    truth.shares = planeShares(drawPoints(*truth.shape, kReference, random), frame);
    for (int i = 0; i < kPerfectSamples; ++i)
        truth.perfect = worst(truth.perfect, qualityOf(drawPoints(*truth.shape, kPlaneMeasured, random),
                                                       *truth.reference, truth.shares, frame));
    return truth;
}

PlanePoints pointsOf(const Vectors& vectors)
{
    PlanePoints points;
    for (std::size_t i = 0; i + 1 < vectors.values.size(); i += 2) {
        points.x.push_back(vectors.values[i]);
        points.y.push_back(vectors.values[i + 1]);
    }
    return points;
}

} // namespace

std::shared_ptr<const PlaneTruth> truthOf(const std::string& data)
{
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const PlaneTruth>> known;
    const std::lock_guard lock(mutex);
    auto& truth = known[data];
    if (!truth)
        truth = std::make_shared<const PlaneTruth>(measured(planeShape(data)));
    return truth;
}

std::shared_ptr<const PlaneTruth> truthOf(const Vectors& points)
{
    return std::make_shared<const PlaneTruth>(measured(scatteredShape(pointsOf(points))));
}

} // namespace gan
