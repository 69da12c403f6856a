#pragma once

#include "core/session/replica.h"
#include "core/session/whole_file.h"
#include "ui/style/theme.h"

#include <QByteArray>
#include <QObject>
#include <QSize>
#include <QString>

#include <memory>
#include <vector>

namespace gan {

class PlotSheet;
class PlotView;

/// Which plot over which iterations, and how it is played.
struct AnimationOrder {
    static constexpr int kMostFrames = 300;

    QString plotId;
    std::int64_t from = 0, to = 0; ///< iterations, the first and the last frame
    int frames = 60;               ///< 2 to kMostFrames
    double seconds = 6;            ///< from the first frame to the last
    QSize size{800, 500};          ///< pixels; a line below names the iteration

    /// Of frame 0, 1 ...; evenly spread.
    std::int64_t iterationOf(int frame) const;
    /// Throws Error when this is no animation of a run that has come to iteration `now`.
    void check(std::int64_t now) const;
};

/// Draws a plot at many iterations of a run, each exactly as it was, for an animation. A replica computes the
/// moments one after the other; each is drawn at once, on a sheet that nobody sees, so that screen and
/// training go on. Curves over iterations are whole in every frame, and a line moves along them. GUI thread;
/// its destructor cancels.
class PlotAnimation : public QObject {
    Q_OBJECT

public:
    /// `view`: what is looked at, as the window has it. Throws Error when the order cannot be carried out.
    PlotAnimation(TrainerFactory makeTrainer, std::shared_ptr<const RunRecord> record, const View& view,
                  const Theme& theme, const AnimationOrder& order, QObject* parent = nullptr);
    ~PlotAnimation() override;

    /// One frame after the other; made() or failed() ends it.
    void start();

Q_SIGNALS:
    void progressed(int frames);
    /// The whole animation, to be filled in any thread.
    void made(const gan::FillFile& file);
    void failed(const gan::Text& why);

private:
    void ask();
    void take(const ReplicaAnswer& answer);
    QByteArray frameOf(const std::shared_ptr<const Snapshot>& moment);
    FillFile file() const;

    const std::shared_ptr<const RunRecord> m_record;
    const View m_view;
    const Theme m_theme;
    const AnimationOrder m_order;
    std::unique_ptr<PlotSheet> m_sheet;
    PlotView* m_plot = nullptr;       ///< the one on the sheet
    std::vector<QByteArray> m_frames; ///< PNG: they are many, and take little room so
    std::unique_ptr<Replica> m_replica;
};

} // namespace gan
