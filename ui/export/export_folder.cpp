#include "ui/export/export_folder.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/run_file.h"
#include "ui/pages/pages.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace gan {

namespace {

const QLatin1String kRunFile("run.json");

/// The ids of all plots of all experiments.
QSet<QString> plotIds()
{
    QSet<QString> ids;
    for (const Experiment& experiment : experiments())
        for (const RowSpec& row : pageFor(experiment).rows)
            for (const TabSpec& tab : row.tabs)
                for (const PlotSpec& plot : tab.plots)
                    ids.insert(
                        std::visit([](const auto& spec) { return QString::fromLatin1(spec.face.id); }, plot));
    return ids;
}

/// The files in `folder` that an export may have written.
QStringList exportsIn(const QString& folder)
{
    static const QSet<QString> plots =
        plotIds() + QSet<QString>{QStringLiteral("window"), QStringLiteral("grid")};
    static const QSet<QString> others = {QStringLiteral("metrics.csv"), QStringLiteral("samples.csv"),
                                         QStringLiteral("timeline.gif"), kRunFile};
    static const QRegularExpression sample(QStringLiteral("^\\d+\\.png$"));
    QStringList found;
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files)) {
        const bool isPicture = file.suffix() == QLatin1String("png") || file.suffix() == QLatin1String("svg");
        if (others.contains(file.fileName()) || (isPicture && plots.contains(file.completeBaseName())))
            found.append(file.absoluteFilePath());
    }
    for (const QFileInfo& file :
         QDir(QDir(folder).filePath(QStringLiteral("samples"))).entryInfoList(QDir::Files))
        if (sample.match(file.fileName()).hasMatch())
            found.append(file.absoluteFilePath());
    return found;
}

/// Whether one of the two is the other, or its beginning.
bool isSameRun(const Run& a, const Run& b)
{
    const std::int64_t end = std::min(a.iterations, b.iterations);
    const auto early = [end](const Run& run) {
        std::vector<Event> events = run.events;
        std::erase_if(events, [end](const Event& event) { return event.iteration >= end; });
        return events;
    };
    return &a.settings.experiment() == &b.settings.experiment() && a.settings == b.settings &&
           early(a) == early(b);
}

} // namespace

QString exportStem(const Run& run)
{
    const Experiment& experiment = run.settings.experiment();
    QString stem = QString::fromLatin1(experiment.id);
    if (experiment.find("seed"))
        stem += QStringLiteral("-seed%1").arg(run.settings.integer("seed"));
    return stem + QStringLiteral("-it%1").arg(run.iterations);
}

std::optional<Text> otherRunIn(const QString& folder, const Run& run)
{
    if (exportsIn(folder).isEmpty())
        return std::nullopt;
    const std::string path = QDir::toNativeSeparators(folder).toStdString();
    try {
        const Run there = readRunFile(QDir(folder).filePath(kRunFile));
        if (isSameRun(there, run))
            return std::nullopt;
        return Text::counted(
            GE_TR_N("The folder %1 holds another run: %2, seed %3, %4 iterations."), there.iterations,
            {path, Text(there.settings.experiment().title), std::to_string(there.settings.integer("seed")),
             std::to_string(there.iterations)});
    } catch (const Error&) {
        return Text(GE_TR("The folder %1 holds plots or numbers of another run."), {path});
    }
}

void removeLeftovers(const QString& folder, const std::vector<NewFile>& written)
{
    QSet<QString> fresh;
    for (const NewFile& file : written)
        fresh.insert(QFileInfo(file.path).absoluteFilePath());
    for (const QString& path : exportsIn(folder))
        if (!fresh.contains(path))
            QFile::remove(path);
}

} // namespace gan
