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

PlaneTruth::PlaneTruth(std::unique_ptr<PlaneShape> shape)
    : m_shape(std::move(shape))
    , m_random(randomFor(0, 0, Purpose::Distance))
    , m_shown(drawPoints(*m_shape, kPlaneShown, m_random))
    , m_unseen(drawPoints(*m_shape, kPlaneMeasured, m_random))
    , m_reference(referenceOf(m_unseen))
    , m_shares(planeShares(drawPoints(*m_shape, kReference, m_random), m_shape->frame()))
{
}

PlaneQuality PlaneTruth::qualityOf(const PlanePoints& points) const
{
    return gan::qualityOf(points, m_reference, m_shares, m_shape->frame());
}

const PlaneQuality& PlaneTruth::perfect() const
{
    std::call_once(m_isMeasured, [this] {
        for (int i = 0; i < kPerfectSamples; ++i)
            m_perfect = worst(m_perfect, qualityOf(drawPoints(*m_shape, kPlaneMeasured, m_random)));
    });
    return m_perfect;
}

std::shared_ptr<const PlaneTruth> truthOf(const std::string& data)
{
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const PlaneTruth>> known;
    const std::lock_guard lock(mutex);
    auto& truth = known[data];
    if (!truth)
        truth = std::make_shared<const PlaneTruth>(planeShape(data));
    return truth;
}

std::shared_ptr<const PlaneTruth> truthOf(const Vectors& points)
{
    return std::make_shared<const PlaneTruth>(scatteredShape(pointsOf(points)));
}

} // namespace gan
