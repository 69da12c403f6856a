#include "core/session/saved_run_file.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/read_file.h"
#include "core/session/run_file.h"
#include "core/session/whole_file.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QFile>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

// The file: magic, format, then, written with QDataStream (Qt 6.0, big endian): plan and run as run files,
// settings as a run file without events, whether the plan is followed, version of LibTorch, trainer state,
// measured columns, count of rows, rows as 32-bit floats in this machine's order; last the SHA-256 of all
// bytes before it.
constexpr char kMagic[] = "GAN Explorer saved run\n";
constexpr qint64 kMagicLength = sizeof kMagic - 1;
constexpr quint32 kFormat = 1;
constexpr qint64 kHashLength = 32;
constexpr qint64 kBlock = 1 << 20;
constexpr std::int64_t kRowsAtOnce = 16384;
constexpr quint32 kMostColumns = 100;
constexpr float kMostSteps = 1e6f;

QByteArray rowBytes(const MetricRows& rows)
{
    return {reinterpret_cast<const char*>(rows.values.data()),
            static_cast<qsizetype>(rows.values.size() * sizeof(float))};
}

std::vector<std::string> measuredNames(const MetricColumns& columns)
{
    return {columns.begin() + static_cast<std::ptrdiff_t>(kFirstMeasuredColumn), columns.end()};
}

template <class... Parts>
QByteArray packed(const Parts&... parts)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    (stream << ... << parts);
    return bytes;
}

QByteArray head(const RunRecord& record, const Run& run, const Resumption& resumption)
{
    QStringList names;
    for (const std::string& name : measuredNames(*record.metrics().columns()))
        names += QString::fromStdString(name);
    return QByteArray(kMagic) + packed(kFormat, runToJson(record.plan(), {}), runToJson(run, {}),
                                       runToJson({resumption.settings}, {}), resumption.followsPlan,
                                       QByteArray::fromStdString(record.library()),
                                       QByteArray::fromStdString(resumption.trainerState), names,
                                       static_cast<qint64>(run.iterations));
}

/// All bytes but the last 32 must have these as their SHA-256.
void checkHash(QIODevice& file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 left = file.size() - kHashLength; left > 0;) {
        const QByteArray block = file.read(std::min(left, kBlock));
        if (block.isEmpty())
            break;
        hash.addData(block);
        left -= block.size();
    }
    if (file.read(kHashLength) != hash.result())
        throw Error(GE_TR("it is damaged or was not written to its end."));
    file.seek(kMagicLength);
}

void checkMagic(QIODevice& file)
{
    if (file.read(kMagicLength) != QByteArray(kMagic))
        throw Error(GE_TR("it is not a saved run of this program."));
    quint32 format = 0;
    QDataStream(&file) >> format;
    checkFileFormat(format, kFormat);
    file.seek(0);
}

/// Reads what head() wrote, then the rows.
class Reader {
public:
    Reader(QIODevice& file, const QString& name)
        : m_stream(&file)
        , m_name(name)
    {
        m_stream.setVersion(QDataStream::Qt_6_0);
    }

    SavedRunSummary summary()
    {
        next<quint32>(); // the format, looked at before
        nextRun();       // the plan
        const Run run = nextRun();
        return {&run.settings.experiment(), run.iterations};
    }

    SavedRun read(std::uint64_t id)
    {
        next<quint32>();
        Run plan = nextRun(), run = nextRun();
        Resumption resumption{nextRun().settings, next<bool>(), {}};
        check(run.settings == plan.settings && onlyLiveChanges(plan.settings, resumption.settings));
        const std::string library = next<QByteArray>().toStdString();
        resumption.trainerState = next<QByteArray>().toStdString();
        const std::vector<std::string> names = nextNames();
        const qint64 rows = next<qint64>();
        check(rows == run.iterations);
        check(run.events.empty() || run.events.back().iteration <= run.iterations);
        auto record = std::make_shared<RunRecord>(id, std::move(plan), std::move(run));
        record->noteLibrary(library);
        record->metrics().setExperimentColumns(names);
        readRows(record->metrics(), rows);
        check(m_stream.device()->bytesAvailable() == kHashLength);
        return {std::move(record), std::move(resumption)};
    }

private:
    template <class T>
    T next()
    {
        T value{};
        m_stream >> value;
        check(m_stream.status() == QDataStream::Ok);
        return value;
    }

