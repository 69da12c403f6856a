#include "core/session/training_worker.h"

#include "core/error.h"
#include "core/experiment.h"

#include <algorithm>
#include <utility>

namespace gan {

void PictureClock::taken(Clock::time_point start)
{
    const auto now = Clock::now();
    m_next = std::max(start + std::chrono::milliseconds(40), now + 20 * (now - start));
}

TrainingWorker::TrainingWorker(const TrainerFactory& makeTrainer, TrainingControl& control, WorkerNews news)
    : m_makeTrainer(makeTrainer)
    , m_control(control)
    , m_news(std::move(news))
{
}

void TrainingWorker::loop()
{
    for (Order order = m_control.next(); order.kind != Order::Kind::Stop; order = m_control.next()) {
        try {
            obey(order);
        } catch (const Error& error) {
            fail(error.text());
        }
    }
}

void TrainingWorker::obey(Order& order)
{
    switch (order.kind) {
    case Order::Kind::Reset:
        return begin(order);
    case Order::Kind::Pause:
        return publish(true);
    case Order::Kind::Save:
        return save(order);
    case Order::Kind::Step:
        return m_failure ? void() : step(order);
    case Order::Kind::Stop:
        break;
    }
}

void TrainingWorker::begin(Order& order)
{
    if (m_engine && m_engine->iteration() > 0)
        m_news.ended({m_record, m_engine->suspend()});
    m_failure.reset();
    m_engine.reset();
    m_picture.reset();
    m_record = std::move(order.record);
    prepareTrainer(m_record->plan().settings.experiment().id);
    if (order.resumption)
        m_engine.emplace(*m_trainer, SavedRun{m_record, std::move(*order.resumption)});
    else
        m_engine.emplace(*m_trainer, m_record);
    m_engine->pauseWhen(m_conditions);
}

void TrainingWorker::prepareTrainer(const std::string& experimentId)
{
    if (m_trainer && experimentId == m_experimentId)
        return;
    m_trainer = m_makeTrainer(experimentId);
    m_experimentId = experimentId;
}

void TrainingWorker::step(const Order& order)
{
    if (order.settings)
        m_engine->change(*order.settings);
    if (order.conditions) {
        m_conditions = *order.conditions;
        m_engine->pauseWhen(m_conditions);
    }
    m_engine->step(order.networks);
    if (m_engine->atPlannedEnd() || m_engine->pauseReason())
        m_control.endRun();
    if (m_clock.isDue())
        publish(false);
}

void TrainingWorker::save(const Order& order)
{
    try {
        if (!m_engine)
            throw Error(GE_TR("There is no run to save."));
        Resumption resumption = m_engine->suspend();
        if (order.settings) { // asked for, but no step has used them yet
            resumption.settings = *order.settings;
            resumption.followsPlan = false;
        }
        writeSavedRun(order.path, *m_record, resumption);
        m_news.saved(order.path, std::nullopt);
    } catch (const Error& error) {
        m_news.saved(order.path, error.text());
    }
}

void TrainingWorker::publish(bool paused)
{
    const auto start = std::chrono::steady_clock::now();
    if (m_engine)
        m_picture = std::make_shared<const Snapshot>(m_engine->picture());
    const auto reason = m_engine ? m_engine->pauseReason() : std::nullopt;
    m_news.deliver({m_record->id(), m_picture, paused, m_failure, reason});
    m_clock.taken(start);
}

/// The last finite picture stays; the pause that follows publishes it with the sentence.
void TrainingWorker::fail(const Text& text)
{
    if (m_failure) // not even the last picture can be had
        return m_news.deliver({m_record->id(), nullptr, true, m_failure, std::nullopt});
    m_failure = text;
    m_control.endRun();
}

} // namespace gan
