#include "core/device.h"

#include "core/error.h"
#include "core/experiment.h"

#include <algorithm>

namespace gan {

namespace {

std::string listed(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

} // namespace

void requireDevice(const Settings& settings, const std::vector<std::string>& devices)
{
    if (!settings.experiment().find("device")) // such as an experiment of a test
        return;
    const std::string& wanted = settings.choice("device");
    if (std::find(devices.begin(), devices.end(), wanted) == devices.end())
        throw Error(GE_TR("device is \"%1\", but LibTorch finds none on this machine; here it must be one of "
                          "%2."),
                    {wanted, listed(devices)});
}

std::string libraryText(const std::string& version, const std::vector<std::string>& devices)
{
    return "LibTorch " + version + " (" + listed(devices) + ")";
}

} // namespace gan
