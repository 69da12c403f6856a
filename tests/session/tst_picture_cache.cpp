#include "core/session/pictures/picture_cache.h"

#include "core/session/pictures/drawn_faces.h"
#include "tests/support/files.h"
#include "tests/support/full_disk.h"
#include "tests/support/pictures.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace gan;

namespace {

const CacheKey kKey{"drawn 64 faces", "1"};

PictureSet someSet(int count = 64)
{
    PictureSet set = drawFaces({32, count, 1, {}});
    set.names.assign(static_cast<std::size_t>(count), "a/b.png");
    set.unusable = {{"c.png", "It is not a picture."}};
    return set;
}

bool same(const PictureSet& a, const PictureSet& b)
{
    return a.side == b.side && a.bytes == b.bytes && a.trainCount == b.trainCount && a.names == b.names &&
           a.unusable.size() == b.unusable.size() && a.unusable[0].path == b.unusable[0].path &&
           a.unusable[0].reason == b.unusable[0].reason;
}

} // namespace

class TestPictureCache : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatWasKeptIsFound()
    {
        const PictureCache cache(path() + "/made/on/demand");
        QVERIFY(!cache.find(kKey, {}));
        cache.keep(kKey, someSet(), {});
        const auto found = cache.find(kKey, {});
        QVERIFY(found && same(*found, someSet()));
        QVERIFY(!cache.find({"another", "1"}, {}));
    }

    void anOlderStateIsReplaced()
    {
        const PictureCache cache(path());
        cache.keep(kKey, someSet(), {});
        QVERIFY(!cache.find({kKey.source, "2"}, {}));
        cache.keep({kKey.source, "2"}, someSet(32), {});
        QCOMPARE(cache.find({kKey.source, "2"}, {})->count(), 32);
        QVERIFY(!cache.find(kKey, {}));
        QCOMPARE(files().size(), 1);
    }

    /// Every byte counts: whichever is changed, cut off or added, the file is as good as none.
    void damageIsNoticed()
    {
        const PictureCache cache(path());
        cache.keep(kKey, someSet(2), {});
        const QString file = files().first().filePath();
        const QByteArray whole = content(file);
        for (qsizetype at = 0; at < whole.size(); at += at < 400 ? 1 : 97) {
            QByteArray damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << at % 8));
            writeBytes(file, damaged);
            QVERIFY2(!cache.find(kKey, {}), qPrintable(QString::number(at)));
            writeBytes(file, whole.left(at));
            QVERIFY(!cache.find(kKey, {}));
        }
        writeBytes(file, whole + 'x');
        QVERIFY(!cache.find(kKey, {}));
        writeBytes(file, whole);
        QVERIFY(cache.find(kKey, {}));
    }

    void theLongestUnusedAreRemoved()
    {
        const qint64 each = 64 * 3072;
        const PictureCache cache(path(), 3 * each);
        for (int i = 0; i < 2; ++i) {
            cache.keep({QByteArray::number(i), "1"}, someSet(), {});
            setAge(3600 - i); // number 0 is the older one
        }
        QVERIFY(cache.find({"0", "1"}, {})); // but is used now
        cache.keep({"2", "1"}, someSet(), {});
        QVERIFY(cache.find({"0", "1"}, {}));
        QVERIFY(!cache.find({"1", "1"}, {}));
        QVERIFY(cache.find({"2", "1"}, {}));
    }

    void theNewestStaysHoweverLarge()
    {
        const PictureCache cache(path(), 10);
        cache.keep(kKey, someSet(), {});
        QVERIFY(cache.find(kKey, {}));
    }

    void withoutAFolderNothingIsKept()
    {
        const PictureCache cache{QString()};
        cache.keep(kKey, someSet(), {});
        QVERIFY(!cache.find(kKey, {}));
    }

    void aFullDiskIsNoError()
    {
        const PictureCache cache(path());
        {
            const FullDisk full(10000);
            cache.keep(kKey, someSet(), {});
        }
        QVERIFY(!cache.find(kKey, {}));
        QVERIFY(QDir(path()).isEmpty());
    }

    void canceled()
    {
        const PictureCache cache(path());
        const auto never = [](auto, auto) { return false; };
        QVERIFY_EXCEPTION_THROWN(cache.keep(kKey, someSet(), never), LoadingCanceled);
        QVERIFY(QDir(path()).isEmpty());
        cache.keep(kKey, someSet(), {});
        QVERIFY_EXCEPTION_THROWN(cache.find(kKey, never), LoadingCanceled);
        QVERIFY(cache.find(kKey, {}));
    }

private:
    QString path() const { return m_folder->path(); }
    QFileInfoList files() const { return QDir(path()).entryInfoList(QDir::Files, QDir::Time); }

    /// Makes the newest file `seconds` old.
    void setAge(int seconds)
    {
        QFile file(files().first().filePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-seconds),
                                 QFileDevice::FileModificationTime));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPictureCache)
#include "tst_picture_cache.moc"
