#include "core/session/whole_file.h"

#include "core/error.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>
#include <memory>

namespace gan {

namespace {

constexpr std::size_t kMostPending = 200; ///< each is an open file, of which a process may have some thousand

/// A file beside the one whose place it takes by commit(); without commit() it is gone.
class PendingFile {
public:
    explicit PendingFile(const NewFile& wanted)
        : m_file(wanted.path)
    {
        // A new file takes the place of the old name; for a device (/dev/null) that would be the end of the
        // device.
        if (const QFileInfo old(wanted.path); old.exists() && !old.isFile())
            throw Error(GE_TR("%1 cannot be written: it is a folder or a device, not a file."),
                        {wanted.path.toStdString()});
        check(m_file.open(QIODevice::WriteOnly));
        // On a full disk write() may take a part of the bytes and report no error.
        wanted.fill([this](const QByteArray& part) { check(m_file.write(part) == part.size()); });
        check(m_file.flush()); // Qt 6.4's commit() takes no notice when its own flush fails
    }

    void commit() { check(m_file.commit()); }

private:
    void check(bool fine) const
    {
        if (fine)
            return;
        const bool cause = m_file.error() != QFileDevice::NoError;
        throw Error(GE_TR("The file %1 cannot be written: %2."),
                    {m_file.fileName().toStdString(),
                     cause ? Text(m_file.errorString().toStdString()) : GE_TR("the disk is full")});
    }

    QSaveFile m_file;
};

} // namespace

void writeWholeFiles(const std::vector<NewFile>& files)
{
    std::vector<std::unique_ptr<PendingFile>> pending;
    for (const NewFile& file : files)
        pending.push_back(std::make_unique<PendingFile>(file));
    for (const auto& file : pending)
        file->commit();
}

void writeFolder(const QString& folder, const std::vector<NewFile>& files)
{
    makeWritableFolder(folder);
    for (const NewFile& file : files)
        QDir().mkpath(QFileInfo(file.path).path()); // a failure is that of the file
    for (std::size_t first = 0; first < files.size(); first += kMostPending) {
        const auto last = std::min(files.size(), first + kMostPending);
        writeWholeFiles({files.begin() + std::ptrdiff_t(first), files.begin() + std::ptrdiff_t(last)});
    }
}

void writeWholeFile(const QString& path, const FillFile& fill)
{
    writeWholeFiles({{path, fill}});
}

void writeWholeFile(const QString& path, const QByteArray& bytes)
{
    writeWholeFile(path, [&](const WritePart& write) { write(bytes); });
}

void makeWritableFolder(const QString& path)
{
    if (!QDir().mkpath(path) || !QFileInfo(path).isDir())
        throw Error(
            GE_TR("The folder %1 cannot be made: no permission, or a file of that name is in the way."),
            {path.toStdString()});
    QTemporaryFile probe(path + QLatin1String("/.write-test-XXXXXX"));
    if (!probe.open())
        throw Error(GE_TR("The folder %1 cannot be written to: %2."),
                    {path.toStdString(), probe.errorString().toStdString()});
}

} // namespace gan
