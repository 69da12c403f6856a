#include "ui/export/plot_animation.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/gif_file.h"
#include "core/session/picture_grid.h"
#include "ui/export/picture_caption.h"
#include "ui/export/plot_export.h"
#include "ui/pages/filled_sheet.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/history/history_plots.h"
#include "ui/plots/plot_view.h"
#include "ui/text/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kLastFrame = 200; ///< hundredths of a second that the last frame is seen
constexpr int kLeastSide = 200, kMostSide = 2000;

/// Experiment, seed and iteration: of the same height in each frame.
QString captionOf(const RunRecord& record, std::int64_t iteration)
{
    const Settings& settings = record.plan().settings;
    const QString title = translated(settings.experiment().title);
    return PlotAnimation::tr("%1, seed %2, iteration %3")
        .arg(title)
        .arg(settings.integer("seed"))
        .arg(groupedText(iteration));
}

} // namespace

std::int64_t AnimationOrder::iterationOf(int frame) const
{
    return from + std::llround(double(to - from) * frame / (frames - 1));
}

void AnimationOrder::check(std::int64_t now) const
{
    if (from < 0 || to > now || from >= to)
        throw Error(GE_TR("An animation goes from an earlier iteration to a later one, within 0 to %1."),
                    {std::to_string(now)});
    if (frames < 2 || frames > kMostFrames)
        throw Error(GE_TR("An animation has 2 to %1 frames, not %2."),
                    {std::to_string(kMostFrames), std::to_string(frames)});
    if (std::min(size.width(), size.height()) < kLeastSide ||
        std::max(size.width(), size.height()) > kMostSide)
        throw Error(GE_TR("A frame of an animation has sides of %1 to %2 pixels."),
                    {std::to_string(kLeastSide), std::to_string(kMostSide)});
}

PlotAnimation::PlotAnimation(TrainerFactory makeTrainer, std::shared_ptr<const RunRecord> record,
                             const View& view, const Theme& theme, const AnimationOrder& order,
                             QObject* parent)
    : QObject(parent)
    , m_record(std::move(record))
    , m_view(view.whole())
    , m_theme(theme)
    , m_order(order)
    , m_sheet(filledSheet(*m_record, order.to, m_view,
                          theme)) // whole curves: axes do not move from frame to frame
{
    m_order.check(m_record->run().iterations);
    for (PlotView* plot : m_sheet->plots())
        if (plot->id() == m_order.plotId)
            m_plot = plot;
    if (!m_plot)
        throw Error(GE_TR("There is no plot %1 on the screen."), {m_order.plotId.toStdString()});
    m_replica = std::make_unique<Replica>(std::move(makeTrainer), [this](ReplicaAnswer answer) {
        QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] { take(answer); });
    });
}

PlotAnimation::~PlotAnimation() = default;

void PlotAnimation::start()
{
    ask();
}

void PlotAnimation::ask()
{
    const int frame = int(m_frames.size());
    m_replica->ask({std::uint64_t(frame) + 1, m_record, m_order.iterationOf(frame), m_view, false});
}

void PlotAnimation::take(const ReplicaAnswer& answer)
{
    if (answer.failure)
        return Q_EMIT failed(*answer.failure);
    try {
        m_frames.push_back(frameOf(answer.picture));
    } catch (const Error& error) {
        return Q_EMIT failed(error.text());
    }
    Q_EMIT progressed(int(m_frames.size()));
    if (int(m_frames.size()) < m_order.frames)
        ask();
    else
        Q_EMIT made(file());
}

QByteArray PlotAnimation::frameOf(const std::shared_ptr<const Snapshot>& moment)
{
    m_sheet->histories().setSettings(m_record->run().settingsAt(moment->iteration));
    m_sheet->setSnapshot(moment);
    m_sheet->histories().showReadout(double(moment->iteration));
    PictureOptions options;
    options.size = m_order.size;
    const QImage plot = plotPreview(*m_plot, options, m_record->run(), m_order.size);
    const double zoom = pictureZoom(m_order.size);
    const PictureCaption caption(captionOf(*m_record, moment->iteration), int(plot.width() / zoom));
    QImage frame(plot.width(), plot.height() + int(std::ceil(caption.height() * zoom)), QImage::Format_RGB32);
    frame.fill(m_theme.panel);
    QPainter(&frame).drawImage(0, 0, plot);
    caption.drawOn(frame, plot.height() / zoom, zoom, m_theme.panel, m_theme.mutedText);
    return pngBytes(frame);
}

FillFile PlotAnimation::file() const
{
    const int each = std::max(2, int(std::lround(100 * m_order.seconds / (m_order.frames - 1))));
    return gifFile(m_order.frames, [frames = m_frames, each](int index) {
        const bool isLast = index + 1 == int(frames.size());
        return GifFrame{QImage::fromData(frames[std::size_t(index)]), isLast ? kLastFrame : each};
    });
}

} // namespace gan
