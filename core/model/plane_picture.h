#pragma once

#include "core/model/gan_step.h"
#include "core/model/mlp.h"
#include "core/model/plane_data.h"
#include "core/model/sampling.h"
#include "core/plane/plane_measures.h"
#include "core/snapshot.h"
#include "core/view.h"

namespace gan {

inline constexpr int kPlaneShown = 450;     ///< points of either kind in a picture
inline constexpr int kPlaneArrows = 150;    ///< of them with the gradient that they feel
inline constexpr int kPlaneMeasured = 2000; ///< points in each measurement while a run goes on

/// What a picture of the plane is made of.
struct PlaneScene {
    const Gan& gan;
    Generator& shown; ///< G, or its moving average
    const Noise& noise;
    const PlaneShape& shape;
    PlaneCoordinates coordinates;
    const Tensor& z;           ///< of the points that are followed, [kPlaneShown, latent]
    const PlanePoints& real;   ///< kPlaneShown of them
    const PlanePoints& unseen; ///< kPlaneMeasured other real ones, which samples are compared with
    const Mlp* layersD = nullptr;
    const Mlp* layersG = nullptr; ///< of G itself, whichever is shown
};

/// What a sample scores.
struct PlaneQuality {
    double sliced = 0, energy = 0, jensenShannon = 0;
};
/// Real points that samples of as many are measured against.
PlaneReference referenceOf(const PlanePoints& real);
/// `realShares`: of the real points in the cells of the frame.
PlaneQuality qualityOf(const PlanePoints& generated, const PlaneReference& real,
                       const std::vector<double>& realShares, const PlaneFrame& frame);

/// z over the first two latent numbers, or a line over the only one, as likely to lie in one of its cells as
/// in another; the others are in the middle. `shares`: the places along a side, 0 to 1. Row by row.
Tensor noiseSquare(const Noise& noise, const std::vector<double>& shares);

/// `count` points of the shown generator for new z from `random`. Changes no network.
PlanePoints generatedPoints(const PlaneScene& scene, std::int64_t count, at::Generator random);

/// Points z (two numbers of each), real, generated; grid d_plane (P(real), or the critic's score) and
/// ideal_plane, mesh manifold, arrows felt, table modes, networks network_d and network_g; histograms and
/// read-outs of D's answers. Only what the view asks for; with z also those of them whose layer is not shown.
Snapshot planePicture(const PlaneScene& scene, const View& view, at::Generator random);

} // namespace gan
