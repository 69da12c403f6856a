#include "core/session/pictures/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace gan {

namespace {

constexpr std::int64_t kChunk = 16; // so many belong to a thread at once; a cancel waits for no more

/// Hands out chunks until all are done or one has failed.
class Chunks {
public:
    Chunks(std::int64_t total, const std::function<void(std::int64_t)>& work)
        : m_total(total)
        , m_work(work)
    {
    }

    /// Works on one chunk; false: nothing is left to do.
    bool workOnOne()
    {
        const std::int64_t first = m_next.fetch_add(kChunk);
        if (first >= m_total || m_stopped)
            return false;
        const std::int64_t end = std::min(m_total, first + kChunk);
        for (std::int64_t i = first; i < end && !m_stopped; ++i)
            m_work(i);
        m_done += end - first;
        return true;
    }
    std::int64_t done() const { return m_done; }

    /// Keeps the current exception, if it is the first.
    void fail()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_failure)
            m_failure = std::current_exception();
        m_stopped = true;
    }
    void rethrow() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

private:
    std::int64_t m_total;
    const std::function<void(std::int64_t)>& m_work;
    std::atomic<std::int64_t> m_next = 0, m_done = 0;
    std::atomic<bool> m_stopped = false;
    std::mutex m_mutex;
    std::exception_ptr m_failure;
};

void workOnAll(Chunks& chunks, const std::function<void()>& afterEach)
{
    try {
        while (chunks.workOnOne())
            afterEach();
    } catch (...) {
        chunks.fail();
    }
}

/// Fewer when the system has no more; whoever calls does the work then.
std::vector<std::thread> startThreads(int count, const std::function<void()>& work)
{
    std::vector<std::thread> threads;
    threads.reserve(static_cast<std::size_t>(std::max(0, count)));
    try {
        for (int i = 0; i < count; ++i)
            threads.emplace_back(work);
    } catch (const std::system_error&) {
    }
    return threads;
}

} // namespace

void inParallel(std::int64_t total, int threads, const std::function<void(std::int64_t)>& work,
                const LoadStep& step)
{
    tell(step, 0, total);
    Chunks chunks(total, work);
    std::vector<std::thread> others = startThreads(threads - 1, [&chunks] { workOnAll(chunks, [] {}); });
    workOnAll(chunks, [&] { tell(step, chunks.done(), total); });
    for (std::thread& thread : others)
        thread.join();
    chunks.rethrow();
    tell(step, total, total);
}

} // namespace gan
