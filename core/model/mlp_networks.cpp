#include "core/model/mlp_networks.h"

#include "core/error.h"

#include <ATen/ops/ones.h>

namespace gan {

namespace {

/// The places of D's two outputs, as in the notebook: 0 = generated, 1 = real.
constexpr std::int64_t kGenerated = 0, kReal = 1;

std::vector<std::int64_t> discriminatorWidths(std::int64_t inputs, const std::vector<int>& hidden, Head head)
{
    std::vector<std::int64_t> widths{inputs};
    widths.insert(widths.end(), hidden.begin(), hidden.end());
    widths.push_back(head == Head::Single ? 1 : 2);
    return widths;
}

} // namespace

MlpGenerator::MlpGenerator(const std::vector<std::int64_t>& widths, Activation activation,
                           at::Generator random, const at::TensorOptions& options)
    : m_mlp(widths, activation, random, options)
{
    adopt({m_mlp.parameter()});
}

Head headNamed(std::string_view name)
{
    if (name == "softmax")
        return Head::Softmax;
    if (name == "single")
        return Head::Single;
    if (name == "seed_sigmoid")
        return Head::SeedSigmoid;
    throw Error(GE_TR("There is no output of D named %1."), {std::string(name)});
}

MlpDiscriminator::MlpDiscriminator(std::int64_t inputs, const std::vector<int>& hidden, Head head,
                                   Activation activation, at::Generator random,
                                   const at::TensorOptions& options)
    : m_head(head)
    , m_mlp(discriminatorWidths(inputs, hidden, head), activation, random, options)
    , m_realMinusGenerated(at::ones({2}, options))
{
    m_realMinusGenerated[kGenerated] = -1;
    adopt({m_mlp.parameter()});
}

Scores MlpDiscriminator::operator()(const Tensor& x)
{
    const Tensor logits = m_mlp.forward(x); // [B, 1] or [B, 2]
    if (m_head == Head::SeedSigmoid)
        return {logits.select(1, kReal), -logits.select(1, kGenerated)};
    const Tensor score = m_head == Head::Single ? logits.squeeze(1) : logits.mv(m_realMinusGenerated);
    return {score, score};
}

} // namespace gan
