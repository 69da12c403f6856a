#pragma once

#include "core/data/small_pictures.h"
#include "core/model/conv_networks.h"
#include "core/model/gan_step.h"
#include "core/model/picture_batches.h"
#include "core/snapshot.h"
#include "core/view.h"

namespace gan {

/// How many faces a grid shows.
inline constexpr int kGridFaces = 64;

/// What a picture of the experiment faces is made of.
struct FacesScene {
    const Gan& gan;
    const ConvGenerator& generator; ///< the one that is shown: G or its moving average
    const Tensor& noise;            ///< the z of the grid [kGridFaces, latent], the same during a whole run
    const Tensor& real;             ///< real pictures [n, 3, side, side] as D sees them
    const Pictures& realPictures;   ///< the same as bytes
    std::uint64_t seed;
};

/// The grid of generated faces, and what D says of them and of the real ones: pictures generated, read-outs
/// d_real and d_generated. What the timeline keeps.
Snapshot facesGrid(const FacesScene& scene);

/// The same with pictures real, tables verdicts and verdicts_real (one row for each picture) and the
/// histograms of them. Where they are wanted: `face` of the view adds pictures chosen, varied (the chosen z
/// moved along the latent directions), nearest, the table nearest (index, distance) and the read-out
/// chosen_verdict; `face_to` pictures between, 10 of them with both faces at the ends; `grid_draw` pictures
/// resampled.
Snapshot facesPicture(const FacesScene& scene, const View& view, const SmallPictures& known,
                      const PictureSet& set);

/// Finished pictures of z [count, latent] as bytes. BatchNorm uses the statistics of the grid.
Pictures facesOf(std::string name, const FacesScene& scene, const Tensor& z);

/// Means of D's outputs over as many generated faces as there are z [count, latent], and over these real
/// pictures: d_real, d_generated.
std::vector<Readout> meanVerdicts(const FacesScene& scene, const Tensor& z, const Tensor& real);

} // namespace gan
