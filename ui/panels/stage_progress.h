#pragma once

#include "core/run.h"
#include "core/session/networks.h"

#include <QString>

#include <vector>

namespace gan {

/// How far a stage of training is: one of a run's plan, or one that was asked for by hand.
class StageProgress {
public:
    /// Another run: the stages are those of its plan.
    void begin(const Run& plan);
    /// So many iterations with these networks, from `iteration` on.
    void train(Networks networks, std::int64_t iteration, std::int64_t count);
    /// The stage that was asked for by hand has ended.
    void stop() { m_byHand.clear(); }

    /// "epoch 3 of 10: D learns, G waits", where `settings` are in force and `iteration` iterations of epochs
    /// of `vectors` vectors are made. Empty outside of stages.
    QString text(std::int64_t iteration, const Settings& settings, std::int64_t vectors) const;

private:
    struct Stage {
        std::int64_t begin, end;
        Networks networks; ///< Both: those that the settings say
    };

    std::vector<Stage> m_planned;
    std::vector<Stage> m_byHand; ///< at most one
};

} // namespace gan
