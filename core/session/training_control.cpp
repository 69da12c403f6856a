#include "core/session/training_control.h"

#include <utility>

namespace gan {

void TrainingControl::run()
{
    const std::lock_guard lock(m_mutex);
    m_running = true;
    ++m_asked;
    m_changed.notify_one();
}

void TrainingControl::pause()
{
    const std::lock_guard lock(m_mutex);
    m_running = false;
    m_steps.clear();
    m_pauseTold = false;
    m_changed.notify_one();
}

void TrainingControl::addSteps(Networks networks, std::int64_t count)
{
    const std::lock_guard lock(m_mutex);
    m_running = false;
    m_steps.push_back({networks, count, count > 1});
    ++m_asked;
    m_changed.notify_one();
}

void TrainingControl::changeSettings(const Settings& settings)
{
    const std::lock_guard lock(m_mutex);
    m_settings = settings;
}

void TrainingControl::showSettings(const Settings& settings)
{
    const std::lock_guard lock(m_mutex);
    m_settings = settings;
    Order order{Order::Kind::Preview};
    order.settings = settings; // they stay for the next step
    m_waiting.push_back(std::move(order));
    m_changed.notify_one();
}

void TrainingControl::look(const View& view)
{
    const std::lock_guard lock(m_mutex);
    m_look = view;
    m_changed.notify_one();
}

void TrainingControl::reset(std::shared_ptr<RunRecord> record, std::optional<Resumption> resumption)
{
    const std::lock_guard lock(m_mutex);
    Order order{Order::Kind::Reset, std::move(record), std::move(resumption)};
    order.settings = std::exchange(m_settings, std::nullopt);
    m_look.reset();
    m_waiting.push_back(std::move(order));
    m_running = false;
    m_steps.clear();
    m_changed.notify_one();
}

void TrainingControl::save(const QString& path, std::shared_ptr<RunRecord> record, Past past,
                           std::function<void()> whenWritten)
{
    const std::lock_guard lock(m_mutex);
    Order order{Order::Kind::Save, std::move(record)};
    order.path = path;
    order.past = past;
    order.whenWritten = std::move(whenWritten);
    order.settings = m_settings; // they stay for the next step
    m_waiting.push_back(std::move(order));
    m_changed.notify_one();
}

void TrainingControl::pauseWhen(std::vector<PauseCondition> conditions)
{
    const std::lock_guard lock(m_mutex);
    m_conditions = std::move(conditions);
}

void TrainingControl::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    while (!m_waiting.empty() && m_waiting.back().kind != Order::Kind::Save)
        m_waiting.pop_back(); // nobody would see these runs
    m_changed.notify_one();
}

void TrainingControl::setSpeedLimit(double iterationsPerSecond)
{
    const std::lock_guard lock(m_mutex);
    m_pace.setLimit(iterationsPerSecond);
    m_changed.notify_one();
}

std::uint64_t TrainingControl::asked()
{
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

void TrainingControl::endRun()
{
    pause();
}

void TrainingControl::forgetSettings()
{
    const std::lock_guard lock(m_mutex);
    m_settings.reset();
    m_look.reset();
}

Order TrainingControl::next()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (!m_waiting.empty())
            return takeWaiting();
        if (m_stopped)
            return {Order::Kind::Stop};
        if (m_look)
            return takeLook();
        if (hasStep() && mustWait()) {
            m_changed.wait_until(lock, m_pace.next());
        } else if (hasStep()) {
            return takeStep();
        } else if (!std::exchange(m_pauseTold, true)) {
            Order order{Order::Kind::Pause};
            order.asked = m_asked;
            return order;
        } else {
            m_changed.wait(lock);
        }
    }
}

/// Single steps by hand never wait for the speed limit.
bool TrainingControl::mustWait() const
{
    const bool waits = m_steps.empty() || m_steps.front().keepsToLimit;
    return waits && m_pace.isTooEarly();
}

Order TrainingControl::takeWaiting()
{
    Order order = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (order.kind != Order::Kind::Save)
        m_pauseTold = false;
    return order;
}

Order TrainingControl::takeLook()
{
    Order order{Order::Kind::Look};
    order.view = std::exchange(m_look, std::nullopt);
    m_pauseTold = false;
    return order;
}

void TrainingControl::takeOneOf(Steps& steps, Order& order)
{
    order.networks = steps.networks;
    if (--steps.left == 0)
        m_steps.pop_front();
}

Order TrainingControl::takeStep()
{
    Order order{Order::Kind::Step};
    order.settings = std::exchange(m_settings, std::nullopt);
    order.conditions = std::exchange(m_conditions, std::nullopt);
    if (!m_steps.empty())
        takeOneOf(m_steps.front(), order);
    m_pace.noteStep();
    m_pauseTold = false;
    return order;
}

} // namespace gan
