#pragma once

#include "core/model/tensor.h"

#include <ATen/core/grad_mode.h>

#include <memory>
#include <vector>

namespace gan {

/// A network whose weights lie in one flat tensor, and its gradients in another of the same length. Each
/// layer sees its part of them as a view, so an optimizer, a norm or a copy is one operation, whatever the
/// layers are. Not copyable: layers hold views of the flat tensors. One thread at a time.
class Network {
public:
    Network() = default;
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;
    virtual ~Network() = default;

    /// All weights, shape [n], outside of autograd. Whoever writes into it moves the network.
    const Tensor& weights() const { return m_weights; }
    /// What backward() has added up since clearGradient(), shape [n].
    const Tensor& gradient() const { return m_gradient; }
    /// What is not learned but belongs to the state, such as BatchNorm's running mean and variance.
    const std::vector<Tensor>& buffers() const { return m_buffers; }

    void clearGradient() { m_gradient.zero_(); }

    /// Frozen weights get no gradient, and autograd saves the work of computing it.
    void setLearning(bool learns);
    bool isLearning() const { return m_isLearning; }

protected:
    /// For the end of a constructor: moves these leaf tensors into the flat ones. Their values stay.
    void adopt(std::vector<Tensor> parameters, std::vector<Tensor> buffers = {});

private:
    std::vector<Tensor> m_parameters, m_buffers;
    Tensor m_weights, m_gradient;
    bool m_isLearning = true;
};

/// An output of networks, and the gradient of a loss with respect to it, of the same shape; nothing where it
/// is undefined.
struct OutputGradient {
    Tensor output, gradient;
};

/// Back-propagation: hands gradients on from outputs to the weights that they were computed with, which add
/// them to their gradient(). Frozen weights get none.
void propagate(const std::vector<OutputGradient>& gradients);
/// The same to `input` alone, of whose gradient it returns the value. `input` must ask for a gradient.
Tensor propagatedTo(const Tensor& input, const std::vector<OutputGradient>& gradients);

/// What a network keeps of a pass for its way back. Its own; autograd keeps that in the output itself.
struct PassMemory {
    virtual ~PassMemory() = default;
};

/// A pass of G that backward() can go back through, once.
struct GeneratorPass {
    Tensor samples; ///< G(z)
    std::shared_ptr<PassMemory> memory{};
};

/// G: noise z [B, ...] in, generated samples [B, ...] out. What a network computes with autograd's operations
/// alone needs operator() only.
class Generator : public Network {
public:
    /// G(z), which autograd follows where it is on.
    virtual Tensor operator()(const Tensor& z) = 0;

    virtual GeneratorPass forward(const Tensor& z) { return {(*this)(z)}; }
    /// Adds to gradient() that of a loss whose gradient with respect to G(z) is `bySamples`.
    virtual void backward(const GeneratorPass& pass, const Tensor& bySamples)
    {
        propagate({{pass.samples, bySamples}});
    }
};

/// What D says of a batch, one score for each sample, shape [B]. Nearly always both are the same tensor; only
/// the head with two independent sigmoids has one voice for each class.
struct Scores {
    Tensor real;      ///< sigmoid of it is P(real)
    Tensor generated; ///< one minus sigmoid of it is P(generated)
};

/// A pass of D that can be gone back through, once.
struct DiscriminatorPass {
    Tensor input;
    Scores scores{};
    std::shared_ptr<PassMemory> memory{};
};

/// The gradient of a loss with respect to what D made of a batch; undefined where it is 0.
struct ScoreGradient {
    Scores byScores{};
    OutputGradient features{}; ///< Discriminator::features() and the gradient with respect to them
};

/// D: samples [B, ...] in, scores out. What a network computes with autograd's operations alone needs
/// operator() only.
class Discriminator : public Network {
public:
    /// D(x), which autograd follows where it is on.
    virtual Scores operator()(const Tensor& x) = 0;

    virtual DiscriminatorPass forward(const Tensor& x);
    /// Adds to gradient() that of the loss.
    virtual void backward(const DiscriminatorPass& pass, const ScoreGradient& gradient);
    /// The gradient of the loss with respect to the input, of its shape. D is frozen.
    virtual Tensor backwardToInput(const DiscriminatorPass& pass, const ScoreGradient& gradient);
    /// Adds to gradient() that of weight / 2 times the sum over the samples x of |D'(x)|^2, the squared slope
    /// of the score for "real" there, and returns that number.
    virtual double addSlopePenalty(const Tensor& x, double weight);
    /// What the layer before the output made of the input, [B, f], for feature matching. Throws Error for a
    /// network that does not offer it.
    virtual Tensor features(const DiscriminatorPass& pass);
    /// After each update of the weights: what a network keeps beside them may follow. Not while they are
    /// only looked at, so drawing changes nothing.
    virtual void weightsMoved() {}
};

/// While it lives, the network is frozen.
class Frozen {
public:
    explicit Frozen(Network& network)
        : m_network(network)
    {
        m_network.setLearning(false);
    }
    ~Frozen() { m_network.setLearning(true); }
    Frozen(const Frozen&) = delete;
    Frozen& operator=(const Frozen&) = delete;

private:
    Network& m_network;
};

/// While it lives, passes are only looked at: autograd records nothing, and at the end the buffers are what
/// they were. BatchNorm therefore uses the statistics of the batch it is shown and learns nothing from it.
class Looking {
public:
    explicit Looking(const Network& network);
    ~Looking();
    Looking(const Looking&) = delete;
    Looking& operator=(const Looking&) = delete;

private:
    at::NoGradGuard m_noGrad;
    std::vector<Tensor> m_buffers, m_before;
};

} // namespace gan
