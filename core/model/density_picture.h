#pragma once

#include "core/distribution.h"
#include "core/model/gan_step.h"
#include "core/model/sampling.h"
#include "core/snapshot.h"
#include "core/view.h"

namespace gan {

/// How many values each histogram and each measurement looks at.
inline constexpr int kPictureSamples = 1000;

/// What a picture of the 1-D experiment is made of.
struct DensityScene {
    const Gan& gan;
    const Noise& noise;
    const RealSampler& drawReal;
    const Distribution& truth;
    double w1Floor; ///< W1 of kPictureSamples perfect samples
};

/// How well generated values fit: generated_mean, generated_sd, w1, w1_floor.
std::vector<Readout> qualityReadouts(const std::vector<double>& generated, const Distribution& truth,
                                     double w1Floor);

/// G's values for `count` draws of z from `random`. Changes neither network.
Tensor generatedValues(const DensityScene& scene, int count, at::Generator random);

/// Histograms generated, real, and d_real, d_generated (or score_real, score_generated); curves real_density,
/// p_real (or score), generator, ideal_map, ideal_map_mirror; read-outs of quality, d_real, d_generated. The
/// first draws from `random` are those of generatedValues(scene, kPictureSamples, random).
Snapshot densityPicture(const DensityScene& scene, const View& view, at::Generator random);

} // namespace gan
