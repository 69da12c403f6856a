#include "ui/export/plot_export.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/picture_grid.h"
#include "ui/export/picture_caption.h"
#include "ui/export/picture_files.h"
#include "ui/export/svg/svg_device.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/plot_view.h"

#include <QDir>
#include <QImage>
#include <QMimeData>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <functional>

namespace gan {

namespace {

QString pairText(const std::string& key, const SettingValue& value)
{
    return QString::fromStdString(key + '=' + settingValueText(value));
}

/// What will be drawn, and on how large a sheet.
struct Drawing {
    QString title;
    QSizeF size; ///< in units
    double zoom; ///< pixels a unit
    std::function<void(QPaintDevice&)> paint;
    double pixelRatio = 1; ///< pixels of the image for one of the painter
    bool transparent = false;

    QSize pixels() const
    {
        const QSizeF exact = size * zoom * pixelRatio;
        return {int(std::lround(exact.width())), int(std::lround(exact.height()))};
    }
};

QImage imageOf(const Drawing& drawing, const PictureNotes& notes)
{
    QImage image(drawing.pixels(),
                 drawing.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull())
        throw Error(GE_TR("There is not enough memory for a picture of this size."));
    if (drawing.transparent)
        image.fill(Qt::transparent);
    image.setDevicePixelRatio(drawing.pixelRatio);
    drawing.paint(image);
    image.setDevicePixelRatio(1);
    for (const auto& [name, value] : notes)
        image.setText(name, value);
    return image;
}

QByteArray svgOf(const Drawing& drawing, const PictureNotes& notes)
{
    QStringList lines;
    for (const auto& [name, value] : notes)
        lines.append(name + QStringLiteral(": ") + value);
    SvgDevice device(drawing.pixels(), drawing.title, lines.join(QLatin1Char('\n')));
    drawing.paint(device);
    return device.document();
}

FillFile fileOf(const Drawing& drawing, PictureFormat format, const PictureNotes& notes)
{
    if (format == PictureFormat::Png)
        return [image = imageOf(drawing, notes)](const WritePart& write) { write(pngBytes(image)); };
    return [document = svgOf(drawing, notes)](const WritePart& write) { write(document); };
}

/// The plot is the same with and without a caption, which lies below it.
Drawing plotDrawing(PlotView& plot, const PictureOptions& options, const Run& run)
{
    const double unit = pictureZoom(options.size);
    const QSizeF room = QSizeF(options.size) / unit;
    const PictureCaption caption(options.caption ? captionText(run) : QString(),
                                 int(std::ceil(room.width())));
    const double zoom = unit * options.scale;
    const auto paint = [=, &plot](QPaintDevice& device) {
        plot.drawOn(device, options.size, options.scale, {options.textScale, options.transparent});
        const QColor ground = options.transparent ? QColor(Qt::transparent) : plot.theme().panel;
        caption.drawOn(device, room.height(), zoom, ground, plot.theme().mutedText);
    };
    return {plot.title(), room + QSizeF(0, caption.height()), zoom, paint, 1, options.transparent};
}

Drawing windowDrawing(QWidget& window, const PictureOptions& options, const Run& run)
{
    const PictureCaption caption(options.caption ? captionText(run) : QString(), window.width());
    const auto paint = [=, &window](QPaintDevice& device) {
        window.render(&device);
        const QPalette colors = window.palette();
        caption.drawOn(device, window.height(), 1, colors.color(QPalette::Base),
                       colors.color(QPalette::PlaceholderText));
    };
    const bool onScreen = options.format == PictureFormat::Png;
    return {window.windowTitle(), window.size() + QSizeF(0, caption.height()), 1, paint,
            onScreen ? window.devicePixelRatioF() : 1};
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

FillFile plotPicture(PlotView& plot, const PictureOptions& options, const Run& run)
{
    options.check();
    return fileOf(plotDrawing(plot, options, run), options.format, pictureNotes(run));
}

QImage plotPreview(PlotView& plot, const PictureOptions& options, const Run& run, QSize room)
{
    const QSizeF whole = plotDrawing(plot, options, run).pixels();
    PictureOptions small = options;
    small.scale *= std::min({1.0, room.width() / whole.width(), room.height() / whole.height()});
    return imageOf(plotDrawing(plot, small, run), {});
}

FillFile windowPicture(QWidget& window, const PictureOptions& options, const Run& run)
{
    return fileOf(windowDrawing(window, options, run), options.format, pictureNotes(run));
}

std::vector<NewFile> plotFiles(const QString& folder, const PlotSheet& sheet, const PictureOptions& options,
                               const Run& run)
{
    std::vector<NewFile> files;
    for (PlotView* plot : sheet.plots())
        if (!plot->isOnlyHint())
            files.push_back(
                {QDir(folder).filePath(plot->id() + options.suffix()), plotPicture(*plot, options, run)});
    return files;
}

std::vector<NewFile> folderFiles(const QString& folder, const RunExport& shown, const PlotSheet& sheet,
                                 const PictureOptions& options)
{
    std::vector<NewFile> files = runFiles(folder, shown);
    for (NewFile& picture : pictureFiles(folder, shown))
        files.push_back(std::move(picture));
    for (NewFile& plot : plotFiles(folder, sheet, options, shown.run))
        files.push_back(std::move(plot));
    return files;
}

QMimeData* plotForClipboard(PlotView& plot, const Run& run)
{
    const QImage image = imageOf(plotDrawing(plot, {}, run), pictureNotes(run));
    auto* data = new QMimeData;
    data->setImageData(image);
    data->setData(QStringLiteral("image/png"), pngBytes(image));
    return data;
}

} // namespace gan
