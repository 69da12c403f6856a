#include "core/session/replay.h"

#include "core/error.h"

#include <utility>

namespace gan {

Replay::Replay(Trainer& trainer, std::shared_ptr<const RunRecord> record)
    : m_trainer(trainer)
    , m_record(std::move(record))
    , m_run(m_record->run())
    , m_applied(m_run.settings)
{
    begin();
}

bool Replay::reach(std::int64_t iteration, const GoOn& goOn)
{
    m_run = m_record->run();
    if (iteration < 0 || iteration > m_run.iterations)
        throw Error(GE_TR("The run has iterations 0 to %1; %2 is none of them."),
                    {std::to_string(m_run.iterations), std::to_string(iteration)});
    goNear(iteration);
    while (m_iteration < iteration) {
        if (goOn && !goOn())
            return false;
        step();
    }
    return true;
}

void Replay::begin()
{
    m_trainer.reset(m_run.settings, m_record->data());
    m_applied = m_run.settings;
    m_eventsDone = 0;
    m_iteration = 0;
}

/// Where the nearest way to `iteration` begins: here, at a state, or at the beginning.
void Replay::goNear(std::int64_t iteration)
{
    const Timeline::State state = m_record->timeline().stateAt(iteration);
    const bool isBefore = m_iteration <= iteration;
    if (state.value && !(isBefore && m_iteration >= state.iteration))
        restore(state);
    else if (!isBefore)
        begin();
}

void Replay::restore(const Timeline::State& state)
{
    const std::int64_t lastStep = state.iteration - 1; // its settings are those that the run had there
    m_eventsDone = 0;
    for (const Event& event : m_run.events)
        m_eventsDone += event.iteration <= lastStep ? 1 : 0;
    apply(m_run.settingsAt(lastStep));
    m_trainer.restore(state.value->trainerState);
    m_iteration = state.iteration;
}

void Replay::step()
{
    followEvents(m_iteration);
    m_trainer.step();
    ++m_iteration;
}

/// Those that count for the step after `until` iterations. A run never changes its past.
void Replay::followEvents(std::int64_t until)
{
    if (m_eventsDone == m_run.events.size() || m_run.events[m_eventsDone].iteration > until)
        return;
    Settings settings = m_applied;
    for (; m_eventsDone < m_run.events.size() && m_run.events[m_eventsDone].iteration <= until;
         ++m_eventsDone)
        settings.set(m_run.events[m_eventsDone].key, m_run.events[m_eventsDone].value);
    apply(settings);
}

void Replay::apply(const Settings& settings)
{
    if (settings == m_applied)
        return;
    m_trainer.apply(settings);
    m_applied = settings;
}

Resumption Replay::state() const
{
    const RunRecord::Asked asked = m_record->askedAt(m_iteration);
    return {asked.settings, asked.followsPlan, m_trainer.save()};
}

} // namespace gan
