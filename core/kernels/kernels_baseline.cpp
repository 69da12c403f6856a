#define GAN_VECTOR_BYTES 16
#include "core/kernels/kernels_at_level.h"

#include "core/kernels/tables.h"

namespace gan {

constexpr KernelTables kBaselineKernels = {kTable<float>, kTable<double>};

} // namespace gan
