#pragma once

#include "core/loss.h"
#include "core/model/network.h"

namespace gan {

/// Over the batch (the setting `reduction`).
enum class Reduction { Mean, Sum };

/// Whether G imitates D's hidden features of real samples instead of heeding its loss (the setting
/// `feature_matching`).
enum class FeatureMatching {
    None,
    Mean,  ///< the means over the batch
    Paired ///< sample by sample: real and generated are made from the same noise
};

/// What D and G are rewarded for.
struct LossRule {
    Loss loss = Loss::NonSaturating;
    Reduction reduction = Reduction::Mean;
    double gradientPenalty = 10; ///< weight of the penalty; only the Wasserstein loss has one
    FeatureMatching matching = FeatureMatching::None;
    /// What D shall say of real samples: below 1 where labels are smoothed on one side. Only a D whose output
    /// is a probability heeds it.
    double realTarget = 1;
    /// Weight of the penalty R1 on D's slope where the real samples are (Mescheder et al. 2018, "Which
    /// Training Methods for GANs do actually Converge?", formula 9); 0: none.
    double r1 = 0;
};

/// What D got wrong, and how that changes with its scores. The gradient penalty is not in it.
struct DiscriminatorLoss {
    Tensor value;           ///< without dimensions
    Scores byDx{}, byDGz{}; ///< gradients of the value with respect to the scores, [B]; undefined where 0
};
/// `Dx` are the scores of real and `DGz` those of generated samples, both of shape [B]: any other shape
/// throws Error, because a silent broadcast of [B] against [B, 1] would train on B x B pairs.
DiscriminatorLoss discriminatorLoss(const LossRule& rule, const Scores& Dx, const Scores& DGz);

/// What G still lacks, and how that changes with D's scores of its samples.
struct GeneratorLoss {
    Tensor value;   ///< without dimensions
    Scores byDGz{}; ///< as above
};
/// Throws as above.
GeneratorLoss generatorLoss(const LossRule& rule, const Scores& DGz);

/// How far D's features of G's samples are from those of real samples, and how that changes with the former.
struct FeatureLoss {
    Tensor value;      ///< without dimensions
    Tensor byFeatures; ///< [B, f], of the generated samples
};
/// Both [B, f]: the squared distance of their means over the batch, or the squared distance of each pair,
/// mean or sum over the batch (Salimans et al. 2016, "Improved Techniques for Training GANs", section 3.1).
/// Throws when the shapes differ.
FeatureLoss featureMatchingLoss(const LossRule& rule, const Tensor& ofReal, const Tensor& ofGenerated);

/// The gradient penalty of the Wasserstein critic: (|D'(m)| - 1)^2 at random mixtures m = e x + (1 - e) G(z),
/// e from U[0,1] by `random`, mean or sum over the batch, times its weight (Gulrajani et al. 2017, "Improved
/// Training of Wasserstein GANs", algorithm 1). x and Gz [B, ...] of one shape. Its gradient reaches D alone.
Tensor gradientPenalty(const LossRule& rule, Discriminator& D, const Tensor& x, const Tensor& Gz,
                       at::Generator random);

/// What R1 gives to the squared slope of each real sample of the batch x, twice: see
/// Discriminator::addSlopePenalty().
double r1Weight(const LossRule& rule, const Tensor& x);

} // namespace gan
