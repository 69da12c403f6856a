#pragma once

#include "core/kernels/kernels.h"

namespace gan {

/// What a level is compiled to. Those of AVX2 and AVX-512 must not be called where the processor lacks them.
struct KernelTables {
    Kernels<float> floats;
    Kernels<double> doubles;
};

extern const KernelTables kBaselineKernels, kAvx2Kernels, kAvx512Kernels;

} // namespace gan
