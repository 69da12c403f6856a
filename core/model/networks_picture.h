#pragma once

#include "core/model/plane_picture.h"
#include "core/weight_edit.h"

namespace gan {

inline constexpr const char *kNetworkD = "network_d", *kNetworkG = "network_g"; ///< parts of a snapshot
inline constexpr std::int64_t kMappedUnits = 12;                                ///< of each layer, the first
inline constexpr int kMapSide = 24;

/// D, and what each of its units says over the square of the plane that is looked at, after the activation. A
/// single output is what D says, as in d_plane.
NetworkPicture pictureOfD(const PlaneScene& scene);
/// G itself, and what each of its units says over the first two numbers of the noise; see noiseSquare(). One
/// number alone: over that, the same in each row.
NetworkPicture pictureOfG(const PlaneScene& scene);

/// Where the weight, which the network has, lies in its flat weights.
std::int64_t weightPlace(const std::vector<std::int64_t>& widths, const WeightEdit& edit);

} // namespace gan
