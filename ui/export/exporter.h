#pragma once

#include "core/session/background_writer.h"
#include "core/session/run_export.h"
#include "ui/export/export_order.h"

#include <QHash>
#include <QObject>

namespace gan {

class PlotSheet;

/// Carries out export orders: draws at once what the screen shows, and writes it in the background, so that
/// training and window go on. Its destructor waits for what is being written. GUI thread.
class Exporter : public QObject {
    Q_OBJECT

public:
    /// What is on the screen. Only looked at while an order is taken.
    struct Screen {
        const RunExport& run;
        const PlotSheet& sheet;
        QWidget& window;
    };

    explicit Exporter(QObject* parent = nullptr);

    /// One of done() and failed() follows, each order in its turn.
    void carryOut(const ExportOrder& order, const Screen& screen);
    /// The same for one file that is already made.
    void write(const QString& path, FillFile file);

Q_SIGNALS:
    void progressed(const QString& sentence);
    void done(const QString& sentence);
    void failed(const gan::Text& sentence);

private:
    QHash<QString, std::vector<NewFile>>
        m_whole; ///< folders that hold one run and nothing else, once written
    BackgroundWriter m_writer;
};

/// The picture that an order makes, or the first of them, so small that it fits into `room`; null when it
/// makes none.
QImage previewOf(const ExportOrder& order, const Exporter::Screen& screen, QSize room);

} // namespace gan
