#pragma once

#include "core/error.h"
#include "core/experiment.h"
#include "core/trainer.h"

#include <atomic>

namespace gan {

/// What a test may ask of a FakeTrainer, and see of it, from any thread.
struct FakeTrainerProbe {
    std::atomic<std::int64_t> failAt = -1; ///< the iteration at which step() throws
    std::atomic<bool> failLoading = false; ///< makeFakeTrainer throws
    std::atomic<int> stepMicroseconds = 0; ///< each step takes at least so long
    std::atomic<int> pictureSide = 0; ///< pixels: above 0 it makes pictures too, 64 of them at every moment
    std::atomic<bool> hasTimeline = true; ///< of the three experiments only faces has one
    std::atomic<int> steps = 0, probes = 0, resets = 0;
};

/// A trainer without LibTorch: its numbers follow from seed, learning rates and iteration by a formula, and
/// it names all parts that the page of `density-1d` asks for.
class FakeTrainer : public Trainer {
public:
    explicit FakeTrainer(std::shared_ptr<FakeTrainerProbe> probe);

protected:
    void doReset(const Settings& settings, const TrainingData&) override;

private:
    TrainerInfo doInfo() const override;
    void doApply(const Settings& settings) override;
    StepMetrics doStep() override;
    Snapshot doProbe(const View& view) const override;
    Snapshot doTimelinePicture() const override;
    std::vector<float> doMeasure() const override;
    Snapshot doSamples(int count) const override;
    std::vector<Readout> doFinalReadouts(int) const override;
    std::string doSave() const override;
    void doRestore(std::string_view bytes) override;

    struct State {
        std::int64_t iteration = 0, updatesD = 0, updatesG = 0;
        double value = 0;
    };

    void busyWait() const;
    Pictures pictures(const char* name, int count, double value) const;

    std::shared_ptr<FakeTrainerProbe> m_probe;
    Settings m_settings;
    State m_state;
};

TrainerFactory
fakeTrainerFactory(std::shared_ptr<FakeTrainerProbe> probe = std::make_shared<FakeTrainerProbe>());

} // namespace gan
