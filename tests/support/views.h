#pragma once

#include "core/experiment.h"
#include "core/view.h"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace gan {

/// All that an experiment can show, with these rows of its View.
inline View viewOf(std::string_view experiment,
                   std::initializer_list<std::pair<const char*, const char*>> values = {})
{
    View view(experimentNamed(experiment));
    for (const auto& [key, text] : values)
        view.setText(key, text);
    return view;
}

/// The same, but of these parts alone.
inline View viewOfParts(View view, std::initializer_list<const char*> names)
{
    View::Parts parts;
    for (const char* name : names)
        parts.insert(name);
    view.setParts(std::move(parts));
    return view;
}

} // namespace gan
