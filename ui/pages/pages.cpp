#include "ui/pages/pages.h"

#include "core/error.h"
#include "core/experiment.h"

#include <map>
#include <string_view>

namespace gan {

const PageSpec& pageFor(const Experiment& experiment)
{
    static const std::map<std::string_view, PageSpec> pages = {
        {"density-1d", density1dPage()},
        {"signal", signalPage()},
        {"faces", facesPage()},
    };
    const auto page = pages.find(experiment.id);
    if (page == pages.end())
        throw Error(GE_TR("The experiment %1 has no page of plots."), {std::string(experiment.id)});
    return page->second;
}

} // namespace gan
