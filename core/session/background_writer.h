#pragma once

#include "core/session/whole_file.h"
#include "core/text.h"

#include <QObject>
#include <QThreadPool>

namespace gan {

/// Writes files on a thread of its own, so that a long metric log does not stop the window. Orders wait for
/// each other. Lives in the GUI thread, where its signals arrive.
class BackgroundWriter : public QObject {
    Q_OBJECT

public:
    explicit BackgroundWriter(QObject* parent = nullptr);
    /// Waits until everything that was ordered is written.
    ~BackgroundWriter() override;

    /// All of the files or none; `what` is the path that the signals name. `folder`, unless empty, is made
    /// first.
    void write(std::vector<NewFile> files, const QString& what, const QString& folder = {});

Q_SIGNALS:
    /// Some ten times a second, while a file is being written.
    void progressed(const QString& what, qint64 bytes);
    void written(const QString& what);
    void failed(const QString& what, const gan::Text& why);

private:
    void writeAll(const std::vector<NewFile>& files, const QString& what);

    QThreadPool m_pool;
};

} // namespace gan
