#include "ui/export/picture_files.h"

#include "core/session/picture_grid.h"
#include "ui/export/plot_export.h"
#include "ui/style/theme.h"
#include "ui/text/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QPainter>

namespace gan {

namespace {

constexpr int kMargin = 12, kCaptionHeight = 30, kCaptionText = 15; ///< pixels

QImage withNotes(QImage image, const PictureNotes& notes)
{
    for (const auto& [name, value] : notes)
        image.setText(name, value);
    return image;
}

FillFile pngFile(QImage image)
{
    return [image = std::move(image)](const WritePart& write) { write(pngBytes(image)); };
}

QString captionOf(const Snapshot& moment)
{
    return QCoreApplication::translate("Pictures", "iteration %1").arg(groupedText(moment.iteration));
}

/// 00.png, 01.png ...: all names have the same length, so that they sort as they are numbered.
QString numberedName(int index, int count)
{
    const int digits = std::max(2, int(QString::number(count - 1).size()));
    return QStringLiteral("%1.png").arg(index, digits, 10, QLatin1Char('0'));
}

} // namespace

FillFile gridPicture(const Snapshot& moment, const Run& run)
{
    return pngFile(withNotes(pictureGrid(picturesOf(moment)), pictureNotes(run)));
}

QImage beforeAndAfter(const Snapshot& before, const Snapshot& after)
{
    const Snapshot* moments[] = {&before, &after};
    const QImage grids[] = {pictureGrid(picturesOf(before)), pictureGrid(picturesOf(after))};
    const Theme& theme = Theme::light();
    QImage image(grids[0].width() + grids[1].width() + 3 * kMargin,
                 kCaptionHeight + std::max(grids[0].height(), grids[1].height()) + kMargin,
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(themeFont(kCaptionText, true));
    painter.setPen(theme.text);
    int x = kMargin;
    for (int i = 0; i < 2; ++i) {
        const QRect caption(x, 0, grids[i].width(), kCaptionHeight);
        painter.drawText(caption, Qt::AlignCenter, captionOf(*moments[i]));
        painter.drawImage(x, kCaptionHeight, grids[i]);
        x += grids[i].width() + kMargin;
    }
    return image;
}

FillFile beforeAndAfterPicture(const Snapshot& before, const Snapshot& after)
{
    return pngFile(beforeAndAfter(before, after));
}

std::vector<NewFile> pictureFiles(const QString& folder, const RunExport& shown)
{
    const auto path = [&](const QString& name) { return QDir(folder).filePath(name); };
    std::vector<NewFile> files;
    if (shown.grid)
        files.push_back({path(QStringLiteral("grid.png")),
                         pngFile(withNotes(pictureGrid(*shown.grid), pictureNotes(shown.run)))});
    const Timeline& timeline = shown.record->timeline();
    if (timeline.at(shown.run.iterations))
        files.push_back({path(QStringLiteral("timeline.gif")), timelineGif(timeline, shown.run.iterations)});
    const int count = shown.samplePictures ? shown.samplePictures->count : 0;
    for (int i = 0; i < count; ++i)
        files.push_back({path(QStringLiteral("samples/") + numberedName(i, count)),
                         pngFile(pictureImage(*shown.samplePictures, i))});
    return files;
}

} // namespace gan
