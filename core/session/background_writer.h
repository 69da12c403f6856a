#pragma once

#include "core/session/job_thread.h"
#include "core/session/news_queue.h"
#include "core/session/whole_file.h"
#include "core/text.h"

#include <QObject>

#include <functional>

namespace gan {

/// Writes files on a thread of its own, so that a long metric log does not stop the window. Orders wait for
/// each other; the destructor waits until everything that was ordered is written. Lives in the GUI thread.
class BackgroundWriter : public QObject {
    Q_OBJECT

public:
    explicit BackgroundWriter(QObject* parent = nullptr);
    /// All of the files or none; `what` is the path that the signals name. `folder`, unless empty, is made
    /// first.
    void write(std::vector<NewFile> files, const QString& what, const QString& folder = {});

Q_SIGNALS:
    /// Some ten times a second, while a file is being written.
    void progressed(const QString& what, qint64 bytes);
    void written(const QString& what);
    void failed(const QString& what, const gan::Text& why);
    /// Private: emitted by the writing thread, received in the GUI thread.
    void newsWaiting();

private:
    using News = std::function<void()>; ///< emits a signal

    void tell(News news);
    void takeNews();
    void writeAll(const std::vector<NewFile>& files, const QString& what, const QString& folder);

    NewsQueue<News> m_news;
    JobThread m_thread; ///< last: its jobs bring the news
};

} // namespace gan
