#include "core/model/signal_data.h"

#include "core/digest.h"
#include "core/error.h"
#include "core/model/device.h"
#include "core/model/sampling.h"
#include "core/model/signal_networks.h"

#include <ATen/ops/index_select.h>
#include <ATen/ops/randint.h>
#include <ATen/ops/tensor.h>

namespace gan {

namespace {

SignalData teacherData(const SignalSource& source, at::Generator random, at::Device device)
{
    SignalData data;
    data.teacher = on(device, matrixTensor(source.teacher));
    data.z = signalNoise(source.count, source.length, random, device);
    data.x = kroneckerSignal(data.teacher, data.z);
    return data;
}

SignalData fileData(const std::string& path, const Vectors* given, std::int64_t n, at::Device device)
{
    if (!given || given->length != n)
        throw Error(GE_TR("The vectors of %1 are missing."), {path});
    Vectors vectors = *given;
    SignalData data;
    data.source = std::to_string(digest(bytesIn(vectors.values)));
    data.scale = standardize(vectors, path);
    data.x = on(device, at::tensor(vectors.values, at::kDouble).view({vectors.count(), n}));
    return data;
}

} // namespace

Tensor signalNoise(std::int64_t count, std::int64_t n, at::Generator random, at::Device device)
{
    return on(device, drawUniform({count, n}, 0, 1, random, at::kDouble));
}

Tensor matrixTensor(const Matrix& matrix)
{
    std::vector<double> entries;
    for (const auto& row : matrix)
        entries.insert(entries.end(), row.begin(), row.end());
    return at::tensor(entries, at::kDouble).view({2, 2});
}

Tensor drawnRows(const Tensor& x, std::int64_t count, at::Generator random)
{
    return x.index_select(0, on(x.device(), at::randint(0, x.size(0), {count}, random, at::kLong)));
}

Tensor SignalData::reference(std::int64_t many, at::Generator random) const
{
    if (teacher.defined())
        return kroneckerSignal(teacher, signalNoise(many, length(), random, x.device()));
    return drawnRows(x, many, random);
}

SignalData signalData(const SignalSource& source, const Vectors* vectors, at::Generator random,
                      at::Device device)
{
    return source.file.empty() ? teacherData(source, random, device)
                               : fileData(source.file, vectors, source.length, device);
}

SignalBatches::SignalBatches(SignalData data, std::uint64_t seed)
    : m_data(std::move(data))
    , m_order(m_data.count(), seed)
{
}

void SignalBatches::setSize(std::int64_t batch, bool onePerIteration)
{
    m_batch = batch;
    m_onePerIteration = onePerIteration;
}

void SignalBatches::beginIteration()
{
    m_drawnNow = m_seenByD = false;
}

void SignalBatches::advance()
{
    if (m_onePerIteration && m_drawnNow)
        return;
    m_places = on(m_data.x.device(), m_order.next(m_batch));
    m_drawnNow = true;
}

Tensor SignalBatches::forD()
{
    advance();
    m_seenByD = true;
    return chosen(m_data.x);
}

GeneratorBatch SignalBatches::forG(FeatureMatching matching)
{
    if (!m_seenByD)
        advance();
    GeneratorBatch batch;
    if (matching != FeatureMatching::None)
        batch.x = chosen(m_data.x);
    if (matching == FeatureMatching::Paired)
        batch.z = chosen(m_data.z);
    return batch;
}

} // namespace gan
