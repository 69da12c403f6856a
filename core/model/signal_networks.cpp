#include "core/model/signal_networks.h"

#include "core/kernels/kernels.h"

#include <ATen/ops/matmul.h>
#include <ATen/ops/tanh.h>

namespace gan {

namespace {

/// The cube before its first axis, and after each.
std::vector<std::int64_t> stages(std::int64_t length)
{
    std::vector<std::int64_t> widths{length};
    for (std::int64_t axis = 1; axis < length; axis *= 2)
        widths.push_back(length);
    return widths;
}

/// Calls use(stage, offset, columns) for each pair of rows of the cube that A is applied to: rows whose
/// places differ along one axis alone. Neighbors among them lie one after the other, and are one long row.
template <class Use>
void forEachPair(const DensePass& pass, std::size_t stage, Use use)
{
    const std::int64_t length = std::int64_t(1) << pass.layers(), distance = std::int64_t(1) << stage;
    for (std::int64_t row = 0; row < length; row += 2 * distance)
        use(row * pass.columns(), distance * pass.columns());
}

template <class T>
void multiplyAll(const Tensor& A, const DensePass& pass)
{
    const MatrixView<T> matrix{A.data_ptr<T>(), 2, 1};
    for (std::size_t i = 0; i < pass.layers(); ++i)
        forEachPair(pass, i, [&](std::int64_t first, std::int64_t columns) {
            kernels<T>().multiply(matrix, nullptr, pass.values<T>(i) + first, pass.values<T>(i + 1) + first,
                                  2, 2, columns);
        });
}

template <class T>
std::int64_t numbersOf(const DensePass& pass)
{
    return pass.columns() << pass.layers();
}

template <class T>
void tanhOfLast(const DensePass& pass)
{
    kernels<T>().activate(Activation::Tanh, T(0), pass.values<T>(pass.layers()), numbersOf<T>(pass));
}

template <class T>
void goBack(const Tensor& A, const Tensor& gradient, const DensePass& pass)
{
    const Kernels<T>& use = kernels<T>();
    const MatrixView<T> turned{A.data_ptr<T>(), 1, 2};
    const std::size_t last = pass.layers();
    use.deactivate(Activation::Tanh, T(0), pass.values<T>(last), pass.gradient<T>(last), numbersOf<T>(pass));
    for (std::size_t i = last; i-- > 0;)
        forEachPair(pass, i, [&](std::int64_t first, std::int64_t columns) {
            const T* delta = pass.gradient<T>(i + 1) + first;
            use.addOuter(delta, pass.values<T>(i) + first, gradient.data_ptr<T>(), nullptr, 2, 2, columns);
            use.multiply(turned, nullptr, delta, pass.gradient<T>(i) + first, 2, 2, columns);
        });
}

template <class Here>
auto inTypeOf(const Tensor& A, Here here)
{
    return A.scalar_type() == at::kFloat ? here(float()) : here(double());
}

std::shared_ptr<DensePass> passOf(const Tensor& A, DensePasses& passes, const Tensor& z, bool withTanh)
{
    auto pass = passes.begin(z);
    inTypeOf(A, [&](auto number) {
        multiplyAll<decltype(number)>(A, *pass);
        if (withTanh)
            tanhOfLast<decltype(number)>(*pass);
    });
    return pass;
}

bool useKernels(const Tensor& A, const Tensor& z)
{
    const bool isFollowed = at::GradMode::is_enabled() && (A.requires_grad() || z.requires_grad());
    return z.device().is_cpu() && !isFollowed;
}

Tensor differentiableProduct(const Tensor& A, const Tensor& z)
{
    const std::int64_t count = z.size(0), n = z.size(1);
    Tensor y = z;
    for (std::int64_t axis = 1; axis < n; axis *= 2) // k times
        // The last axis goes through A and becomes the first: after k turns each is back in its place.
        y = at::matmul(y.reshape({count, n / 2, 2}), A.t()).transpose(1, 2);
    return y.reshape({count, n});
}

/// With kernels.
Tensor looked(const Tensor& A, const Tensor& z, bool withTanh)
{
    DensePasses passes(stages(z.size(1)));
    const auto pass = passOf(A.contiguous(), passes, z, withTanh);
    return pass->rows(pass->layers());
}

} // namespace

Tensor kroneckerProduct(const Tensor& A, const Tensor& z)
{
    return useKernels(A, z) ? looked(A, z, false) : differentiableProduct(A, z);
}

Tensor kroneckerSignal(const Tensor& A, const Tensor& z)
{
    return useKernels(A, z) ? looked(A, z, true) : differentiableProduct(A, z).tanh();
}

KroneckerGenerator::KroneckerGenerator(const Tensor& start)
    : m_A(start.clone())
{
    adopt({m_A});
}

GeneratorPass KroneckerGenerator::forward(const Tensor& z)
{
    if (!z.device().is_cpu())
        return Generator::forward(z);
    if (m_length != z.size(1))
        m_passes = std::make_unique<DensePasses>(stages(z.size(1)));
    m_length = z.size(1);
    const auto pass = passOf(m_A, *m_passes, z, true);
    return {pass->rows(pass->layers()), pass};
}

void KroneckerGenerator::backward(const GeneratorPass& pass, const Tensor& bySamples)
{
    if (!pass.memory)
        return Generator::backward(pass, bySamples);
    auto& dense = static_cast<DensePass&>(*pass.memory);
    dense.setGradientRows(dense.layers(), bySamples);
    inTypeOf(m_A, [&](auto number) { goBack<decltype(number)>(m_A, gradient(), dense); });
}

} // namespace gan
