#pragma once

namespace gan {

/// The named sub-steps of the GAN step, in the order of the textbook.
enum class SubStep {
    DrawReal,              ///< a batch of real x and of noise z for D
    GenerateForD,          ///< G(z), through which D's loss sends nothing back
    ClassifyReal,          ///< D(x)
    ClassifyGenerated,     ///< D(G(z))
    DiscriminatorLoss,     ///< what D got wrong
    DiscriminatorGradient, ///< back-propagated through D alone
    DiscriminatorUpdate,   ///< D's weights move
    DrawNoise,             ///< a fresh batch of z for G
    GenerateForG,          ///< G(z)
    ClassifyForG,          ///< D(G(z)) with D frozen
    GeneratorLoss,         ///< what G wants
    GeneratorGradient,     ///< back-propagated through D into G
    GeneratorUpdate,       ///< G's weights move
};

/// Is told each sub-step after it was done, on the thread that trains. What it throws ends the step, and the
/// networks are then in the middle of it: whoever throws restores a saved state.
class StepObserver {
public:
    virtual ~StepObserver() = default;
    virtual void reached(SubStep subStep) = 0;
};

} // namespace gan
