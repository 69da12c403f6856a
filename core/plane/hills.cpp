#include "core/plane/hills.h"

#include "core/kernels/kernels.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace gan {

namespace {

constexpr double kPi = std::numbers::pi;

class Hills : public PlaneShape {
public:
    Hills(std::vector<PlaneMode> modes, PlaneFrame frame)
        : m_modes(std::move(modes))
        , m_frame(frame)
    {
    }

    PlaneFrame frame() const override { return m_frame; }
    std::vector<PlaneMode> modes() const override { return m_modes; }

    PlanePoints place(const PlaneDraws& draws) const override
    {
        PlanePoints points;
        for (std::size_t i = 0; i < draws.size(); ++i) {
            const PlaneMode& mode =
                m_modes[static_cast<std::size_t>(draws.u[i] * static_cast<double>(m_modes.size()))];
            points.x.push_back(mode.x + mode.sdX * draws.a[i]);
            points.y.push_back(mode.y + mode.sdY * draws.b[i]);
        }
        return points;
    }

    double density(double x, double y) const override
    {
        double sum = 0;
        for (const PlaneMode& mode : m_modes) {
            const double dx = (x - mode.x) / mode.sdX, dy = (y - mode.y) / mode.sdY;
            sum += std::exp(-(dx * dx + dy * dy) / 2) / (2 * kPi * mode.sdX * mode.sdY);
        }
        return sum / static_cast<double>(m_modes.size());
    }

private:
    std::vector<PlaneMode> m_modes;
    PlaneFrame m_frame;
};

} // namespace

std::unique_ptr<PlaneShape> hills(std::vector<PlaneMode> modes, PlaneFrame frame)
{
    return std::make_unique<Hills>(std::move(modes), frame);
}

std::vector<PlaneMode> onCircle(int count, double radius, double deviation)
{
    std::vector<PlaneMode> modes;
    for (int i = 0; i < count; ++i) {
        double x = 2 * kPi * i / count, y = x;
        kernels<double>().cos(&x, &x, 1);
        kernels<double>().sin(&y, &y, 1);
        modes.push_back({radius * x, radius * y, deviation, deviation});
    }
    return modes;
}

std::vector<PlaneMode> inSquare(int side, double deviation)
{
    std::vector<PlaneMode> modes;
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column)
            modes.push_back({column - (side - 1) / 2.0, row - (side - 1) / 2.0, deviation, deviation});
    return modes;
}

} // namespace gan
