#pragma once

#include "core/model/mlp.h"
#include "core/model/network.h"

namespace gan {

/// An input of so many numbers and hidden layers of these widths.
std::vector<std::int64_t> widthsOf(std::int64_t inputs, const std::vector<int>& hidden);

/// z [B, widths.front()] -> G(z) [B, widths.back()].
class MlpGenerator : public Generator {
public:
    MlpGenerator(MlpShape shape, at::Generator random, const at::TensorOptions& options = at::kFloat);
    Tensor operator()(const Tensor& z) override { return m_mlp.forward(z); }
    GeneratorPass forward(const Tensor& z) override;
    void backward(const GeneratorPass& pass, const Tensor& bySamples) override;

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

/// x [B, inputs] -> scores [B]. The head decides how many outputs the last layer has. Its features are the
/// last hidden layer after its activation.
class MlpDiscriminator : public Discriminator {
public:
    /// The outputs that the head asks for are added to the shape's widths: inputs and hidden layers.
    MlpDiscriminator(MlpShape shape, Head head, at::Generator random,
                     const at::TensorOptions& options = at::kFloat);
    Scores operator()(const Tensor& x) override;
    DiscriminatorPass forward(const Tensor& x) override;
    void backward(const DiscriminatorPass& pass, const ScoreGradient& gradient) override;
    Tensor backwardToInput(const DiscriminatorPass& pass, const ScoreGradient& gradient) override;
    double addSlopePenalty(const Tensor& x, double weight) override;
    Tensor features(const DiscriminatorPass& pass) override;
    void weightsMoved() override { m_mlp.weightsMoved(); }

private:
    void goBack(const DiscriminatorPass& pass, const ScoreGradient& by, const Tensor& gradient, bool toInput);

    Head m_head;
    Mlp m_mlp;
};

} // namespace gan
