#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace gan {

/// A mailbox for one value: a new one replaces an unread one, so nothing piles up and the writer never waits
/// for the reader. Any thread.
template <class T>
class LatestValue {
public:
    /// True when the box was empty: then, and only then, the reader must be woken.
    bool put(std::shared_ptr<const T> value)
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_value, std::move(value)) == nullptr;
    }

    /// The newest value, or null; the box is empty afterwards.
    std::shared_ptr<const T> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_value, nullptr);
    }

private:
    std::mutex m_mutex;
    std::shared_ptr<const T> m_value;
};

} // namespace gan
