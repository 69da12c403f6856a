#include "core/session/pictures/folder_pictures.h"

#include "tests/support/nobody.h"
#include "tests/support/pictures.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

#include <sys/stat.h>

using namespace gan;

namespace {

PictureSet load(const QString& folder, int side = 32, const LoadStep& step = {})
{
    const std::string path = folder.toStdString();
    return readFolder(path, findPictures(path, step), side, step);
}

QString refusal(const QString& folder)
{
    try {
        load(folder);
        return QStringLiteral("accepted");
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
}

QString reasonFor(const PictureSet& set, const char* path)
{
    for (const UnusablePicture& picture : set.unusable)
        if (picture.path == path)
            return QString::fromStdString(picture.reason);
    return QStringLiteral("not named");
}

std::set<std::string> names(const PictureSet& set)
{
    return {set.names.begin(), set.names.end()};
}

QImage filled(QColor color, int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

} // namespace

class TestFolderPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void allKindsInAllFolders()
    {
        write("a.png", encoded(numberedPicture(1), "png"));
        write("b.JPG", encoded(numberedPicture(2), "jpeg"));
        write("c/d/e.bmp", encoded(numberedPicture(3), "bmp"));
        write("c/d.png/f.jpeg", encoded(numberedPicture(4), "jpeg"));
        write("notes.txt", "text");
        write(".hidden.png", "text");
        write(".hidden/a.png", "text");
        const PictureSet set = load(path());
        QCOMPARE(names(set), (std::set<std::string>{"a.png", "b.JPG", "c/d/e.bmp", "c/d.png/f.jpeg"}));
        QVERIFY(set.unusable.empty());
        QCOMPARE(set.side, 32);
        QCOMPARE(set.count(), 4);
        QCOMPARE(set.trainCount, 3);
    }

    void webp()
    {
        const QByteArray bytes = encoded(numberedPicture(3), "webp");
        writePictures(path(), 2);
        write("c.webp", bytes.isEmpty() ? QByteArray("RIFF\0\0\0\0WEBPVP8 ", 16) : bytes);
        const PictureSet set = load(path());
        if (bytes.isEmpty()) // Qt has no plugin for it here
            QVERIFY(reasonFor(set, "c.webp").contains("qt6-image-formats-plugins"));
        else
            QCOMPARE(set.count(), 3);
    }

    /// What is held out is chosen without a pattern, but always the same, wherever the folder lies.
    void heldOutIsRepeatable()
    {
        writePictures(path(), 40);
        const QTemporaryDir other;
        writePictures(other.path(), 40);
        const PictureSet set = load(path()), moved = load(other.path());
        QCOMPARE(set.trainCount, 36);
        QVERIFY(set.names == moved.names && set.bytes == moved.bytes);
        QVERIFY(!std::is_sorted(set.names.begin(), set.names.end()));
        write("another.png", encoded(numberedPicture(77), "png"));
        std::vector<std::string> with = load(path()).names;
        std::erase(with, "another.png");
        QVERIFY(with == set.names);
    }

    void unusableFilesAreNamedAndSkipped()
    {
        writePictures(path(), 12);
        write("text.png", "this is text");
        write("empty.png", "");
        write("short.png", encoded(numberedPicture(1), "png").left(60));
        write("dot.png", encoded(filled(Qt::red, 1, 1), "png"));
        write("thin.png", encoded(filled(Qt::red, 500, 7), "png"));
        write("svg.png", "<svg xmlns='http://www.w3.org/2000/svg' width='50' height='50'/>");
        write("gif.png", "GIF89a and so on");
        const PictureSet set = load(path());
        QCOMPARE(set.count(), 12);
        QCOMPARE(set.unusable.size(), 7u);
        QVERIFY(reasonFor(set, "text.png").startsWith("It is not a PNG"));
        QVERIFY(reasonFor(set, "empty.png").startsWith("It is not a PNG"));
        QVERIFY(reasonFor(set, "svg.png").startsWith("It is not a PNG"));
        QVERIFY(reasonFor(set, "gif.png").startsWith("It is not a PNG"));
        QCOMPARE(reasonFor(set, "short.png"), "It is damaged or not complete.");
        QCOMPARE(reasonFor(set, "dot.png"), "It is smaller than 8 x 8 pixels.");
        QCOMPARE(reasonFor(set, "thin.png"), "It is smaller than 8 x 8 pixels.");
    }

    void namesOfAnotherKindAreRead()
    {
        writePictures(path(), 1);
        write("a png.jpg", encoded(numberedPicture(1), "png"));
        const std::string latin1 = m_folder->path().toStdString() + "/caf\xe9.png";
        QVERIFY(QFile::copy(m_folder->filePath("0.png"), m_folder->filePath("copy.png")));
        QCOMPARE(std::rename(m_folder->filePath("copy.png").toUtf8().constData(), latin1.c_str()), 0);
        const PictureSet set = load(path());
        std::remove(latin1.c_str()); // Qt cannot
        QCOMPARE(names(set), (std::set<std::string>{"0.png", "a png.jpg", "caf\xe9.png"}));
    }

    void linksDoNotLoop()
    {
        writePictures(path(), 3);
        writePictures(path() + "/sub", 2);
        for (const auto& [target, name] : {std::pair{".", "loop"},
                                           {"..", "sub/up"},
                                           {"sub", "again"},
                                           {"self.png", "self.png"},
                                           {"nothing.png", "lost.png"},
                                           {"self", "self"}})
            QCOMPARE(symlink(target, m_folder->filePath(name).toUtf8().constData()), 0);
        const PictureSet set = load(path());
        QCOMPARE(names(set), (std::set<std::string>{"0.png", "1.png", "2.png", "sub/0.png", "sub/1.png"}));
        QCOMPARE(reasonFor(set, "self.png"), "It is not a file that can be read.");
        QCOMPARE(reasonFor(set, "lost.png"), "It is not a file that can be read.");
    }

    void linkedFoldersCount()
    {
        const QTemporaryDir other;
        writePictures(other.path(), 3);
        QVERIFY(QFile::link(other.path(), m_folder->filePath("elsewhere")));
        QCOMPARE(load(path()).count(), 3);
    }

    void pipesAreNotWaitedFor()
    {
        writePictures(path(), 2);
        QCOMPARE(mkfifo(m_folder->filePath("pipe.png").toUtf8().constData(), 0600), 0);
        QCOMPARE(reasonFor(load(path()), "pipe.png"), "It is not a file that can be read.");
    }

    /// One that has come in place of a picture since the folder was listed.
    void pipesThatComeLaterAreNotWaitedFor()
    {
        writePictures(path(), 3);
        const FolderContent content = findPictures(path().toStdString(), {});
        QVERIFY(QFile::remove(m_folder->filePath("1.png")));
        QCOMPARE(mkfifo(m_folder->filePath("1.png").toUtf8().constData(), 0600), 0);
        const PictureSet set = readFolder(path().toStdString(), content, 32, {});
        QCOMPARE(set.count(), 2);
        QCOMPARE(reasonFor(set, "1.png"), "The file cannot be opened.");
        QVERIFY(set.mayGrow()); // another try may find a picture there again
    }

    void noPermission()
    {
        writePictures(path(), 3);
        writePictures(path() + "/closed", 3);
        QVERIFY(QFile::setPermissions(path(), QFile::Permissions(0x7755)));
        QVERIFY(QFile::setPermissions(m_folder->filePath("1.png"), {}));
        QVERIFY(QFile::setPermissions(m_folder->filePath("closed"), {}));
        {
            const Nobody nobody;
            if (!nobody)
                QSKIP("root cannot become another user here, and may read everything");
            const PictureSet set = load(path());
            QCOMPARE(set.count(), 2);
            QCOMPARE(reasonFor(set, "1.png"), "The file cannot be opened.");
            QCOMPARE(reasonFor(set, "closed"), "The folder cannot be read.");
            const QString sentence = refusal(m_folder->filePath("closed"));
            QVERIFY2(sentence.contains("cannot be read: Permission denied."), qPrintable(sentence));
        }
        QVERIFY(QFile::setPermissions(m_folder->filePath("closed"), QFile::Permissions(0x7700)));
    }

    void tooFew()
    {
        QCOMPARE(refusal(path()), path() + " has 0 pictures (PNG, JPEG, WebP or BMP); at least 2 are needed, "
                                           "one to learn from and one that is held out.");
        write("notes.txt", "text");
        write("a.png", encoded(numberedPicture(1), "png"));
        QVERIFY(refusal(path()).contains(" has 1 pictures"));
        write("b.png", "text");
        const QString sentence = refusal(path());
        QVERIFY2(sentence.contains("usable are 1, and not usable 1, such as b.png: It is not a PNG"),
                 qPrintable(sentence));
        write("c.png", encoded(numberedPicture(2), "png"));
        const PictureSet set = load(path());
        QCOMPARE(set.trainCount, 1);
        QCOMPARE(set.heldOutCount(), 1);
    }

    void notThere()
    {
        const QString sentence = refusal(m_folder->filePath("nothing"));
        QVERIFY2(sentence.contains("No such file or directory."), qPrintable(sentence));
    }

    void canceled()
    {
        writePictures(path(), 60);
        std::int64_t last = 0;
        const auto step = [&](std::int64_t done, std::int64_t total) {
            return total == 0 || (last = done) < 20;
        };
        QVERIFY_EXCEPTION_THROWN(load(path(), 32, step), LoadingCanceled);
        QVERIFY(last >= 20 && last <= 60);
        QVERIFY_EXCEPTION_THROWN(load(path(), 32, [](auto, auto) { return false; }), LoadingCanceled);
    }

    void progressEndsAtTheEnd()
    {
        writePictures(path(), 40);
        std::int64_t before = 0;
        load(path(), 64, [&](std::int64_t done, std::int64_t total) {
            return total == 40 && std::exchange(before, done) <= done;
        });
        QCOMPARE(before, 40);
    }

    void realPortraits()
    {
        const QString folder = QStringLiteral(GAN_SHARED "/faces/congress64");
        if (!QDir(folder).exists())
            QSKIP("the portraits in ../shared are not here");
        const PictureSet set = load(folder, 64);
        QCOMPARE(set.count(), 600);
        QCOMPARE(set.trainCount, 540);
        QVERIFY(set.unusable.empty());
    }

private:
    QString path() const { return m_folder->path(); }
    void write(const char* name, const QByteArray& bytes) { writeBytes(m_folder->filePath(name), bytes); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFolderPictures)
#include "tst_folder_pictures.moc"
