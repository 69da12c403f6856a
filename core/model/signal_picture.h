#pragma once

#include "core/model/signal_data.h"
#include "core/snapshot.h"
#include "core/view.h"

namespace gan {

/// How many times D is asked for the chance table.
inline constexpr int kChanceDraws = 10;

/// What a picture of the experiment signal is made of.
struct SignalScene {
    const Gan& gan;
    const SignalData& data;
    std::uint64_t seed;
    /// What D is asked about: vectors that neither network learns from, [m, n], and noise for as many
    /// generated ones. They stay the same in a run, so that curves show the networks and not chance.
    const Tensor &unseen, &noise;
};

/// The student's outputs [count, n] for fresh z. Changes neither network.
Tensor studentOutputs(const SignalScene& scene, std::int64_t count, at::Generator random);

/// D's mean answer to G's samples for scene.noise.
double meanOnGenerated(const SignalScene& scene);

/// The student's matrix row by row: a11, a12, a21, a22.
std::vector<double> studentEntries(const SignalScene& scene);

/// Mean answers of D, d_real and d_generated, to `count` vectors that neither network has seen.
std::vector<Readout> freshOutputs(const SignalScene& scene, std::int64_t count, at::Generator random);

/// Over the places 1..n: curves noise, response_teacher, response_student of a z that stays the same in a
/// run, and basis_1.., basis_teacher_1.., basis_student_1.. for the chosen basis vectors, with their places
/// as read-outs basis_position_1... Grids matrix_teacher and matrix_student, the lower row first. Read-outs
/// a11 to a22, t11 to t22, data_mean and data_range. Histograms and read-outs of addOutputs(). Table chances:
/// mean answers d_real and d_generated of D to chance_vectors vectors in each of ten draws, with their means
/// and deviations as read-outs chance_real_mean, chance_real_sd, chance_generated_mean, chance_generated_sd;
/// table chances_each: draw, d_real, d_generated of each vector. What there is no teacher for is left out.
Snapshot signalPicture(const SignalScene& scene, const View& view);

} // namespace gan