    Run nextRun() { return runFromJson(next<QByteArray>(), m_name); }

    /// A QStringList, but without its trust in the count.
    std::vector<std::string> nextNames()
    {
        const auto count = next<quint32>();
        check(count <= kMostColumns);
        std::vector<std::string> names(count);
        for (std::string& name : names)
            name = next<QString>().toStdString();
        return names;
    }

    static bool onlyLiveChanges(const Settings& before, const Settings& after)
    {
        if (&before.experiment() != &after.experiment())
            return false;
        const auto keys = after.differencesFrom(before);
        return std::all_of(keys.begin(), keys.end(),
                           [&](const std::string& key) { return before.experiment().setting(key).isLive(); });
    }

    void readRows(MetricLog& log, std::int64_t count)
    {
        const std::size_t width = log.columns()->size();
        for (std::int64_t row = 0; row < count; row += kRowsAtOnce) {
            MetricRows rows{log.columns(), row + 1, {}};
            rows.values.resize(static_cast<std::size_t>(std::min(kRowsAtOnce, count - row)) * width);
            const auto bytes = static_cast<int>(rows.values.size() * sizeof(float));
            check(m_stream.readRawData(reinterpret_cast<char*>(rows.values.data()), bytes) == bytes);
            for (std::int64_t i = 0; i < rows.count(); ++i)
                check(isStepCount(rows.row(i)[0]) && isStepCount(rows.row(i)[1]));
            log.append(rows);
        }
    }

    static bool isStepCount(float value)
    {
        return value >= 0 && value <= kMostSteps && value == std::floor(value);
    }

    static void check(bool fine)
    {
        if (!fine)
            throw Error(GE_TR("it is damaged or was not written to its end."));
    }

    QDataStream m_stream;
    QString m_name;
};

/// What `read` makes of the file; its errors are clauses, which name no file.
template <class Read>
auto checkedRead(QIODevice& file, const QString& name, Read read)
{
    try {
        checkMagic(file);
        return read();
    } catch (const Error& error) {
        throw Error(GE_TR("The saved run %1 cannot be used: %2"), {name.toStdString(), error.text()});
    }
}

void openOrThrow(QFile& file)
{
    if (QString why; !openToRead(file, why))
        throw Error(GE_TR("The saved run %1 cannot be read: %2."),
                    {file.fileName().toStdString(), why.toStdString()});
}

} // namespace

void writeSavedRun(const QString& path, const RunRecord& record, const Resumption& resumption)
{
    writeSavedRun(path, record, record.run(), resumption);
}

void writeSavedRun(const QString& path, const RunRecord& record, const Run& run, const Resumption& resumption)
{
    writeWholeFile(path, [&](const WritePart& write) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto put = [&](const QByteArray& part) {
            hash.addData(part);
            write(part);
        };
        put(head(record, run, resumption));
        for (std::int64_t row = 0; row < run.iterations; row += kRowsAtOnce)
            put(rowBytes(record.metrics().read(row, std::min(kRowsAtOnce, run.iterations - row))));
        write(hash.result());
    });
}

SavedRun readSavedRun(const QString& path, std::uint64_t id)
{
    QFile file(path);
    openOrThrow(file);
    return readSavedRun(file, path, id);
}

SavedRun readSavedRun(QIODevice& file, const QString& name, std::uint64_t id)
{
    return checkedRead(file, name, [&] {
        checkHash(file);
        return Reader(file, name).read(id);
    });
}

SavedRunSummary savedRunSummary(const QString& path)
{
    QFile file(path);
    openOrThrow(file);
    return checkedRead(file, path, [&] {
        file.seek(kMagicLength);
        return Reader(file, path).summary();
    });
}

bool isSavedRun(const QString& path)
{
    QFile file(path);
    QString why;
    return openToRead(file, why) && file.read(kMagicLength) == QByteArray(kMagic);
}

} // namespace gan
