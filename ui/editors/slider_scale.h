#pragma once

#include "core/settings/setting.h"

namespace gan {

/// How the positions of a slider stand for the values of a number or an integer: in equal steps or in equal
/// ratios, always round values that a hand can find again.
class SliderScale {
public:
    explicit SliderScale(const Setting& setting);

    /// False where the range is so long that a slider would only jump (a seed): then the value is typed.
    bool isUseful() const;
    int minimum() const { return m_minimum; }
    int maximum() const { return m_maximum; }
    int page() const;

    double valueAt(int position) const;
    int positionOf(double value) const;

private:
    double m_low, m_high;
    bool m_logarithmic, m_whole;
    double m_step = 1; ///< of a linear scale
    int m_minimum = 0, m_maximum = 0;
};

} // namespace gan
