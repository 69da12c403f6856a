#include "ui/dialogs/own_pictures.h"

#include "core/experiment.h"

#include <QCoreApplication>
#include <QFileDialog>

#include <algorithm>
#include <utility>

namespace gan {

namespace {

constexpr const char* kData = "data";

}

const Experiment& pictureExperiment()
{
    const auto& all = experiments();
    return *std::find_if(all.begin(), all.end(), [](const Experiment& one) {
        const Setting* row = one.find(kData);
        return row && row->kind == SettingKind::Path;
    });
}

Settings withOwnPictures(Settings settings, const QString& folder)
{
    settings.set(kData, folder.toStdString());
    settings.checkRules();
    return settings;
}

void askForPictures(QWidget* window, std::function<void(const QString& folder)> chosen)
{
    auto* dialog = new QFileDialog(
        window, QCoreApplication::translate("OwnPictures", "A folder of pictures to learn from"));
    dialog->setObjectName(QStringLiteral("ownPictures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, std::move(chosen));
    dialog->show();
}

} // namespace gan
