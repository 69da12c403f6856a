#pragma once

#include "core/run.h"

#include <QColor>
#include <QString>

class QPaintDevice;

namespace gan {

/// Program and version, experiment, seed, iteration; the settings that differ from the defaults; what was
/// changed while the run ran. Three paragraphs at most.
QString captionText(const Run& run);

/// A caption below a picture: small, wrapped, as high as its text needs. Sizes are in units of the layout.
class PictureCaption {
public:
    /// An empty text takes no room.
    PictureCaption(const QString& text, int width);

    int height() const { return m_height; }
    /// From `top` on, over the whole width; `zoom`: pixels a unit.
    void drawOn(QPaintDevice& device, double top, double zoom, const QColor& ground, const QColor& ink) const;

private:
    const QString m_text;
    const int m_width;
    int m_height = 0;
};

} // namespace gan
