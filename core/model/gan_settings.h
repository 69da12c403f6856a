#pragma once

#include "core/loss.h"
#include "core/model/device.h"
#include "core/model/losses.h"
#include "core/model/optimizer.h"
#include "core/settings/settings.h"

namespace gan {

/// What the settings of any experiment say of its GAN, read once. An experiment's own value adds the rest.
struct GanSettings {
    /// Throws Error when a rule is broken or the device cannot be had.
    explicit GanSettings(const Settings& settings);

    /// Of one network.
    struct Side {
        OptimizerKind optimizer;
        OptimizerRates rates;
        std::int64_t steps; ///< updates in each iteration
    };

    std::uint64_t seed;
    at::Device device;
    int threads;
    std::int64_t batch; ///< samples of an update
    LossRule rule;
    const LossFacts* facts;
    bool clearsGradientG; ///< before each update of G; otherwise gradients add up
    Side d, g;
    std::string optimizers; ///< their names, for the tag of a saved state
};

} // namespace gan
