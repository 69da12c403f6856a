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
// measured columns, count of rows, rows as 32-bit floats in this machine's order; since format 2, marks
// (count; iteration and kind of each) and states of the timeline (count; iteration, whether it is fixed and
// trainer state of each); last the SHA-256 of all bytes before it.
constexpr char kMagic[] = "GAN Explorer saved run\n";
constexpr qint64 kMagicLength = sizeof kMagic - 1;
constexpr quint32 kFormat = 2, kFormatWithPast = 2;
constexpr qint64 kHashLength = 32;
constexpr qint64 kBlock = 1 << 20;
constexpr std::int64_t kRowsAtOnce = 16384;
constexpr quint32 kMostColumns = 100;
constexpr qint64 kMostStates = 1'000'000;
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

QByteArray markBytes(const RunRecord& record, std::int64_t until)
{
    std::vector<RunMark> marks = record.notedMarks();
    std::erase_if(marks, [&](const RunMark& mark) { return mark.iteration > until; });
    QByteArray bytes = packed(static_cast<qint64>(marks.size()));
    for (const RunMark& mark : marks)
        bytes += packed(static_cast<qint64>(mark.iteration), static_cast<quint8>(mark.kind));
    return bytes;
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
        const auto format = next<quint32>();
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
        if (format >= kFormatWithPast) {
            readMarks(*record);
            readStates(*record);
        }
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

    void readMarks(RunRecord& record)
    {
        const std::int64_t iterations = record.run().iterations;
        for (auto left = next<qint64>(); left > 0; --left) {
            const auto iteration = next<qint64>();
            const auto kind = static_cast<MarkKind>(next<quint8>());
            check(iteration >= 0 && iteration <= iterations &&
                  (kind == MarkKind::Pause || kind == MarkKind::Pin));
            record.noteMark({iteration, kind});
        }
    }

    /// What was asked for at a state is what the run had there; see RunRecord::askedAt().
    void readStates(RunRecord& record)
    {
        const Run run = record.run();
        const auto count = next<qint64>();
        check(count >= 0 && count <= kMostStates);
        std::int64_t before = 0;
        for (qint64 i = 0; i < count; ++i) {
            const auto iteration = next<qint64>();
            check(iteration > before && iteration <= run.iterations);
            before = iteration;
            const bool isFixed = next<bool>();
            record.timeline().addState(
                iteration, {run.settingsAt(iteration - 1), true, next<QByteArray>().toStdString()}, isFixed);
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

void writeSavedRun(const QString& path, const RunRecord& record, const Resumption& resumption, Past past)
{
    writeSavedRun(path, record, record.run(), resumption, past);
}

void writeSavedRun(const QString& path, const RunRecord& record, const Run& run, const Resumption& resumption,
                   Past past)
{
    const auto states =
        past == Past::Kept ? record.timeline().statesUntil(run.iterations) : std::vector<Timeline::State>();
    writeWholeFile(path, [&](const WritePart& write) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const auto put = [&](const QByteArray& part) {
            hash.addData(part);
            write(part);
        };
        put(head(record, run, resumption));
        for (std::int64_t row = 0; row < run.iterations; row += kRowsAtOnce)
            put(rowBytes(record.metrics().read(row, std::min(kRowsAtOnce, run.iterations - row))));
        put(markBytes(record, run.iterations));
        put(packed(static_cast<qint64>(states.size())));
        for (const Timeline::State& state : states)
            put(packed(static_cast<qint64>(state.iteration), state.isFixed,
                       QByteArray::fromStdString(state.value->trainerState)));
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
