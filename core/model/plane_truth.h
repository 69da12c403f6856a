#pragma once

#include "core/data/csv_vectors.h"
#include "core/model/plane_picture.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace gan {

/// What is the same in all runs with this data. Any thread.
class PlaneTruth {
public:
    explicit PlaneTruth(std::unique_ptr<PlaneShape> shape);

    const PlaneShape& shape() const { return *m_shape; }
    /// kPlaneShown of its points.
    const PlanePoints& shown() const { return m_shown; }
    /// kPlaneMeasured others.
    const PlanePoints& unseen() const { return m_unseen; }
    /// What so many points score against those unseen.
    PlaneQuality qualityOf(const PlanePoints& points) const;
    /// What 19 of 20 perfect samples of kPlaneMeasured points stay under. The first call takes a tenth of a
    /// second.
    const PlaneQuality& perfect() const;

private:
    std::unique_ptr<PlaneShape> m_shape;
    at::Generator m_random;
    PlanePoints m_shown, m_unseen;
    PlaneReference m_reference;   ///< of those unseen
    std::vector<double> m_shares; ///< of real points in the cells of the frame
    mutable std::once_flag m_isMeasured;
    mutable PlaneQuality m_perfect;
};

/// That of a value of the setting `data`. Trainers share it: nobody changes it. Any thread.
std::shared_ptr<const PlaneTruth> truthOf(const std::string& data);
/// That of the points of a file, two numbers each, not all in one place.
std::shared_ptr<const PlaneTruth> truthOf(const Vectors& points);

} // namespace gan
