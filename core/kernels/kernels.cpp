#include "core/kernels/kernels.h"

#include "core/error.h"
#include "core/kernels/tables.h"

#include <cstdlib>
#include <string>

namespace gan {

namespace {

struct Level {
    SimdLevel level;
    const char* name;
    const KernelTables* tables;
};

/// The best one last.
const Level kLevels[] = {
    {SimdLevel::Baseline, "baseline", &kBaselineKernels},
    {SimdLevel::Avx2, "avx2", &kAvx2Kernels},
    {SimdLevel::Avx512, "avx512", &kAvx512Kernels},
};

SimdLevel best()
{
    SimdLevel found = SimdLevel::Baseline;
    for (const Level& row : kLevels)
        if (hasLevel(row.level))
            found = row.level;
    return found;
}

SimdLevel levelNamed(std::string_view name)
{
    for (const Level& row : kLevels)
        if (name == row.name && hasLevel(row.level))
            return row.level;
    throw Error(GE_TR("The environment variable GAN_SIMD is %1. It must be a level that this processor has: "
                      "baseline, avx2 or avx512."),
                {std::string(name)});
}

SimdLevel chosen()
{
    const char* asked = std::getenv("GAN_SIMD");
    return asked && *asked ? levelNamed(asked) : best();
}

const Level& rowOf(SimdLevel level)
{
    return kLevels[static_cast<int>(level)];
}

} // namespace

bool hasLevel(SimdLevel level)
{
#ifdef __x86_64__
    switch (level) {
    case SimdLevel::Avx512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
    case SimdLevel::Avx2:
        return __builtin_cpu_supports("avx2");
    case SimdLevel::Baseline:
        break;
    }
#endif
    return level == SimdLevel::Baseline;
}

SimdLevel simdLevel()
{
    static const SimdLevel level = chosen();
    return level;
}

const char* nameOf(SimdLevel level)
{
    return rowOf(level).name;
}

template <>
const Kernels<float>& kernels(SimdLevel level)
{
    return rowOf(level).tables->floats;
}

template <>
const Kernels<double>& kernels(SimdLevel level)
{
    return rowOf(level).tables->doubles;
}

template <>
const Kernels<float>& kernels()
{
    static const Kernels<float>& chosenOnes = kernels<float>(simdLevel());
    return chosenOnes;
}

template <>
const Kernels<double>& kernels()
{
    static const Kernels<double>& chosenOnes = kernels<double>(simdLevel());
    return chosenOnes;
}

} // namespace gan
