#pragma once

#include "core/settings/settings.h"
#include "core/snapshot.h"
#include "core/step_metrics.h"
#include "core/step_observer.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gan {

struct PictureSet;

/// One GAN in training, without a word about LibTorch. Used by one thread only, the one that made it.
/// All numbers follow from the settings (the seed is one) and the calls of reset, apply and step: probe,
/// measure, samples and save change nothing and draw from generators of their own, seeded by (seed,
/// iteration, purpose). Every member may throw Error.
class Trainer {
public:
    virtual ~Trainer() = default;

    /// Names of the experiment's own columns that step() fills in each iteration (StepMetrics::own), in its
    /// order.
    virtual std::vector<std::string> ownColumns() const { return {}; }

    /// Names of the experiment's own columns on the measurement grid: what measure() returns, in its order.
    virtual std::vector<std::string> measuredColumns() const = 0;

    /// The pictures that the next reset() shall train on; an experiment without pictures ignores them. They
    /// are shared, never copied.
    virtual void usePictures(std::shared_ptr<const PictureSet>) {}

    /// Those that it trains on since the last reset(); null when it trains on none.
    virtual std::shared_ptr<const PictureSet> pictures() const { return nullptr; }

    /// New networks, optimizers and generators from these settings; iteration 0. Throws Error, and changes
    /// nothing, when there is no such device.
    virtual void reset(const Settings& settings) = 0;

    /// Live settings for the steps to come. Optimizers keep their state, generators their place.
    virtual void apply(const Settings& settings) = 0;

    /// One iteration: steps_d updates of D, then steps_g of G; either may be 0, not both. `observer` may be
    /// null. Throws Error, naming iteration, quantity and learning rates, when a loss or a weight is no
    /// longer finite; the trainer then still answers probe().
    virtual StepMetrics step(StepObserver* observer = nullptr) = 0;

    /// What the screen shows of this moment. Finite even after step() has thrown: the last finite state.
    virtual Snapshot probe() const = 0;

    /// The experiment's own quality measures at this iteration, one for each of measuredColumns().
    virtual std::vector<float> measure() const = 0;

    /// What a timeline keeps of this iteration, from fixed z: its pictures and read-outs. Empty when the
    /// experiment has no timeline. It depends on no View setting.
    virtual Snapshot timelinePicture() const { return {}; }

    /// `count` fresh outputs of the generator: the table "samples" for numbers, the pictures "samples" for
    /// pictures.
    virtual Snapshot samples(int count) const = 0;

    /// Read-outs for the end of a run, from `sampleCount` fresh outputs: quality with the value of a perfect
    /// generator.
    virtual std::vector<Readout> finalReadouts(int sampleCount) const = 0;

    /// The whole state as bytes: weights, optimizers, generators, counts. A trainer with the same settings
    /// that restores them goes on bit for bit. restore() throws Error on bytes that it cannot read and then
    /// changes nothing.
    virtual std::string save() const = 0;
    virtual void restore(std::string_view bytes) = 0;

    /// Which LibTorch computes, e.g. "1.13.0" (as Debian's package 1.13.1 calls itself).
    virtual std::string libraryVersion() const = 0;

    /// The values of the setting `device` that reset() takes here, e.g. "cpu", "cuda".
    virtual std::vector<std::string> devices() const = 0;
};

/// Makes the trainer of an experiment, before its first reset. Called on the thread that will use it; may
/// take the half second that LibTorch needs to load; throws Error when it cannot be had.
using TrainerFactory = std::function<std::unique_ptr<Trainer>(std::string_view experimentId)>;

} // namespace gan
