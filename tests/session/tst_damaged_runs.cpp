#include "core/experiment.h"
#include "core/session/run_engine.h"
#include "core/session/run_file.h"
#include "core/session/saved_run_file.h"
#include "core/session/training_session.h"
#include "tests/support/fake_trainer.h"
#include "tests/support/files.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDataStream>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <sys/resource.h>

#include <random>

using namespace gan;

namespace {

constexpr int kMutations = 5000; // of each kind of file
constexpr qsizetype kHashLength = 32;

Run plan()
{
    Run run{
        Settings(experimentNamed("density-1d")), {{5, "lr_d", 0.5}, {30, "batch", std::int64_t{64}}}, 200};
    run.settings.setText("measure_every", "7");
    run.settings.setText("hidden_g", "16,32");
    return run;
}

QByteArray withHash(const QByteArray& content)
{
    return content + QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

/// Where the lengths and counts of a saved run stand.
std::vector<qsizetype> lengthFields(const QByteArray& file)
{
    std::vector<qsizetype> places;
    QDataStream stream(file);
    const auto at = [&] { return static_cast<qsizetype>(stream.device()->pos()); };
    const auto skip = [&](qsizetype bytes) { stream.skipRawData(static_cast<int>(bytes)); };
    const auto skipLong = [&] {
        places.push_back(at());
        quint32 length = 0;
        stream >> length;
        skip(length);
        return length;
    };
    skip(file.indexOf('\n') + 1 + 4); // magic and format
    for (int json = 0; json < 3; ++json)
        skipLong();
    skip(1);    // whether the plan is followed
    skipLong(); // library
    skipLong(); // state
    places.push_back(at());
    quint32 names = 0;
    stream >> names;
    while (names--)
        skipLong();
    places.push_back(at()); // rows
    return places;
}

/// One damage or several.
class Mutator {
public:
    QByteArray damaged(QByteArray bytes, const std::vector<qsizetype>& fields = {})
    {
        for (int times = 1 + below(3); times > 0 && bytes.size() > 16; --times)
            damage(bytes, fields);
        return bytes;
    }
    int below(qsizetype limit) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(limit)); }

private:
    void damage(QByteArray& bytes, const std::vector<qsizetype>& fields)
    {
        const qsizetype place = below(bytes.size() - 8), other = below(bytes.size() - 8);
        const int length = 1 + below(std::min<qsizetype>(200, bytes.size() - std::max(place, other)));
        const QByteArray block = bytes.mid(place, length);
        switch (below(fields.empty() ? 7 : 10)) {
        case 0:
            return bytes.truncate(place);
        case 1:
            bytes[place] = static_cast<char>(bytes[place] ^ (1 << below(8)));
            return;
        case 2: // swapped
            bytes.replace(place, length, bytes.mid(other, length)).replace(other, length, block);
            return;
        case 3:
            bytes.remove(place, length);
            return;
        case 4: // said twice
            bytes.insert(other, block);
            return;
        case 5: // a digit or what else stands there
            bytes[place] = "0123456789-e.\"[]{},nNtf \0\xff"[below(26)];
            return;
        case 6:
            bytes.insert(place, QByteArray(below(3000), "[{0 "[below(4)]));
            return;
        default:
            huge(bytes, fields[static_cast<std::size_t>(below(static_cast<qsizetype>(fields.size())))]);
        }
    }
    void huge(QByteArray& bytes, qsizetype field)
    {
        if (field + 8 > bytes.size())
            return;
        static constexpr quint32 numbers[] = {0, 1, 1u << 20, 1u << 30, 0x7fffffff, 0xfffffffe, 0xffffffff};
        if (below(4) == 0)
            qToBigEndian<quint64>(quint64{1} << (30 + below(34)), bytes.data() + field);
        else
            qToBigEndian(numbers[below(7)], bytes.data() + field);
    }

    std::mt19937 m_random{11};
};

/// What is far more than a run file needs ends the test: std::bad_alloc is caught by nobody.
struct LittleMemory {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    LittleMemory()
    {
        getrlimit(RLIMIT_AS, &before);
        const auto used = content(QStringLiteral("/proc/self/statm")).split(' ').first().toULongLong() * 4096;
        rlimit less{used + (200u << 20), before.rlim_max};
        setrlimit(RLIMIT_AS, &less);
    }
    ~LittleMemory()
    {
        setrlimit(RLIMIT_AS, &before);
    }
    rlimit before{};
#endif
};

/// A sentence for a reader that names the file.
bool isSentence(const Error& error)
{
    const QString text = QString::fromUtf8(error.what());
    return text.contains(QLatin1String("a.file")) && text.endsWith('.') && text.size() > 40;
}

} // namespace

class TestDamagedRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        FakeTrainer trainer(std::make_shared<FakeTrainerProbe>());
        const auto record = std::make_shared<RunRecord>(1, plan());
        RunEngine engine(trainer, record);
        while (engine.iteration() < 40)
            engine.step();
        record->noteMark({20, MarkKind::Pin});
        writeSavedRun(path(), *record, engine.suspend(), Past::Kept);
        m_saved = content(path());
        m_recipe = runToJson(record->run(), {"1.13.1", {{"w1", 0.25}}});
    }

    void damagedRunFiles()
    {
        [[maybe_unused]] const LittleMemory little;
        Mutator mutator;
        int refused = 0;
        for (int i = 0; i < kMutations; ++i)
            refused += refuses([&] { checkEvents(runFromJson(mutator.damaged(m_recipe), kName)); });
        qInfo("%d damaged run files: %d refused, the others are runs", kMutations, refused);
        QVERIFY(refused > kMutations / 2);
    }

    void damagedSavedRuns()
    {
        [[maybe_unused]] const LittleMemory little;
        Mutator mutator;
        int refused = 0;
        for (int i = 0; i < kMutations; ++i) {
            const QByteArray bytes = mutator.damaged(m_saved, lengthFields(m_saved));
            refused += bytes == m_saved || refuses([&] { read(bytes); });
        }
        QCOMPARE(refused, kMutations); // the checksum finds all
    }

    /// Behind a checksum that fits, the reader itself must see what is wrong. What it takes is a run.
    void damagedSavedRunsWithAGoodChecksum()
    {
        [[maybe_unused]] const LittleMemory little;
        Mutator mutator;
        const QByteArray original = m_saved.chopped(kHashLength);
        const std::vector<qsizetype> fields = lengthFields(m_saved);
        int refused = 0;
        for (int i = 0; i < kMutations; ++i)
            refused += refuses([&] { goOn(read(withHash(mutator.damaged(original, fields)))); });
        qInfo("%d saved runs, damaged before the checksum: %d refused, the others are runs", kMutations,
              refused);
        QVERIFY(refused > kMutations / 2);
    }

    void theCurrentRunStaysAsItIs()
    {
        TrainingSession session(fakeTrainerFactory(), plan());
        QTRY_VERIFY(session.current().snapshot());
        session.step();
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{1});
        const auto record = session.current().record();
        QSignalSpy started(&session.current(), &CurrentRun::runStarted);
        Mutator mutator;
        for (int i = 0; i < 50; ++i) {
            const QByteArray bytes = mutator.damaged(m_saved);
            if (bytes == m_saved)
                continue;
            put(bytes);
            QVERIFY_THROWS_EXCEPTION(Error, session.runs().open(path()));
        }
        QCOMPARE(session.current().record(), record);
        QCOMPARE(started.count(), 0);
        QVERIFY(session.runs().ended().empty());
        session.step();
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{2});
    }

    /// The file is whole, but the networks cannot take its state up: known only on the training thread.
    void aStateThatCannotBeRestoredBringsTheCurrentRunBack()
    {
        TrainingSession session(fakeTrainerFactory(), plan());
        for (int i = 0; i < 3; ++i)
            session.step();
        QTRY_VERIFY(session.current().snapshot() && session.current().snapshot()->iteration == 3);
        const auto record = session.current().record();
        QByteArray bytes = m_saved.chopped(kHashLength);
        const qsizetype state = lengthFields(m_saved)[4];
        const auto length = qFromBigEndian<quint32>(bytes.constData() + state);
        qToBigEndian<quint32>(length - 1, bytes.data() + state);
        put(withHash(bytes.remove(state + 4, 1)));
        QSignalSpy refused(&session.runs(), &SessionRuns::refused);
        session.runs().open(path());
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(session.current().record(), record);
        QTRY_VERIFY(session.current().snapshot() && session.current().snapshot()->iteration == 3);
        QCOMPARE(session.current().state(), SessionState::Paused);
        session.step();
        QTRY_COMPARE(session.current().snapshot()->iteration, std::int64_t{4});
        QVERIFY(session.runs().ended().empty());
    }

private:
    template <class Action>
    static bool refuses(Action action)
    {
        try {
            action();
            return false;
        } catch (const Error& error) {
            if (!isSentence(error))
                qFatal("no sentence: %s", error.what());
            return true;
        }
    }

    static SavedRun read(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return readSavedRun(buffer, kName, 2);
    }

    static void goOn(SavedRun saved)
    {
        if (saved.resumption.trainerState.size() != 32)
            return; // the trainer would refuse it
        if (saved.record->metrics().size() != saved.record->run().iterations)
            qFatal("a run with %d rows", static_cast<int>(saved.record->metrics().size()));
    }

    void put(const QByteArray& bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QString path() const { return m_folder.filePath(kName); }

    inline static const QString kName = QStringLiteral("a.file");
    QTemporaryDir m_folder;
    QByteArray m_saved, m_recipe;
};

QTEST_GUILESS_MAIN(TestDamagedRuns)
#include "tst_damaged_runs.moc"
