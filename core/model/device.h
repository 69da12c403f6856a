#pragma once

#include "core/model/tensor.h"
#include "core/settings/settings.h"

#include <string>
#include <vector>

// Where the tensors of a run live: on one device, that of the setting `device`. All random numbers are drawn
// on the CPU and then moved there, so that a seed means the same noise and the same data everywhere;
// pictures, figures and saved states come back to the CPU. Tests follow the device through a whole update
// with PyTorch's "meta" device, which computes shapes and devices but no numbers. On a real CUDA device none
// of this has been run.
namespace gan {

/// The values of the setting `device` that can be had here: cpu, and cuda when LibTorch finds one.
std::vector<std::string> availableDevices();

/// From the setting `device`; throws Error when there is none such here.
at::Device deviceOf(const Settings& settings);

/// The same numbers on that device: the tensor itself when it is there already. Asked before to() because the
/// call alone would be felt in the steps of a small network.
inline Tensor on(at::Device device, const Tensor& tensor)
{
    return tensor.device() == device ? tensor : tensor.to(device);
}

/// The version of the LibTorch that is loaded, which need not be the one this was compiled with.
std::string loadedVersion();

} // namespace gan
