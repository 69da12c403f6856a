#include "ui/pages/pages.h"

#include "core/experiments/experiments.h"

#include <map>
#include <string_view>

namespace gan {

const PageSpec& pageFor(const Experiment& experiment)
{
    static const std::map<std::string_view, PageSpec> pages = {
#define GAN_EXPERIMENT(name, Name) {name().id, name##Page()},
#include "core/experiments/all.inc"
#undef GAN_EXPERIMENT
    };
    return pages.at(experiment.id);
}

} // namespace gan
