#include "ui/plot_export.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/whole_file.h"

#include <QBuffer>

namespace gan {

namespace {

QString pairText(const std::string& key, const SettingValue& value)
{
    return QString::fromStdString(key + '=' + settingValueText(value));
}

} // namespace

PictureNotes pictureNotes(const Run& run)
{
    const Experiment& experiment = run.settings.experiment();
    QStringList settings, changes;
    for (const Setting& setting : experiment.settings)
        settings.append(pairText(setting.key, run.settings.value(setting.key)));
    for (const Event& event : run.events)
        changes.append(QString::number(event.iteration) + QLatin1Char(':') +
                       pairText(event.key, event.value));
    PictureNotes notes = {
        {QStringLiteral("Software"), QStringLiteral("GAN Explorer " GAN_VERSION)},
        {QStringLiteral("Experiment"), QString::fromLatin1(experiment.id)},
        {QStringLiteral("Iteration"), QString::number(run.iterations)},
        {QStringLiteral("Settings"), settings.join(QLatin1Char(' '))},
    };
    if (!changes.isEmpty())
        notes.emplace_back(QStringLiteral("Changes"), changes.join(QLatin1Char(' ')));
    if (experiment.find("seed"))
        notes.emplace_back(QStringLiteral("Seed"), QString::number(run.settings.integer("seed")));
    return notes;
}

void writePicture(const QString& path, QImage picture, const PictureNotes& notes)
{
    for (const auto& [name, value] : notes)
        picture.setText(name, value);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "png"))
        throw Error(GE_TR("The picture %1 cannot be made into a PNG file."), {path.toStdString()});
    writeWholeFile(path, bytes);
}

} // namespace gan
