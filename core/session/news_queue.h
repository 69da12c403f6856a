#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace gan {

/// News of which none may be lost. Any thread.
template <class T>
class NewsQueue {
public:
    void put(T news)
    {
        const std::lock_guard lock(m_mutex);
        m_news.push_back(std::move(news));
    }

    /// All of them, the oldest first; the queue is empty afterwards.
    std::vector<T> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_news, {});
    }

private:
    std::mutex m_mutex;
    std::vector<T> m_news;
};

} // namespace gan
