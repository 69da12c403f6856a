#pragma once

#include "core/settings/row_values.h"

namespace gan {

/// The values of all settings of one experiment.
class Settings : public RowValues {
public:
    explicit Settings(const Experiment& experiment);

    /// Throws Error when the values contradict each other (the experiment's rules).
    void checkRules() const;

    /// As another run may begin with them: without what a hand did to the networks of this one.
    Settings forNewRun() const;

    bool operator==(const Settings&) const = default;
};

} // namespace gan
