#pragma once

#include "core/log_line.h"
#include "core/session/run_record.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QPlainTextEdit;

namespace gan {

/// The lines that the experiment's log has for the run on screen. They are worded when somebody looks, a part
/// at a time, so that a fast run is not held up.
class LogPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMostLines = 10000; ///< older ones go

    explicit LogPanel(const LogLine& logLine, QWidget* parent = nullptr);

    /// Another run; its lines come with its rows.
    void begin(std::shared_ptr<const RunRecord> record);
    /// The seconds of the log count only while a run runs.
    void setRunning(bool running);
    void append(const MetricRows& rows);

    /// All lines that there are, each with its line break.
    QString text();
    /// Writes them whole or not at all; refused() says why not.
    void save(const QString& path);

Q_SIGNALS:
    void saved(const QString& path);
    void refused(const gan::Text& why);

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// When an iteration was reached.
    struct Moment {
        std::int64_t iteration;
        double seconds;
    };

    void layOut();
    double seconds() const;
    double secondsAt(std::int64_t iteration);
    void goOn();
    void word(std::int64_t most);
    void askWhere();

    const LogLine m_logLine;
    QPlainTextEdit* m_lines;
    QTimer m_soon;
    std::shared_ptr<const RunRecord> m_record;
    std::vector<Moment> m_moments;          ///< of rows that are not worded yet, and the one before
    std::int64_t m_known = 0, m_worded = 0; ///< iterations
    QElapsedTimer m_clock;                  ///< since it runs
    double m_before = 0;                    ///< seconds that it ran before that
    bool m_running = false;
};

} // namespace gan
