#pragma once

#include "core/model/gan_settings.h"
#include "core/model/gan_step.h"
#include "core/step_metrics.h"

#include <string>
#include <string_view>

namespace gan {

/// A GAN in training, whatever its networks and its data are: iterations, counts, the live settings that all
/// experiments share, and the whole state as bytes. The trainer of an experiment builds the networks and the
/// functions that draw; this does the rest.
class GanTraining {
public:
    GanTraining() = default;

    /// Takes over new networks, optimizers and random streams; iteration 0.
    void begin(Gan gan);

    /// The live settings: schedule, loss, rates. What optimizers and random streams hold stays.
    void apply(const GanSettings& settings);

    /// One iteration. When a loss, gradient or weight is no longer finite, everything goes back to where it
    /// was before this iteration, and Error says what happened. After any other exception the iteration
    /// stands half done.
    StepMetrics step(StepObserver* observer = nullptr);

    /// All state, opened by `tag`; restore() throws Error on bytes of another tag, shape or length, or
    /// damaged ones, and then changes nothing.
    std::string save(std::string_view tag) const;
    void restore(std::string_view bytes, std::string_view tag);

    /// Throws Error before begin().
    const Gan& gan() const;
    std::int64_t iteration() const { return m_counts.iteration; }
    std::int64_t updatesD() const { return m_counts.updatesD; }
    std::int64_t updatesG() const { return m_counts.updatesG; }

private:
    struct Counts {
        std::int64_t iteration = 0, updatesD = 0, updatesG = 0;
    };
    /// The state before an iteration.
    struct Before {
        std::vector<Tensor> tensors;
        RandomStreams random;
    };

    void requireNetworks() const;
    void remember();
    void goBack();
    void requireFinite(const StepMetrics& metrics);

    Gan m_gan;
    std::vector<Tensor> m_tensors; ///< the live state: weights, buffers and memories of both sides
    Before m_before;
    Counts m_counts;
    std::int64_t m_stepsD = 1, m_stepsG = 1;
    OptimizerRates m_ratesD, m_ratesG;
};

} // namespace gan
