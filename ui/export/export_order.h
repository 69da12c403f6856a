#pragma once

#include "ui/export/picture_options.h"

#include <QString>

namespace gan {

/// What somebody wants to take away, and where to.
struct ExportOrder {
    enum class What {
        Plot,
        AllPlots,
        Window,
        Metrics,    ///< the metric log as CSV
        Everything, ///< metric log, samples, run.json, every plot and the window
    };

    What what = What::Plot;
    QString plotId; ///< of a plot
    PictureOptions picture = {};
    QString path; ///< of a file, or of a folder

    bool goesToFolder() const { return what == What::AllPlots || what == What::Everything; }
};

} // namespace gan
