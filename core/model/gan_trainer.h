#pragma once

#include "core/model/gan_training.h"
#include "core/model/sampling.h"
#include "core/trainer.h"

namespace gan {

/// What the trainers of all experiments share: one GAN in training, from one seed, on one device. An
/// experiment adds its networks, its data and its pictures.
class GanTrainer : public Trainer {
protected:
    /// Library and devices with these columns.
    static TrainerInfo infoWith(std::vector<std::string> own, std::vector<std::string> measured)
    {
        return {loadedVersion(), availableDevices(), std::move(own), std::move(measured)};
    }

    /// For the beginning of reset(): device, threads and seed of the run.
    void prepare(const GanSettings& settings);

    /// These networks with the optimizers that the settings name, and with fresh random streams; what draws
    /// is left to the experiment.
    Gan ganOf(const GanSettings& settings, std::unique_ptr<Generator> generator,
              std::unique_ptr<Discriminator> discriminator) const;

    /// A generator of random numbers for this iteration, which shifts no other.
    at::Generator randomNow(Purpose purpose) const
    {
        return randomFor(m_seed, m_training.iteration(), purpose);
    }
    /// That of the run, at its start.
    at::Generator randomAtStart(Purpose purpose) const { return randomFor(m_seed, 0, purpose); }

    /// The snapshot with iteration and updates.
    Snapshot stamped(Snapshot snapshot) const;

    GanTraining m_training;
    at::Device m_device = at::kCPU;
    std::uint64_t m_seed = 0;
    std::string m_tag; ///< what a saved state must agree in, besides shapes

private:
    StepMetrics doStep() override { return m_training.step(); }
    std::string doSave() const override { return m_training.save(m_tag); }
    void doRestore(std::string_view bytes) override { m_training.restore(bytes, m_tag); }
};

} // namespace gan
