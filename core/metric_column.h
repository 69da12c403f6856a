#pragma once

#include <string_view>
#include <vector>

namespace gan {

/// A column of the metric log: all that is said of it anywhere. Texts are English sources for translation.
/// Numbers, curves, pause conditions and their sentences read it.
struct MetricColumn {
    enum class Kind {
        Value,
        Share,    ///< between 0 and 1, shown as a percentage
        Count,    ///< of something: nothing to watch
        Gradient, ///< the length of one
        Distance, ///< to the real distribution
    };
    enum class Good { Neither, Small, Large };
    enum class Measured {
        EachIteration, ///< in which its network learns
        OnGrid,        ///< where measure_every says
    };

    const char* key;              ///< in metrics.csv
    const char* label;            ///< in the numbers, and in sentences
    const char* help;             ///< one or two sentences
    const char* legend = nullptr; ///< in a plot whose title says the rest; null: the label
    const char* unit = "";        ///< empty for a pure number
    Kind kind = Kind::Value;
    Good good = Good::Neither;
    Measured measured = Measured::EachIteration;
    int decimals = 3; ///< 0: a count

    const char* legendText() const { return legend ? legend : label; }
};

/// Those that every experiment logs (kStepColumns), and after them an experiment's own.
std::vector<MetricColumn> metricColumns(std::vector<MetricColumn> own);

} // namespace gan
