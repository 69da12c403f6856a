#include "core/model/device.h"

#include "core/device.h"

#include <ATen/Context.h>
#include <ATen/Version.h>
#include <torch/version.h>

namespace gan {

std::vector<std::string> availableDevices()
{
    return at::hasCUDA() ? std::vector<std::string>{"cpu", "cuda"} : std::vector<std::string>{"cpu"};
}

at::Device deviceOf(const Settings& settings)
{
    requireDevice(settings, availableDevices());
    return settings.choice("device") == "cuda" ? at::Device(at::kCUDA, 0) : at::Device(at::kCPU);
}

/// LibTorch tells it among its build settings only: "..., TORCH_VERSION=2.13.0, USE_CUDA=0, ...".
std::string loadedVersion()
{
    static const std::string name = "TORCH_VERSION=";
    const std::string settings = at::show_config();
    const auto start = settings.find(name);
    if (start == std::string::npos)
        return TORCH_VERSION;
    const auto first = start + name.size();
    return settings.substr(first, settings.find_first_of(", \n", first) - first);
}

} // namespace gan
