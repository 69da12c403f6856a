#pragma once

#include "core/data/training_data.h"
#include "core/guarded_call.h"
#include "core/settings/settings.h"
#include "core/snapshot.h"
#include "core/step_metrics.h"
#include "core/view.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gan {

// One GAN in training, without a word about LibTorch, cut into what its callers need: who looks, who
// measures, who trains. The public members are not virtual: each calls the private one that an experiment
// overrides, and turns everything that it may throw (LibTorch, memory) into the program's one Error. So no
// member can be left unguarded.

/// Looks at a trainer as it is now. Nothing changes by it: what is drawn at random comes from generators of
/// its own, seeded by (seed, iteration, purpose). The trainer's thread; may throw Error.
class Viewer {
public:
    virtual ~Viewer() = default;

    /// What is looked at of this moment, its read-outs in any case. Which parts are asked for changes none of
    /// the others. Finite even after step() has thrown: the last finite state.
    Snapshot probe(const View& view) const
    {
        return guarded([&] {
            Snapshot snapshot = doProbe(view);
            snapshot.isWhole = view.wantsAll();
            return snapshot;
        });
    }

    /// What a timeline keeps of this iteration, from fixed z: its pictures and read-outs. Empty when the
    /// experiment has no timeline.
    Snapshot timelinePicture() const
    {
        return guarded([&] { return doTimelinePicture(); });
    }

    /// `count` fresh outputs of the generator: the table "samples" for numbers, the pictures "samples" for
    /// pictures.
    Snapshot samples(int count) const
    {
        return guarded([&] { return doSamples(count); });
    }

private:
    virtual Snapshot doProbe(const View& view) const = 0;
    virtual Snapshot doTimelinePicture() const { return {}; }
    virtual Snapshot doSamples(int count) const = 0;
};

/// Measures how good a trainer's generator is now, and changes nothing, as Viewer does.
class Measurer {
public:
    virtual ~Measurer() = default;

    /// The experiment's own quality measures at this iteration, one for each of
    /// TrainerInfo::measuredColumns.
    std::vector<float> measure() const
    {
        return guarded([&] { return doMeasure(); });
    }

    /// Read-outs for the end of a run, from `sampleCount` fresh outputs: quality with the value of a perfect
    /// generator.
    std::vector<Readout> finalReadouts(int sampleCount) const
    {
        return guarded([&] { return doFinalReadouts(sampleCount); });
    }

private:
    virtual std::vector<float> doMeasure() const = 0;
    virtual std::vector<Readout> doFinalReadouts(int sampleCount) const = 0;
};

/// What a trainer says of itself, before its first reset too.
struct TrainerInfo {
    std::string library;              ///< which LibTorch computes, e.g. "1.13.0" (Debian's package 1.13.1)
    std::vector<std::string> devices; ///< the values of `device` that reset() takes here, e.g. "cpu", "cuda"
    std::vector<std::string> ownColumns;      ///< the experiment's own that step() fills in, in its order
    std::vector<std::string> measuredColumns; ///< what measure() returns, in its order

    bool operator==(const TrainerInfo&) const = default;
};

/// Trains. All numbers follow from the settings (the seed is one), the data and the calls of reset, apply and
/// step. Used by one thread only, the one that made it; every member may throw Error.
class Trainer : public Viewer, public Measurer {
public:
    TrainerInfo info() const
    {
        return guarded([&] { return doInfo(); });
    }

    /// New networks, optimizers and generators from these settings; iteration 0. Throws Error, and changes
    /// nothing, when there is no such device, or when the data are not what the settings need.
    void reset(const Settings& settings, const TrainingData& data = {})
    {
        guarded([&] { doReset(settings, data); });
    }

    /// Live settings for the steps to come. Optimizers keep their state, generators their place.
    void apply(const Settings& settings)
    {
        guarded([&] { doApply(settings); });
    }

    /// One iteration: steps_d updates of D, then steps_g of G; either may be 0, not both. Throws Error,
    /// naming iteration, quantity and learning rates, when a loss or a weight is no longer finite; the
    /// trainer then still answers probe().
    StepMetrics step()
    {
        return guarded([&] { return doStep(); });
    }

    /// The whole state as bytes: weights, optimizers, generators, counts. A trainer with the same settings
    /// and data that restores them goes on bit for bit. restore() throws Error on bytes that it cannot read
    /// and then changes nothing.
    std::string save() const
    {
        return guarded([&] { return doSave(); });
    }
    void restore(std::string_view bytes)
    {
        guarded([&] { doRestore(bytes); });
    }

private:
    virtual TrainerInfo doInfo() const = 0;
    virtual void doReset(const Settings& settings, const TrainingData& data) = 0;
    virtual void doApply(const Settings& settings) = 0;
    virtual StepMetrics doStep() = 0;
    virtual std::string doSave() const = 0;
    virtual void doRestore(std::string_view bytes) = 0;
};

/// Makes the trainer of an experiment, before its first reset. Called on the thread that will use it; may
/// take the half second that LibTorch needs to load; throws Error when it cannot be had.
using TrainerFactory = std::function<std::unique_ptr<Trainer>(std::string_view experimentId)>;

} // namespace gan
