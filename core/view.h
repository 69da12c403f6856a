#pragma once

#include "core/settings/row_values.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace gan {

/// What somebody looks at: which parts of a snapshot, and what these show (a face, a draw, a direction: the
/// rows of Experiment::view). It belongs to whoever looks, not to the run: it changes no number, is no event
/// and is in no file.
class View : public RowValues {
public:
    using Parts = std::set<std::string, std::less<>>;

    /// All parts, and the rows' defaults.
    explicit View(const Experiment& experiment);

    /// Whether at least one of these parts is looked at. What costs nothing beside the rest, such as
    /// read-outs, may be in a snapshot all the same.
    bool wants(std::initializer_list<std::string_view> parts) const;
    bool wantsAll() const { return !m_parts; }
    /// Nothing: all.
    void setParts(std::optional<Parts> parts) { m_parts = std::move(parts); }
    /// The same, and all parts.
    View whole() const;

    bool operator==(const View&) const = default;

private:
    std::optional<Parts> m_parts;
};

} // namespace gan
