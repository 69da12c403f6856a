#include "ui/window/page_stack.h"

#include "core/experiment.h"
#include "ui/pages/experiment_page.h"

#include <utility>

namespace gan {

const ExperimentPage* PageStack::of(const Experiment& experiment) const
{
    const auto found = m_pages.find(&experiment);
    return found == m_pages.end() ? nullptr : found->second;
}

std::vector<ExperimentPage*> PageStack::all() const
{
    std::vector<ExperimentPage*> pages;
    for (const auto& [experiment, page] : m_pages)
        pages.push_back(page);
    return pages;
}

void PageStack::turnTo(const std::shared_ptr<const RunRecord>& record, const Theme& theme)
{
    ExperimentPage*& page = m_pages[&record->plan().settings.experiment()];
    if (!page) {
        page = new ExperimentPage(record, theme);
        page->placePanes(window()->width());
        addWidget(page);
        Q_EMIT made(*page);
    }
    if (std::exchange(m_shown, page) == page)
        return;
    setCurrentWidget(page);
    Q_EMIT turned(*page);
}

} // namespace gan
