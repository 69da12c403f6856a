#define GAN_VECTOR_BYTES 32
#include "core/kernels/kernels_at_level.h"

#include "core/kernels/tables.h"

namespace gan {

constexpr KernelTables kAvx2Kernels = {kTable<float>, kTable<double>};

} // namespace gan
