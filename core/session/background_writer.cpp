#include "core/session/background_writer.h"

#include "core/error.h"

#include <QElapsedTimer>

namespace gan {

namespace {

constexpr int kReportPeriod = 100; ///< milliseconds

/// Counts what passes through, and reports now and then.
class ByteCount {
public:
    explicit ByteCount(std::function<void(qint64)> report)
        : m_report(std::move(report))
    {
        m_sinceReport.start();
    }

    void add(qint64 bytes)
    {
        m_bytes += bytes;
        if (m_sinceReport.elapsed() < kReportPeriod)
            return;
        m_sinceReport.start();
        m_report(m_bytes);
    }

private:
    std::function<void(qint64)> m_report;
    QElapsedTimer m_sinceReport;
    qint64 m_bytes = 0;
};

FillFile counted(const FillFile& fill, ByteCount& count)
{
    return [&fill, &count](const WritePart& write) {
        fill([&](const QByteArray& part) {
            write(part);
            count.add(part.size());
        });
    };
}

} // namespace

BackgroundWriter::BackgroundWriter(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

BackgroundWriter::~BackgroundWriter()
{
    m_pool.waitForDone();
}

/// Signals are emitted in the writing thread; whoever lives in another thread receives them there.
void BackgroundWriter::write(std::vector<NewFile> files, const QString& what, const QString& folder)
{
    m_pool.start([this, files = std::move(files), what, folder] {
        try {
            if (!folder.isEmpty())
                makeWritableFolder(folder);
            writeAll(files, what);
            Q_EMIT written(what);
        } catch (const Error& error) {
            Q_EMIT failed(what, error.text());
        }
    });
}

void BackgroundWriter::writeAll(const std::vector<NewFile>& files, const QString& what)
{
    ByteCount count([this, &what](qint64 bytes) { Q_EMIT progressed(what, bytes); });
    std::vector<NewFile> watched;
    for (const NewFile& file : files)
        watched.push_back({file.path, counted(file.fill, count)});
    writeWholeFiles(watched);
}

} // namespace gan
