#include "core/error.h"
#include "core/model/density_trainer.h"
#include "core/model/guarded_call.h"
#include "core/model/guarded_trainer.h"
#include "core/model_interface.h"

#include <string_view>

#define GAN_EXPORT extern "C" __attribute__((visibility("default")))

namespace {

std::unique_ptr<gan::Trainer> makeTrainer(std::string_view experimentId)
{
    if (experimentId == "density-1d")
        return gan::makeGuarded(gan::makeDensityTrainer());
    throw gan::Error(GE_TR("The network library has no experiment named %1."), {std::string(experimentId)});
}

} // namespace

GAN_EXPORT const char* ganModelInterface()
{
    return gan::kModelInterface;
}

GAN_EXPORT gan::Trainer* ganMakeTrainer(const char* experimentId)
{
    return gan::guarded([&] { return makeTrainer(experimentId).release(); });
}
