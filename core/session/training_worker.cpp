#include "core/session/training_worker.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/data_loader.h"

#include <new>
#include <utility>

namespace gan {

namespace {

const Experiment& experimentOf(const RunRecord& record)
{
    return record.plan().settings.experiment();
}

} // namespace

TrainingWorker::TrainingWorker(const RunSource& source, TrainingControl& control, WorkerNews news)
    : m_source(source)
    , m_control(control)
    , m_news(std::move(news))
    , m_publisher(m_news.updated, m_news.isWanted)
    , m_writer(m_news.saved)
{
}

void TrainingWorker::loop()
{
    for (Order order = m_control.next(); order.kind != Order::Kind::Stop; order = m_control.next()) {
        try {
            carryOut(order);
        } catch (const Error& error) {
            fail(error.text());
        } catch (const std::bad_alloc&) {
            fail(GE_TR("There is not enough memory for this."));
        }
    }
}

void TrainingWorker::carryOut(Order& order)
{
    switch (order.kind) {
    case Order::Kind::Reset:
        return begin(order);
    case Order::Kind::Pause:
        return m_publisher.publishPause(m_engine ? &*m_engine : nullptr, order.asked, m_failure);
    case Order::Kind::Save:
        return save(order);
    case Order::Kind::Step:
        return m_failure ? void() : step(order);
    case Order::Kind::Look:
        return m_publisher.look(*order.view);
    case Order::Kind::Preview:
        return preview(*order.settings);
    case Order::Kind::Stop:
        break;
    }
}

/// Leaves the current run for another. When that one cannot begin, say because its pictures cannot be had, or
/// its state cannot be restored, the current one stays.
void TrainingWorker::begin(Order& order)
{
    std::optional<SavedRun> left = leave(order);
    const Experiment& next = experimentOf(*order.record);
    try {
        enter(order.record, stateFor(order));
    } catch (const Error& error) {
        if (left && (order.resumption || &experimentOf(*left->record) == &next)) {
            m_control.endRun(); // what was asked of the other run is not for this one
            m_control.forgetSettings();
            m_news.refused({order.record->id(), *left, error.text()});
            return enter(left->record, std::move(left->resumption));
        }
        if (left)
            keepOrReport(std::move(*left), next);
        throw;
    }
    if (const auto kept = m_kept.extract(&next); kept && kept.mapped().record != m_record)
        reportEnded(std::move(kept.mapped()));
    if (left)
        keepOrReport(std::move(*left), next);
}

/// The current run as far as it went, after an error too; nothing when there is none or it cannot be had.
std::optional<SavedRun> TrainingWorker::leave(const Order& order)
{
    if (!m_engine)
        return std::nullopt;
    if (order.settings)
        m_engine->change(*order.settings);
    try {
        return SavedRun{m_record, m_engine->suspend()};
    } catch (const Error&) {
        return std::nullopt;
    }
}

void TrainingWorker::enter(std::shared_ptr<RunRecord> record, std::optional<Resumption> state)
{
    m_failure.reset();
    m_engine.reset();
    m_record = std::move(record);
    m_publisher.follow(m_record->id(), experimentOf(*m_record));
    if (!state && m_record->run().iterations > 0)
        throw Error(GE_TR("This run cannot continue. Press Reset to start it again."));
    prepareTrainer(experimentOf(*m_record).id);
    provideData(*m_record, m_source.loadData);
    if (state)
        m_engine.emplace(*m_trainer, SavedRun{m_record, std::move(*state)});
    else
        m_engine.emplace(*m_trainer, m_record);
    m_engine->pauseWhen(m_conditions);
}

/// Where the run to begin stopped: as the order says, or as it was kept.
std::optional<Resumption> TrainingWorker::stateFor(const Order& order) const
{
    if (order.resumption)
        return order.resumption;
    const auto kept = m_kept.find(&experimentOf(*order.record));
    if (kept == m_kept.end() || kept->second.record != order.record)
        return std::nullopt;
    return kept->second.resumption; // a copy: it stays if the trainer cannot be had now
}

void TrainingWorker::keepOrReport(SavedRun left, const Experiment& next)
{
    const Experiment* experiment = &experimentOf(*left.record);
    if (experiment == &next)
        reportEnded(std::move(left));
    else
        m_kept.insert_or_assign(experiment, std::move(left));
}

void TrainingWorker::reportEnded(SavedRun run)
{
    if (run.record->run().iterations > 0)
        m_news.ended(std::move(run));
}

void TrainingWorker::prepareTrainer(const std::string& experimentId)
{
    if (m_trainer && experimentId == m_experimentId)
        return;
    m_trainer = m_source.makeTrainer(experimentId);
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
    if (m_publisher.isDue())
        m_publisher.publish(*m_engine);
}

/// What is on screen is no longer what the networks are.
void TrainingWorker::preview(const Settings& settings)
{
    if (!m_engine || m_failure || &settings.experiment() != &experimentOf(*m_record))
        return;
    m_engine->preview(settings);
    m_publisher.forget();
}

/// The state is taken here, between two steps; writing it to disk holds no step up.
void TrainingWorker::save(Order& order)
{
    try {
        if (!m_engine || order.record != m_record)
            throw Error(GE_TR("There is no run to save."));
        if (order.settings)
            m_engine->change(*order.settings);
        m_writer.write({order.path, m_record, m_record->run(), m_engine->suspend(), order.past,
                        std::move(order.whenWritten)});
    } catch (const Error& error) {
        m_news.saved(order.path, error.text());
    }
}

/// The last finite picture stays; the pause that follows publishes it with the sentence.
void TrainingWorker::fail(const Text& text)
{
    if (m_failure) // not even the last picture can be had
        return m_publisher.publishFailure(*m_failure);
    m_failure = text;
    m_control.endRun();
}

} // namespace gan
