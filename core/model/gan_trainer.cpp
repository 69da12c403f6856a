#include "core/model/gan_trainer.h"

#include "core/kernels/kernels.h"

#include <ATen/Parallel.h>

namespace gan {

void GanTrainer::prepare(const GanSettings& settings)
{
    simdLevel(); // a wrong GAN_SIMD is refused before the run begins
    m_device = settings.device;
    at::set_num_threads(settings.threads);
    m_seed = settings.seed;
}

Gan GanTrainer::ganOf(const GanSettings& settings, std::unique_ptr<Generator> generator,
                      std::unique_ptr<Discriminator> discriminator) const
{
    const auto optimizer = [&](const GanSettings::Side& side, const Network& network) {
        return std::make_unique<Optimizer>(side.optimizer, network.weights(), network.gradient());
    };
    Gan gan;
    gan.generator = std::move(generator);
    gan.discriminator = std::move(discriminator);
    gan.optimizerG = optimizer(settings.g, *gan.generator);
    gan.optimizerD = optimizer(settings.d, *gan.discriminator);
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
