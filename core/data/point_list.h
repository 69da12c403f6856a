#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace gan {

/// Points of the plane as they were given, x and y in turn. Copies share them, so that settings that hold
/// them stay cheap to copy: a run does that in each iteration.
class PointList {
public:
    PointList() = default;
    /// An even number of coordinates.
    explicit PointList(std::vector<double> coordinates)
        : m_coordinates(std::make_shared<const std::vector<double>>(std::move(coordinates)))
    {
    }

    const std::vector<double>& coordinates() const
    {
        static const std::vector<double> none;
        return m_coordinates ? *m_coordinates : none;
    }
    std::size_t size() const { return coordinates().size() / 2; }

    bool operator==(const PointList& other) const
    {
        return m_coordinates == other.m_coordinates || coordinates() == other.coordinates();
    }

private:
    std::shared_ptr<const std::vector<double>> m_coordinates;
};

} // namespace gan
