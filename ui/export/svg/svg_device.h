#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QString>

#include <memory>

namespace gan {

class SvgEngine;

/// What is painted on it becomes an SVG 1.1 document, the same bytes for the same painting. Text becomes
/// curves: the document names no font and looks the same everywhere. (The generator of Qt 6.4 leaves clips
/// out and writes names of fonts.) Transforms may scale evenly and rotate. One thread at a time.
class SvgDevice : public QPaintDevice {
public:
    /// `size` in pixels; title and description are what a browser and a screen reader say of the picture.
    SvgDevice(QSize size, const QString& title, const QString& description);
    ~SvgDevice() override;

    /// Once the last painter on it has ended.
    QByteArray document() const;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    const QSize m_size;
    const QString m_title, m_description;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace gan
