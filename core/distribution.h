#pragma once

#include "core/settings/settings.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace gan {

/// A probability distribution on the line, with the closed forms that pictures and metrics need. Any thread.
class Distribution {
public:
    virtual ~Distribution() = default;
    virtual double density(double x) const = 0;
    /// P(X <= x).
    virtual double cumulative(double x) const = 0;
    /// E[X; X <= x], the integral of t p(t) up to x. At infinity it is the mean.
    virtual double partialMean(double x) const = 0;
    /// The smallest x with cumulative(x) >= u, for u in (0, 1).
    virtual double quantile(double u) const = 0;
    virtual double mean() const = 0;
    virtual double deviation() const = 0;
};

std::unique_ptr<Distribution> makeNormal(double mean, double deviation);
/// `share` of the first, 1 - share of the second normal distribution.
std::unique_ptr<Distribution> makeMixture(double mean1, double deviation1, double mean2, double deviation2,
                                          double share);
std::unique_ptr<Distribution> makeUniform(double low, double high);
/// Starts at `start` and falls with the given mean distance from it.
std::unique_ptr<Distribution> makeExponential(double start, double scale);

struct NormalData {
    double mean, deviation;
    bool operator==(const NormalData&) const = default;
};
/// `share` of the first, 1 - share of the second normal distribution.
struct MixtureData {
    NormalData first, second;
    double share;
    bool operator==(const MixtureData&) const = default;
};
struct UniformData {
    double low, high;
    bool operator==(const UniformData&) const = default;
};
struct ExponentialData {
    double start, scale;
    bool operator==(const ExponentialData&) const = default;
};
/// What the real values of density-1d are drawn from.
using RealData = std::variant<NormalData, MixtureData, UniformData, ExponentialData>;

/// As the settings `data`, `data_mean` and so on describe it.
RealData realData(const Settings& settings);
std::unique_ptr<Distribution> distributionOf(const RealData& data);

/// The range of x that plots show: all but the last 0.05 % of each tail and round numbers at the ends; [0,
/// 10] for N(5, 1.5), as in the notebook.
struct PlotRange {
    double low, high;
};
PlotRange plotRange(const Distribution& distribution);

} // namespace gan
