#pragma once

#include "core/pause_condition.h"
#include "core/run.h"
#include "core/view.h"
#include "ui/style/appearance.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace gan {

/// What the command line asks for, fully checked.
struct Command {
    enum class Kind { Window, Train, Show, List, Help, Version } kind = Kind::Window;
    /// Train: what to do; Show: what to do up to the iteration, unless there is a saved run; Window: the run
    /// to open, if a file was named.
    std::optional<Run> run = {};
    std::vector<PauseCondition> pauseWhen = {}; ///< Train: the run ends where one of these comes true
    bool log = false;                           ///< Train: the experiment's log lines on stdout
    QString savedRun = {};      ///< Window, Show: the saved run to go on with or to look at, if one was named
    std::int64_t iteration = 0; ///< Show: the one to look at
    std::optional<View> view = {};         ///< Train, Show: what the plots that are written look at
    QString exportFolder = {};             ///< Train, Show; empty: nothing is written
    bool replace = false;                  ///< Train, Show: another run's files may be in the way
    std::optional<int> samples = {};       ///< Train, Show: values or pictures to write; none: as usual
    std::optional<ThemeChoice> theme = {}; ///< Window; none: the one chosen last
    QString picture = {}; ///< Window: repeat the run to its end, draw the window into this file, then quit
    bool reportStart = false; ///< Window: print the milliseconds until it was painted, then quit
};

/// `arguments` without the program's name. Throws UsageError, or Error when a named file cannot be used.
Command parseCommandLine(const QStringList& arguments);

QString helpText();

} // namespace gan
