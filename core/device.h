#pragma once

#include "core/settings/settings.h"

#include <string>
#include <vector>

namespace gan {

/// Throws Error when the settings ask for a device that is not among `devices`, the values of the setting
/// `device` that can be had (Trainer::devices()). Any thread.
void requireDevice(const Settings& settings, const std::vector<std::string>& devices);

/// Who computes, and on what: "LibTorch 2.13.0 (cpu, cuda)". Any thread.
std::string libraryText(const std::string& version, const std::vector<std::string>& devices);

} // namespace gan
