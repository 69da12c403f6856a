#include "ui/editors/slider_scale.h"

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kStepsPerDecade = 40;
constexpr double kLongest = 20000;  ///< whole numbers on one slider
constexpr double kFineSteps = 1000; ///< about so many on a linear scale

/// 1, 2 or 5 times a power of ten, not above `span / kFineSteps` by more than needed.
double roundStep(double span)
{
    const double wanted = span / kFineSteps;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= wanted * 0.999)
            return factor * power;
    return 10 * power;
}

/// Rounded to a multiple of 1/denominator: 3 * 0.1 would be 0.30000000000000004 and stand so in run files.
double multiple(double count, double step)
{
    return step < 1 ? count / std::round(1 / step) : count * step;
}

double toTwoDigits(double value)
{
    const int exponent = static_cast<int>(std::floor(std::log10(value))) - 1;
    const double power = std::pow(10.0, std::abs(exponent));
    return exponent < 0 ? std::round(value * power) / power : std::round(value / power) * power;
}

} // namespace

SliderScale::SliderScale(const Setting& setting)
    : m_low(setting.minimum)
    , m_high(setting.maximum)
    , m_logarithmic(setting.scale == SettingScale::Logarithmic && setting.minimum > 0)
    , m_whole(setting.kind == SettingKind::Integer)
{
    if (!isUseful())
        return;
    if (m_logarithmic) {
        m_maximum = static_cast<int>(std::lround(kStepsPerDecade * std::log10(m_high / m_low)));
        return;
    }
    m_step = m_whole ? 1 : roundStep(m_high - m_low);
    m_minimum = static_cast<int>(std::floor(m_low / m_step + 1e-9));
    m_maximum = static_cast<int>(std::ceil(m_high / m_step - 1e-9));
}

bool SliderScale::isUseful() const
{
    return m_high > m_low && (m_logarithmic || !m_whole || m_high - m_low <= kLongest);
}

int SliderScale::page() const
{
    return m_logarithmic ? kStepsPerDecade / 4 : std::max(1, (m_maximum - m_minimum) / 20);
}

double SliderScale::valueAt(int position) const
{
    if (position <= m_minimum || position >= m_maximum)
        return position <= m_minimum ? m_low : m_high; // the ends are reached, round or not
    double value = m_logarithmic ? toTwoDigits(m_low * std::pow(10.0, double(position) / kStepsPerDecade))
                                 : multiple(position, m_step);
    if (m_whole)
        value = std::round(value);
    return std::clamp(value, m_low, m_high);
}

int SliderScale::positionOf(double value) const
{
    const double inside = std::clamp(value, m_low, m_high);
    const double position = m_logarithmic ? kStepsPerDecade * std::log10(inside / m_low) : inside / m_step;
    return std::clamp(static_cast<int>(std::lround(position)), m_minimum, m_maximum);
}

} // namespace gan
