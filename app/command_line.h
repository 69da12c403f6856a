#pragma once

#include "core/pause_condition.h"
#include "core/run.h"
#include "ui/appearance.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace gan {

/// What the command line asks for, fully checked.
struct Command {
    enum class Kind { Window, Train, List, Help, Version } kind = Kind::Window;
    std::optional<Run> run = {}; ///< Train: what to do; Window: the run to open, if a file was named
    std::vector<PauseCondition> pauseWhen = {}; ///< Train: the run ends where one of these comes true
    bool log = false;                           ///< Train: the experiment's log lines on stdout
    QString savedRun = {};                 ///< Window: the saved run to go on with, if such a file was named
    QString exportFolder = {};             ///< Train; empty: nothing is written
    bool replace = false;                  ///< Train: another run's files may be in the way
    std::optional<int> samples = {};       ///< Train: values or pictures to write; none: as usual
    std::optional<ThemeChoice> theme = {}; ///< Window; none: the one chosen last
    QString picture = {}; ///< Window: repeat the run to its end, draw the window into this file, then quit
    bool reportStart = false; ///< Window: print the milliseconds until it was painted, then quit
};

/// `arguments` without the program's name. Throws UsageError, or Error when a named file cannot be used.
Command parseCommandLine(const QStringList& arguments);

QString helpText();

} // namespace gan
