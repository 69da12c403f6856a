#include "ui/export/picture_caption.h"

#include "core/experiment.h"
#include "ui/style/theme.h"
#include "ui/text/run_words.h"
#include "ui/text/text.h"

#include <QFontMetrics>
#include <QPainter>

namespace gan {

namespace {

constexpr int kTextPixels = 10, kSideMargin = 14, kBottomMargin = 10, kAnyHeight = 1 << 24;
constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere;

/// Which run it is, in one line.
QString origin(const Run& run)
{
    const Experiment& experiment = run.settings.experiment();
    QStringList parts = {QStringLiteral("GAN Explorer " GAN_VERSION), translated(experiment.title)};
    if (experiment.find("seed"))
        parts.append(translated(Text(GE_TR("seed %1"), {std::to_string(run.settings.integer("seed"))})));
    parts.append(translated(Text(GE_TR("iteration %1"), {groupedText(run.iterations).toStdString()})));
    return parts.join(QStringLiteral(" · "));
}

/// The seed stands in the first line.
QString unusualSettings(const Run& run)
{
    const Experiment& experiment = run.settings.experiment();
    QStringList list;
    for (const std::string& key : differencesThatCount(run.settings, Settings(experiment)))
        if (key != "seed")
            list.append(settingWords(experiment, key, run.settings.value(key)));
    if (list.isEmpty())
        return translated(GE_TR("All settings have their defaults."));
    return translated(Text(GE_TR("Changed settings: %1"), {list.join(QStringLiteral("; ")).toStdString()}));
}

QString changes(const Run& run)
{
    return translated(Text(GE_TR("Changed during the run: %1"), {changesInWords(run).toStdString()}));
}

} // namespace

QString captionText(const Run& run)
{
    QStringList paragraphs = {origin(run), unusualSettings(run)};
    if (!run.events.empty())
        paragraphs.append(changes(run));
    return paragraphs.join(QLatin1Char('\n'));
}

PictureCaption::PictureCaption(const QString& text, int width)
    : m_text(text)
    , m_width(width)
{
    if (text.isEmpty())
        return;
    const QRect room(0, 0, width - 2 * kSideMargin, kAnyHeight);
    m_height = QFontMetrics(themeFont(kTextPixels)).boundingRect(room, kFlags, text).height() + kBottomMargin;
}

void PictureCaption::drawOn(QPaintDevice& device, double top, double zoom, const QColor& ground,
                            const QColor& ink) const
{
    if (m_text.isEmpty())
        return;
    QPainter painter(&device);
    painter.scale(zoom, zoom);
    const QRectF place(0, top, m_width, m_height);
    painter.fillRect(place.adjusted(0, 0, 1, 1), ground); // beyond the edge of a pixel that is only begun
    painter.setFont(themeFont(kTextPixels));
    painter.setPen(ink);
    painter.drawText(place.adjusted(kSideMargin, 0, -kSideMargin, 0), kFlags, m_text);
}

} // namespace gan
