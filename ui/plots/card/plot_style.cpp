#include "ui/plots/card/plot_style.h"

#include <cmath>

namespace gan {

namespace {

constexpr double kLineWidth = 1.6;

}

QFont plotFont(const Theme& theme, int pixels, bool strong)
{
    return themeFont(int(std::lround(plotPixels(theme, pixels))), strong);
}

QPen plotPen(const Theme& theme, ColorRole role, bool dashed)
{
    QPen pen(theme.color(role), plotPixels(theme, kLineWidth));
    if (dashed) { // a curve below can be seen in the gaps
        pen.setDashPattern({5, 4});
        pen.setCapStyle(Qt::FlatCap);
    }
    return pen;
}

} // namespace gan
