#include "core/view.h"

#include "core/experiment.h"

#include <algorithm>

namespace gan {

View::View(const Experiment& experiment)
    : RowValues(experiment, experiment.view)
{
}

bool View::wants(std::initializer_list<std::string_view> parts) const
{
    return wantsAll() || std::any_of(parts.begin(), parts.end(),
                                     [&](std::string_view part) { return m_parts->contains(part); });
}

View View::whole() const
{
    View all = *this;
    all.setParts(std::nullopt);
    return all;
}

} // namespace gan
