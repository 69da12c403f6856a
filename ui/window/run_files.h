#pragma once

#include "core/session/saved_run_file.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QFileDialog;
class QWidget;

namespace gan {

class Autosave;
class Banner;
class ExperimentPage;
class StatusLine;
class TrainingSession;
struct EarlierRun;

/// The runs that the window opens and saves, by hand and by itself. What goes wrong is a sentence in the
/// window. GUI thread; all that it is given must outlive it.
class RunFiles : public QObject {
    Q_OBJECT

public:
    /// `page`: the one that is shown.
    RunFiles(TrainingSession& session, std::function<ExperimentPage&()> page, Banner& banner,
             StatusLine& status, QWidget& window);

    void open(const QString& path);
    /// By its name: a whole run (.ganrun), or a run file.
    void save(const QString& path, Past past = Past::LeftOut);
    void chooseFile();
    void chooseSaveFile();
    void openLastRun();
    /// Offers what a crash has left, or else the run of the last time where `offersLast`, and reads from it
    /// what the File menu needs.
    void useAutosave(Autosave& autosave, bool offersLast = true);
    /// Null when nothing is saved by itself.
    Autosave* autosave() const { return m_autosave; }

private:
    void offerLeftBehind(std::vector<EarlierRun> runs);
    void offerLastRun();
    QFileDialog* fileDialog(const QString& title, const QString& filters);

    TrainingSession& m_session;
    const std::function<ExperimentPage&()> m_page;
    Banner& m_banner;
    StatusLine& m_status;
    QWidget& m_window;
    Autosave* m_autosave = nullptr;
};

} // namespace gan
