#pragma once

#include "core/data/csv_vectors.h"
#include "core/model/plane_picture.h"

#include <optional>
#include <string>

namespace gan {

/// What is the same in all runs with this data.
struct PlaneTruth {
    std::unique_ptr<PlaneShape> shape;
    PlanePoints shown, unseen;               ///< kPlaneShown and kPlaneMeasured of its points
    std::optional<PlaneReference> reference; ///< of those unseen
    std::vector<double> shares;              ///< of its points in the cells of the frame
    PlaneQuality perfect; ///< what 19 of 20 perfect samples of kPlaneMeasured points stay under
};

/// That of a value of the setting `data`. It costs a tenth of a second, so trainers share it: nobody changes
/// it. Any thread.
std::shared_ptr<const PlaneTruth> truthOf(const std::string& data);
/// That of the points of a file, two numbers each, not all in one place.
std::shared_ptr<const PlaneTruth> truthOf(const Vectors& points);

} // namespace gan
