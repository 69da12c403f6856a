#include "ui/panels/stage_progress.h"

#include "core/epochs.h"
#include "ui/text/text.h"

#include <QCoreApplication>

namespace gan {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StageProgress)
};

QString whoLearns(bool d, bool g)
{
    if (d && g)
        return Words::tr("D and G learn");
    return d ? Words::tr("D learns, G waits") : Words::tr("G learns, D waits");
}

QString sentence(std::int64_t epoch, std::int64_t of, bool d, bool g)
{
    return Words::tr("epoch %1 of %2: %3").arg(groupedText(epoch), groupedText(of), whoLearns(d, g));
}

} // namespace

/// A stage of the plan ends where the plan changes which network learns, and how often.
void StageProgress::begin(const Run& plan)
{
    m_planned.clear();
    m_byHand.clear();
    std::int64_t begin = 0;
    for (const Event& event : plan.events)
        if ((event.key == "steps_d" || event.key == "steps_g") && event.iteration > begin &&
            event.iteration < plan.iterations) {
            m_planned.push_back({begin, event.iteration, Networks::Both});
            begin = event.iteration;
        }
    if (plan.iterations > 0)
        m_planned.push_back({begin, plan.iterations, Networks::Both});
}

void StageProgress::train(Networks networks, std::int64_t iteration, std::int64_t count)
{
    m_byHand = {{iteration, iteration + count, networks}};
}

QString StageProgress::text(std::int64_t iteration, const Settings& settings, std::int64_t vectors) const
{
    for (const auto* stages : {&m_byHand, &m_planned})
        for (const Stage& stage : *stages) {
            if (iteration < stage.begin || iteration >= stage.end)
                continue;
            const Settings used = settingsFor(stage.networks, settings);
            const bool d = used.integer("steps_d") > 0, g = used.integer("steps_g") > 0;
            const std::int64_t epoch = iterationsPerEpoch(used, vectors, d, g);
            return sentence((iteration - stage.begin) / epoch + 1,
                            (stage.end - stage.begin + epoch - 1) / epoch, d, g);
        }
    return {};
}

} // namespace gan
