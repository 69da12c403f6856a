#pragma once

#include <QLockFile>
#include <QString>

#include <memory>
#include <vector>

namespace gan {

/// A file that one window writes its run to again and again. A lock beside it tells other windows that its
/// owner lives; the lock of a process that has died counts for nothing. Any thread, one at a time.
class AutosaveSlot {
public:
    /// Null when a living window has it, or the folder cannot be written to.
    static std::shared_ptr<AutosaveSlot> take(const QString& path);
    /// A new one in this folder, which is made when there is none. Throws Error when that cannot be done.
    static std::shared_ptr<AutosaveSlot> makeIn(const QString& folder);
    /// Those in this folder that nobody has any more, the newest first: now the caller has them. What a
    /// killed save left beside them is removed.
    static std::vector<std::shared_ptr<AutosaveSlot>> takeAbandoned(const QString& folder);

    const QString& path() const { return m_path; }
    /// Removes the file, if there is one.
    void discard();
    /// The file takes the place of another one. False when there is none or it cannot be done.
    bool renameTo(const QString& path);

private:
    explicit AutosaveSlot(const QString& path);
    void removeUnfinished();

    QString m_path;
    QLockFile m_lock;
};

} // namespace gan
