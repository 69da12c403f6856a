#pragma once

#include "core/model/tensor.h"

#include <ATen/core/grad_mode.h>

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

protected:
    /// For the end of a constructor: moves these leaf tensors into the flat ones. Their values stay.
    void adopt(std::vector<Tensor> parameters, std::vector<Tensor> buffers = {});

private:
    std::vector<Tensor> m_parameters, m_buffers;
    Tensor m_weights, m_gradient;
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

/// G: noise z [B, ...] in, generated samples [B, ...] out.
class Generator : public Network {
public:
    virtual Tensor operator()(const Tensor& z) = 0;
};

/// What D says of a batch, one score for each sample, shape [B]. Nearly always both are the same tensor; only
/// the head with two independent sigmoids has one voice for each class.
struct Scores {
    Tensor real;      ///< sigmoid of it is P(real)
    Tensor generated; ///< one minus sigmoid of it is P(generated)
};

/// D: samples [B, ...] in, scores out.
class Discriminator : public Network {
public:
    virtual Scores operator()(const Tensor& x) = 0;
    /// What the layer before the output makes of x, [B, features], for feature matching. Throws Error for a
    /// network that does not offer it.
    virtual Tensor features(const Tensor& x);
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
