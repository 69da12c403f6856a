#include "core/metric_column.h"

#include "core/text.h"

namespace gan {

namespace {

using Kind = MetricColumn::Kind;
using Good = MetricColumn::Good;

std::vector<MetricColumn> lossColumns()
{
    return {{.key = "loss_d",
             .label = GE_TR("loss of D"),
             .help = GE_TR("The loss in the last update of D. It need not fall: G works against it."),
             .legend = GE_TR("D")},
            {.key = "loss_g",
             .label = GE_TR("loss of G"),
             .help = GE_TR("The loss in the last update of G. It need not fall: D works against it."),
             .legend = GE_TR("G")}};
}

std::vector<MetricColumn> outputColumns()
{
    return {
        {.key = "d_real",
         .label = GE_TR("D(x)"),
         .help = GE_TR("Mean answer of D to real values. 1 means that D is sure, 0.5 that it cannot tell.")},
        {.key = "d_fake_before",
         .label = GE_TR("D(G(z)) before"),
         .help = GE_TR(
             "Mean answer of D to generated values before it has learned from the batch. Low means that "
             "D sees through G.")},
        {.key = "d_fake_after",
         .label = GE_TR("D(G(z)) after"),
         .help =
             GE_TR("Mean answer of D to generated values after it has learned from the batch, when it is G's "
                   "turn. G tries to make it large.")}};
}

std::vector<MetricColumn> accuracyColumns()
{
    return {
        {.key = "accuracy_real",
         .label = GE_TR("correct on real"),
         .help = GE_TR("The share of real values that D calls real. 50 % means that it guesses."),
         //: in a legend: real data
         .legend = GE_TR("real"),
         .kind = Kind::Share,
         .decimals = 0},
        {.key = "accuracy_fake",
         .label = GE_TR("correct on generated"),
         .help = GE_TR("The share of generated values that D calls generated. 50 % means that it guesses."),
         //: in a legend: generated data
         .legend = GE_TR("generated"),
         .kind = Kind::Share,
         .decimals = 0}};
}

std::vector<MetricColumn> gradientColumns()
{
    const char* help =
        GE_TR("Length of the gradient in the last update: near 0, the network has nothing to learn from.");
    return {{.key = "grad_norm_d",
             .label = GE_TR("gradient of D"),
             .help = help,
             .legend = GE_TR("D"),
             .kind = Kind::Gradient},
            {.key = "grad_norm_g",
             .label = GE_TR("gradient of G"),
             .help = help,
             .legend = GE_TR("G"),
             .kind = Kind::Gradient}};
}

} // namespace

std::vector<MetricColumn> metricColumns(std::vector<MetricColumn> own)
{
    std::vector<MetricColumn> all;
    for (const auto& group : {lossColumns(), outputColumns(), accuracyColumns(), gradientColumns(), own})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

} // namespace gan
