#include "core/model/gan_trainer.h"

#include <ATen/Parallel.h>

namespace gan {

void GanTrainer::prepare(const Settings& settings)
{
    settings.checkRules();
    m_device = deviceOf(settings);
    at::set_num_threads(static_cast<int>(settings.integer("threads")));
    m_seed = static_cast<std::uint64_t>(settings.integer("seed"));
}

Gan GanTrainer::ganOf(const Settings& settings, std::unique_ptr<Generator> generator,
                      std::unique_ptr<Discriminator> discriminator) const
{
    const auto optimizer = [&](const char* key, const Network& network) {
        return std::make_unique<Optimizer>(optimizerNamed(settings.choice(key)), network.weights(),
                                           network.gradient());
    };
    Gan gan;
    gan.generator = std::move(generator);
    gan.discriminator = std::move(discriminator);
    gan.optimizerG = optimizer("optimizer_g", *gan.generator);
    gan.optimizerD = optimizer("optimizer_d", *gan.discriminator);
    gan.random = {randomAtStart(Purpose::RealData), randomAtStart(Purpose::Noise),
                  randomAtStart(Purpose::GradientPenalty)};
    return gan;
}

Snapshot GanTrainer::stamped(Snapshot snapshot) const
{
    snapshot.iteration = m_training.iteration();
    snapshot.updatesD = m_training.updatesD();
    snapshot.updatesG = m_training.updatesG();
    return snapshot;
}

} // namespace gan
