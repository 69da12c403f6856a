#include "app/progress_bar.h"

#include <cstdio>
#include <string>

#include <unistd.h>

namespace gan {

ProgressBar::ProgressBar(std::int64_t total, Shown shown)
    : m_total(total)
    , m_visible(shown == Shown::OnTerminal && isatty(STDERR_FILENO))
{
}

double ProgressBar::secondsSinceStart() const
{
    return std::chrono::duration<double>(Clock::now() - m_start).count();
}

void ProgressBar::show(std::int64_t done)
{
    if (!m_visible || Clock::now() < m_next)
        return;
    m_next = Clock::now() + std::chrono::milliseconds(100);
    constexpr std::int64_t width = 30;
    const std::string bar(static_cast<std::size_t>(width * done / m_total), '#');
    std::fprintf(stderr, "\r[%-*s] %lld/%lld  %.0f/s ", static_cast<int>(width), bar.c_str(),
                 static_cast<long long>(done), static_cast<long long>(m_total),
                 static_cast<double>(done) / secondsSinceStart());
}

void ProgressBar::finish()
{
    if (m_visible)
        std::fputs("\r\033[K", stderr);
}

} // namespace gan
