#include "core/error.h"
#include "core/experiments/experiments.h"
#include "core/model/trainers.h"
#include "core/model_interface.h"

#include <malloc.h>

#include <mutex>
#include <string_view>

#define GAN_EXPORT extern "C" __attribute__((visibility("default")))

namespace {

std::unique_ptr<gan::Trainer> makeTrainer(std::string_view experimentId)
{
#define GAN_EXPERIMENT(name, Name)                                                                           \
    if (experimentId == gan::name().id)                                                                      \
        return gan::make##Name##Trainer();
#include "core/experiments/all.inc"
#undef GAN_EXPERIMENT
    throw gan::Error(GE_TR("The network library has no experiment named %1."), {std::string(experimentId)});
}

/// An update allocates and frees a few hundred kilobytes. By default glibc hands the top of its heap back to
/// the system and fetches it again, up to a thousand times a second: measured, up to a quarter of the
/// training time of a small network, depending on what lies where. This keeps it for the next update.
void keepFreedMemory()
{
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most that glibc allows
}

} // namespace

GAN_EXPORT const char* ganModelInterface()
{
    return gan::kModelInterface;
}

GAN_EXPORT gan::Trainer* ganMakeTrainer(const char* experimentId)
{
    static std::once_flag once;
    std::call_once(once, keepFreedMemory);
    return gan::guarded([&] { return makeTrainer(experimentId).release(); });
}
