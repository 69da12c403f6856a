#include "core/model/output_picture.h"

#include "core/statistics.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kOutputBins = 20;

struct Interval {
    double low, high;
};

/// The range of all scores with a little room, never empty.
Interval scoreRange(const std::vector<double>& a, const std::vector<double>& b)
{
    const double low = std::min(*std::min_element(a.begin(), a.end()), *std::min_element(b.begin(), b.end()));
    const double high =
        std::max(*std::max_element(a.begin(), a.end()), *std::max_element(b.begin(), b.end()));
    const double room = std::max({0.05 * (high - low), 1e-6 * std::abs(high), 1e-6});
    return {low - room, high + room};
}

} // namespace

void addOutputs(Snapshot& snapshot, const LossFacts& facts, const Scores& Dx, const Scores& DGz)
{
    const std::vector<double> ofReal = shownOutputs(facts, Dx), ofGenerated = shownOutputs(facts, DGz);
    const bool probability = facts.outputIsProbability;
    const Interval range = probability ? Interval{0, 1} : scoreRange(ofReal, ofGenerated);
    snapshot.add(
        makeHistogram(probability ? "d_real" : "score_real", ofReal, range.low, range.high, kOutputBins));
    snapshot.add(makeHistogram(probability ? "d_generated" : "score_generated", ofGenerated, range.low,
                               range.high, kOutputBins));
    snapshot.add(Readout{"d_real", mean(ofReal)});
    snapshot.add(Readout{"d_generated", mean(ofGenerated)});
}

} // namespace gan
