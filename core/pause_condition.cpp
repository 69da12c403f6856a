#include "core/pause_condition.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

/// Enough digits to read, not all that a float has.
std::string shortNumber(double value)
{
    const double scale = std::pow(10.0, 3 - std::ceil(std::log10(std::max(std::abs(value), 1e-12))));
    return numberText(std::round(value * scale) / scale);
}

} // namespace

std::optional<Text> pauseIsPast(const PauseCondition& condition, std::int64_t iterations)
{
    if (condition.kind != PauseCondition::Kind::AtIteration ||
        static_cast<double>(iterations) < condition.value)
        return std::nullopt;
    return Text(GE_TR("Iteration %1 is done already: this run is at iteration %2. It pauses there after a "
                      "reset."),
                {numberText(condition.value), std::to_string(iterations)});
}

std::optional<Text> PauseWatch::see(std::int64_t iteration, const MetricColumns& columns,
                                    std::span<const float> row)
{
    if (m_condition.kind == PauseCondition::Kind::AtIteration) {
        if (static_cast<double>(iteration) != m_condition.value)
            return std::nullopt;
        return Text(GE_TR("Paused: iteration %1 is done."), {std::to_string(iteration)});
    }
    const auto column = std::find(columns.begin(), columns.end(), m_condition.column);
    if (column == columns.end())
        return std::nullopt;
    const double now = row[static_cast<std::size_t>(column - columns.begin())];
    if (std::isnan(now))
        return std::nullopt;
    const auto reason = judge(now);
    m_before = now;
    return reason;
}

std::optional<Text> PauseWatch::judge(double now)
{
    const double limit = m_condition.value;
    switch (m_condition.kind) {
    case PauseCondition::Kind::AtIteration:
        break;
    case PauseCondition::Kind::Crosses:
        if (m_before && (*m_before < limit) != (now < limit))
            return Text(GE_TR("Paused: %1 has crossed %2; it is %3."),
                        {m_name, numberText(limit), shortNumber(now)});
        break;
    case PauseCondition::Kind::Exceeds:
        if (now > limit && !(m_before && *m_before > limit))
            return Text(GE_TR("Paused: %1 is %2, above %3."), {m_name, shortNumber(now), numberText(limit)});
        break;
    case PauseCondition::Kind::Worsens:
        if (m_best && now > *m_best * (1 + limit)) {
            const double best = *m_best;
            m_best = now;
            return Text(GE_TR("Paused: %1 is %2, worse by more than %3 % than its best, %4."),
                        {m_name, shortNumber(now), numberText(100 * limit), shortNumber(best)});
        }
        m_best = std::min(now, m_best.value_or(now));
        break;
    }
    return std::nullopt;
}

} // namespace gan
