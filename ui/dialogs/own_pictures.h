#pragma once

#include "core/settings/settings.h"

#include <QString>

#include <functional>

class QWidget;

namespace gan {

/// The experiment that learns from pictures.
const Experiment& pictureExperiment();

/// Those settings, with pictures of the user's own in place of the ones that are drawn. Throws Error when
/// the rules do not allow them.
Settings withOwnPictures(Settings settings, const QString& folder);

/// Asks for a folder of pictures and calls back with it. Not modal: a run can be paused meanwhile.
void askForPictures(QWidget* window, std::function<void(const QString& folder)> chosen);

} // namespace gan
