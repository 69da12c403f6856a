#pragma once

#include "core/model/figures.h"
#include "core/model/optimizer.h"
#include "core/model/step_observer.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gan {

/// One stream of random numbers for each purpose, so that none shifts another.
struct RandomStreams {
    at::Generator realData, noise, mixing; ///< x, z, and the mixtures of the gradient penalty
};

/// What an update of G starts from.
struct GeneratorBatch {
    Tensor z; ///< [B, ...]
    Tensor x; ///< real samples [B, ...] whose features G shall match; undefined when it heeds its loss
};

/// A GAN: two networks that play against each other, what they play for, and where x and z come from.
struct Gan {
    std::unique_ptr<Generator> generator;
    std::unique_ptr<Discriminator> discriminator;
    std::unique_ptr<Optimizer> optimizerG, optimizerD;
    LossRule rule;
    const LossFacts* facts = nullptr;  ///< of rule.loss
    std::function<Tensor()> drawReal;  ///< a batch x [B, ...] for D
    std::function<Tensor()> drawNoise; ///< a fresh batch z [B, ...]
    /// What G learns from; none: a fresh batch z.
    std::function<GeneratorBatch()> drawForG = {};
    std::function<void()> beginIteration = {}; ///< called before the first update of each; may be none
    bool clearsGradientG = true;               ///< false: G's gradients add up, as by mistake
    /// What D sees of a batch, real or generated, drawn anew at each call; none: the batch itself.
    std::function<Tensor(const Tensor&)> augment = {};
    /// What else belongs to the state, such as the place in the data.
    std::vector<Tensor> state = {};
    RandomStreams random;
};

/// Whether an update shall also report its figures, which cost a few per cent of its time.
enum class Figures { Wanted, NotWanted };

/// One update of the discriminator: it learns to tell real from generated, and G is left alone.
/// `observer` may be null; what it throws passes through, and the step is then abandoned where it stands.
std::optional<DiscriminatorFigures> trainDiscriminator(Gan& gan, Figures figures, StepObserver* observer);

/// One update of the generator: it learns from D's opinion of its samples, and D is frozen.
std::optional<GeneratorFigures> trainGenerator(Gan& gan, Figures figures, StepObserver* observer);

} // namespace gan
