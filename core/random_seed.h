#pragma once

#include <cstdint>

namespace gan {

/// What random numbers are wanted for. Each purpose has a stream of its own, so that asking for a picture, or
/// for one picture more, never shifts another stream. The numbers are part of what a seed means: never
/// reorder them.
enum class Purpose : std::uint64_t {
    Weights = 1,
    RealData = 2,
    Noise = 3,
    Picture = 4, ///< also the measurement grid: at the same iteration both see the same samples
    Samples = 5,
    GradientPenalty = 6,
    Order = 7,         ///< of a data set, by epoch in place of the iteration
    StudentStart = 8,  ///< the matrix that the signal's generator begins with
    Distance = 9,      ///< the samples, references and directions that a distance is measured with
    Chances = 10,      ///< by draw in place of the iteration
    Augmentation = 11, ///< by draw in place of the iteration
    Mirror = 12,       ///< by draw in place of the iteration
    Direction = 13,    ///< in the latent space
    Followed = 14,     ///< the z whose samples are followed from picture to picture
};

/// A generator seed from (seed, iteration, purpose), well mixed (SplitMix64 finaliser, Steele et al. 2014).
constexpr std::uint64_t mixSeed(std::uint64_t seed, std::uint64_t iteration, Purpose purpose)
{
    const auto mix = [](std::uint64_t v) {
        v += 0x9e3779b97f4a7c15ULL;
        v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9ULL;
        v = (v ^ (v >> 27)) * 0x94d049bb133111ebULL;
        return v ^ (v >> 31);
    };
    return mix(mix(mix(seed) ^ iteration) ^ static_cast<std::uint64_t>(purpose));
}

} // namespace gan
