#include "core/session/background_writer.h"

#include "core/error.h"

#include <QElapsedTimer>

#include <new>
#include <utility>

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
    connect(this, &BackgroundWriter::newsWaiting, this, &BackgroundWriter::takeNews, Qt::QueuedConnection);
}

void BackgroundWriter::tell(News news)
{
    m_news.put(std::move(news));
    Q_EMIT newsWaiting();
}

void BackgroundWriter::takeNews()
{
    for (const News& news : m_news.take())
        news();
}

void BackgroundWriter::write(std::vector<NewFile> files, const QString& what, const QString& folder)
{
    m_thread.add([this, files = std::move(files), what, folder] {
        try {
            writeAll(files, what, folder);
            tell([this, what] { Q_EMIT written(what); });
        } catch (const Error& error) {
            tell([this, what, why = error.text()] { Q_EMIT failed(what, why); });
        } catch (const std::bad_alloc&) {
            tell([this, what] { Q_EMIT failed(what, GE_TR("There is not enough memory for this.")); });
        }
    });
}

void BackgroundWriter::writeAll(const std::vector<NewFile>& files, const QString& what, const QString& folder)
{
    ByteCount count(
        [this, &what](qint64 bytes) { tell([this, what, bytes] { Q_EMIT progressed(what, bytes); }); });
    std::vector<NewFile> watched;
    for (const NewFile& file : files)
        watched.push_back({file.path, counted(file.fill, count)});
    if (folder.isEmpty())
        writeWholeFiles(watched);
    else
        writeFolder(folder, watched);
}

} // namespace gan
