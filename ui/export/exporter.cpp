#include "ui/export/exporter.h"

#include "core/error.h"
#include "ui/export/export_folder.h"
#include "ui/export/plot_export.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/plot_view.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QLocale>
#include <QPixmap>
#include <QWidget>

namespace gan {

namespace {

PlotView& plotNamed(const PlotSheet& sheet, const QString& id)
{
    for (PlotView* plot : sheet.plots())
        if (plot->id() == id)
            return *plot;
    throw Error(GE_TR("There is no plot %1 on the screen."), {id.toStdString()});
}

/// Draws. Throws Error.
std::vector<NewFile> filesOf(const ExportOrder& order, const QString& path, const Exporter::Screen& screen)
{
    const RunExport& shown = screen.run;
    switch (order.what) {
    case ExportOrder::What::Plot:
        return {{path, plotPicture(plotNamed(screen.sheet, order.plotId), order.picture, shown.run)}};
    case ExportOrder::What::AllPlots:
        return plotFiles(path, screen.sheet, order.picture, shown.run);
    case ExportOrder::What::Window:
        return {{path, windowPicture(screen.window, order.picture, shown.run)}};
    case ExportOrder::What::Metrics:
        return {{path, metricsCsv(shown.record, shown.run.iterations)}};
    case ExportOrder::What::Everything:
        break;
    }
    std::vector<NewFile> files = folderFiles(path, shown, screen.sheet, order.picture);
    files.push_back({QDir(path).filePath(QStringLiteral("window") + order.picture.suffix()),
                     windowPicture(screen.window, order.picture, shown.run)});
    return files;
}

} // namespace

Exporter::Exporter(QObject* parent)
    : QObject(parent)
{
    connect(&m_writer, &BackgroundWriter::progressed, this, [this](const QString& path, qint64 bytes) {
        Q_EMIT progressed(tr("Writing %1: %2").arg(path, QLocale().formattedDataSize(bytes)));
    });
    connect(&m_writer, &BackgroundWriter::written, this, [this](const QString& path) {
        if (m_whole.contains(path))
            removeLeftovers(path, m_whole.take(path));
        Q_EMIT done(tr("Exported to %1.").arg(path));
    });
    connect(&m_writer, &BackgroundWriter::failed, this,
            [this](const QString&, const Text& why) { Q_EMIT failed(why); });
}

void Exporter::carryOut(const ExportOrder& order, const Screen& screen)
{
    try {
        if (order.path.trimmed().isEmpty())
            throw Error(GE_TR("Nothing was exported: choose a file name first."));
        const QString path = QFileInfo(order.path.trimmed()).absoluteFilePath();
        const std::vector<NewFile> files = filesOf(order, path, screen);
        const QString shown = QDir::toNativeSeparators(path);
        if (order.what == ExportOrder::What::Everything)
            m_whole[shown] = files;
        m_writer.write(files, shown, order.goesToFolder() ? path : QString());
    } catch (const Error& error) {
        Q_EMIT failed(error.text());
    }
}

void Exporter::write(const QString& path, FillFile file)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_writer.write({{absolute, std::move(file)}}, QDir::toNativeSeparators(absolute));
}

QImage previewOf(const ExportOrder& order, const Exporter::Screen& screen, QSize room)
{
    if (order.what == ExportOrder::What::Metrics)
        return {};
    if (order.what == ExportOrder::What::Window)
        return screen.window.grab().toImage().scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    for (PlotView* plot : screen.sheet.plots())
        if (order.goesToFolder() ? !plot->isOnlyHint() : plot->id() == order.plotId)
            return plotPreview(*plot, order.picture, screen.run.run, room);
    return {};
}

} // namespace gan
