#include "core/session/run_marks.h"

#include "core/session/run_record.h"

#include <algorithm>

namespace gan {

namespace {

/// Who learns is said by these two; see settingsFor().
bool saysWhoLearns(const Event& event)
{
    return event.key == "steps_d" || event.key == "steps_g";
}

} // namespace

std::vector<RunMark> marksOf(const RunRecord& record)
{
    std::vector<RunMark> marks = record.notedMarks();
    for (const Event& event : record.run().events)
        marks.push_back({event.iteration, saysWhoLearns(event) ? MarkKind::Stage : MarkKind::Change});
    std::sort(marks.begin(), marks.end());
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    return marks;
}

} // namespace gan
