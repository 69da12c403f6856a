#include "core/session/load_progress.h"

#include <utility>

namespace gan {

LoadStep LoadProgress::step(std::shared_ptr<LoadProgress> progress)
{
    return [progress = std::move(progress)](std::int64_t done, std::int64_t total) {
        return progress->tell(done, total);
    };
}

bool LoadProgress::tell(std::int64_t done, std::int64_t total)
{
    const std::lock_guard lock(m_mutex);
    m_state = {done, total, m_state.told + 1};
    if (done == 0)
        m_canceled = false; // it was meant for an earlier loading
    return !m_closed && !std::exchange(m_canceled, false);
}

void LoadProgress::noteLoaded(const PictureSet& set)
{
    const std::lock_guard lock(m_mutex);
    m_unusable = {set.count(), set.unusable, m_unusable.loaded + 1};
    m_canceled = false; // it came too late
}

LoadProgress::State LoadProgress::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void LoadProgress::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_canceled = true;
}

void LoadProgress::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
}

std::optional<LoadProgress::Unusable> LoadProgress::unusable(std::uint64_t known) const
{
    const std::lock_guard lock(m_mutex);
    if (m_unusable.loaded == known)
        return std::nullopt;
    return m_unusable;
}

} // namespace gan
