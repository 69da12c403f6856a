#pragma once

#include "ui/plots/tile_plot.h"

#include <optional>

class QImage;

namespace gan {

/// Pictures of the newest snapshot in rows and columns. Each pixel of theirs is a square of as many whole
/// pixels as fit.
class PicturesPlot : public TilePlot {
    Q_OBJECT

public:
    PicturesPlot(const PicturesSpec& spec, const Theme& theme, QWidget* parent = nullptr);

    /// Where picture `index` is on the plot now; empty when there is none.
    QRectF place(int index) const;

Q_SIGNALS:
    void pictureClicked(int index);

protected:
    void refresh(int width) override;
    void paint(QPainter& painter, const QRectF& room) const override;

private:
    const Pictures* pictures() const;
    QRectF placeIn(const QRectF& room, int index) const;
    std::optional<QColor> frameColor(int index) const;
    void click(const QPoint& at);

    const PicturesSpec m_spec;
};

} // namespace gan
