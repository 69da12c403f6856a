#include "core/session/run_publisher.h"

#include <algorithm>
#include <utility>

namespace gan {

RunPublisher::RunPublisher(std::function<void(RunUpdate)> tell, std::function<bool()> isWanted)
    : m_tell(std::move(tell))
    , m_isWanted(std::move(isWanted))
{
}

void RunPublisher::follow(std::uint64_t runId, const Experiment& experiment)
{
    m_runId = runId;
    m_picture = nullptr;
    if (!m_view || &m_view->experiment() != &experiment)
        m_view.emplace(experiment);
}

void RunPublisher::look(const View& view)
{
    if (m_view && &m_view->experiment() == &view.experiment())
        m_view = view;
    m_next = {};
}

bool RunPublisher::isDue() const
{
    const bool isHurried = m_next == Clock::time_point();
    return isHurried || (Clock::now() >= m_next && m_isWanted());
}

/// A moment that is shown already is not computed again.
void RunPublisher::take(const RunEngine& engine, const View& view)
{
    if (m_picture && m_picture->iteration == engine.iteration() && m_taken == view)
        return;
    const auto start = Clock::now();
    m_picture = std::make_shared<const Snapshot>(engine.viewer().probe(view));
    m_taken = view;
    const auto now = Clock::now();
    m_next = std::max(start + std::chrono::milliseconds(40), start + 20 * (now - start));
}

void RunPublisher::publish(const RunEngine& engine)
{
    take(engine, *m_view);
    m_tell({m_runId, m_picture, std::nullopt, std::nullopt, engine.pauseReason()});
}

void RunPublisher::publishPause(const RunEngine* engine, std::uint64_t asked,
                                const std::optional<Text>& failure)
{
    if (engine)
        take(*engine, m_view->whole());
    m_tell({m_runId, m_picture, asked, failure, engine ? engine->pauseReason() : std::nullopt});
}

void RunPublisher::publishFailure(const Text& failure)
{
    m_tell({m_runId, nullptr, std::uint64_t{0}, failure, std::nullopt});
}

} // namespace gan
