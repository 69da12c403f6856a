#pragma once

#include "core/data/training_data.h"
#include "core/run.h"
#include "core/session/metric_log.h"
#include "core/session/run_marks.h"
#include "core/session/timeline.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace gan {

/// One run while it happens: what was planned, what was changed when, the metric log and the timeline.
/// Written by the training thread, read by any; each member locks for itself.
class RunRecord {
public:
    /// `plan`: settings at the start, and events to repeat (none for a new run). plan.iterations is where the
    /// run pauses by itself, 0 for never.
    RunRecord(std::uint64_t id, Run plan);
    /// A run that has come so far already.
    RunRecord(std::uint64_t id, Run plan, Run soFar);

    std::uint64_t id() const { return m_id; }
    const Run& plan() const { return m_plan; }

    /// The run so far: start, events that took effect, iterations made.
    Run run() const;
    /// The version of LibTorch that computes; empty before it is loaded.
    std::string library() const;
    /// The values of the setting `device` that can be had; empty before LibTorch is loaded.
    std::vector<std::string> devices() const;

    /// Training thread.
    void noteLibrary(const std::string& version);
    void noteDevices(const std::vector<std::string>& devices);
    void noteChange(std::int64_t iteration, const Settings& settings);
    void noteIteration(std::int64_t iteration);

    /// What was asked for when some step was made: changes by hand and of the plan, before a single step of
    /// one network alters them.
    struct Asked {
        Settings settings;
        bool followsPlan = true;
    };
    void noteAsked(std::int64_t iteration, const Asked& asked);
    /// What a run that goes on from here is asked for: what the step before `iteration` was.
    Asked askedAt(std::int64_t iteration) const;

    /// All that another run was asked for and has noted up to `iteration`, of which this one is the
    /// continuation.
    void takeNotes(const RunRecord& other, std::int64_t iteration);

    /// Pauses and pins; see marksOf(). Any thread.
    void noteMark(const RunMark& mark);
    /// Sets a mark, or removes it where it is set. Whether it is set now.
    bool toggleMark(const RunMark& mark);
    std::vector<RunMark> notedMarks() const;

    /// What the run learns from; empty before it was loaded, and where it needs nothing but its settings.
    void noteData(TrainingData data);
    TrainingData data() const;

    MetricLog& metrics() { return m_metrics; }
    const MetricLog& metrics() const { return m_metrics; }
    /// Without pictures where the experiment has none; states of every run.
    Timeline& timeline() { return m_timeline; }
    const Timeline& timeline() const { return m_timeline; }

private:
    const std::uint64_t m_id;
    const Run m_plan;
    mutable std::mutex m_mutex;
    Run m_run;
    std::string m_library;
    std::vector<std::string> m_devices;
    std::map<std::int64_t, Asked> m_asked; ///< by the iterations after which it was asked for anew
    std::set<RunMark> m_marks;
    TrainingData m_data;
    MetricLog m_metrics;
    Timeline m_timeline;
};

} // namespace gan
