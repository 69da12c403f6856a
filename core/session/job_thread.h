#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace gan {

/// Does jobs on a thread of its own, one after the other. The destructor comes back when all of them are
/// done. Not QThreadPool: ThreadSanitizer cannot see how an uninstrumented Qt hands a job over.
class JobThread {
public:
    using Job = std::function<void()>;

    JobThread();
    ~JobThread();

    /// Any thread; does not block. A job must not throw.
    void add(Job job);

private:
    void loop();
    Job next();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    bool m_ends = false;
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace gan
