#pragma once

#include "core/model/mlp.h"
#include "core/model/network.h"

namespace gan {

/// z [B, widths.front()] -> G(z) [B, widths.back()].
class MlpGenerator : public Generator {
public:
    MlpGenerator(const std::vector<std::int64_t>& widths, Activation activation, at::Generator random,
                 const at::TensorOptions& options = at::kFloat);
    Tensor operator()(const Tensor& z) override { return m_mlp.forward(z); }

private:
    Mlp m_mlp;
};

/// How D says what it believes (the setting `head`).
enum class Head {
    Softmax,     ///< two logits that share one unit of belief: sigmoid(real - generated) = softmax of both
    Single,      ///< one logit
    SeedSigmoid, ///< two independent sigmoids, each trained on its own class only
};

/// From the value of the setting `head`; throws Error when there is no such head.
Head headNamed(std::string_view name);

/// x [B, inputs] -> scores [B]. The head decides how many outputs the last layer has.
class MlpDiscriminator : public Discriminator {
public:
    MlpDiscriminator(std::int64_t inputs, const std::vector<int>& hidden, Head head, Activation activation,
                     at::Generator random, const at::TensorOptions& options = at::kFloat);
    Scores operator()(const Tensor& x) override;

private:
    Head m_head;
    Mlp m_mlp;
    Tensor m_realMinusGenerated; ///< (-1, +1): multiplied with two logits, their difference
};

} // namespace gan
