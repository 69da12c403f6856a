#include "ui/panels/log_panel.h"

#include "core/error.h"
#include "core/session/whole_file.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <limits>

namespace gan {

namespace {

constexpr std::int64_t kRowsAtOnce = 5000; ///< worded in one go: a few milliseconds

} // namespace

LogPanel::LogPanel(const LogLine& logLine, QWidget* parent)
    : QWidget(parent)
    , m_logLine(logLine)
    , m_lines(new QPlainTextEdit)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (isVisible())
            word(kRowsAtOnce);
    });
}

void LogPanel::layOut()
{
    m_lines->setObjectName(QStringLiteral("log"));
    m_lines->setReadOnly(true);
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_lines->setTabChangesFocus(true);
    m_lines->setMaximumBlockCount(kMostLines);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    explain(m_lines, tr("Log"),
            tr("A line every few iterations, in the form of the original program. Time and progress come "
               "first, then the losses."));
    auto* copy = new QPushButton(tr("Copy"));
    copy->setObjectName(QStringLiteral("copyLog"));
    explain(copy, tr("Copy log"),
            tr("Puts the lines of the log on the clipboard, the newest 10 000. Select some of them and "
               "press Ctrl+C to copy only these."));
    auto* save = new QPushButton(tr("Save…"));
    save->setObjectName(QStringLiteral("saveLog"));
    explain(save, tr("Save log"),
            tr("Writes the lines of the log, the newest 10 000, to a text file. The command line's --log has "
               "all of them."));
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(copy);
    buttons->addWidget(save);
    buttons->addStretch();
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(8, 8, 8, 8);
    box->addWidget(m_lines, 1);
    box->addLayout(buttons);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    connect(save, &QPushButton::clicked, this, &LogPanel::askWhere);
}

void LogPanel::begin(std::shared_ptr<const RunRecord> record)
{
    if (m_record && record->id() == m_record->id() && m_worded > 0)
        return goOn(); // the same run, told from its beginning once more: its lines are there
    m_record = std::move(record);
    m_lines->clear();
    m_moments.clear();
    m_known = m_worded = 0;
    m_before = 0;
    m_clock.restart();
}

void LogPanel::goOn()
{
    m_before = seconds();
    m_clock.restart();
}

void LogPanel::setRunning(bool running)
{
    if (running == m_running)
        return;
    m_before = seconds();
    m_running = running;
    m_clock.restart();
}

double LogPanel::seconds() const
{
    return m_before + (m_running ? double(m_clock.elapsed()) / 1000 : 0);
}

void LogPanel::append(const MetricRows& rows)
{
    if (rows.count() == 0)
        return;
    const std::int64_t last = rows.firstIteration + rows.count() - 1;
    if (last <= m_known)
        return;
    m_known = last;
    m_moments.push_back({m_known, seconds()});
    if (isVisible())
        word(kRowsAtOnce);
}

/// Of the update that brought the iteration. Forgets those before it.
double LogPanel::secondsAt(std::int64_t iteration)
{
    const auto isLater = [&](const Moment& moment) { return moment.iteration >= iteration; };
    const auto found = std::find_if(m_moments.begin(), m_moments.end(), isLater);
    m_moments.erase(m_moments.begin(), found);
    return m_moments.empty() ? seconds() : m_moments.front().seconds;
}

/// Settings change at events, which are few: between two of them all rows have the same.
void LogPanel::word(std::int64_t most)
{
    if (!m_record)
        return;
    const std::int64_t end = m_known - m_worded > most ? m_worded + most : m_known;
    const Run run = m_record->run();
    while (m_worded < end) {
        std::int64_t until = end;
        for (const Event& event : run.events)
            if (event.iteration > m_worded)
                until = std::min(until, event.iteration);
        const Settings settings = run.settingsAt(m_worded);
        const MetricRows rows = m_record->metrics().read(m_worded, until - m_worded);
        QStringList lines;
        for (std::int64_t i = 0; i < rows.count(); ++i) {
            const std::int64_t iteration = rows.firstIteration + i;
            if (const auto line =
                    m_logLine({settings, iteration, secondsAt(iteration), *rows.columns, rows.row(i)}))
                lines.append(QString::fromStdString(*line));
        }
        if (!lines.isEmpty())
            m_lines->appendPlainText(lines.join(QLatin1Char('\n')));
        m_worded = until;
    }
    if (m_worded < m_known)
        m_soon.start();
}

QString LogPanel::text()
{
    word(std::numeric_limits<std::int64_t>::max());
    const QString lines = m_lines->toPlainText();
    return lines.isEmpty() ? lines : lines + QLatin1Char('\n');
}

void LogPanel::save(const QString& path)
{
    try {
        writeWholeFile(path, text().toUtf8());
        Q_EMIT saved(path);
    } catch (const Error& error) {
        Q_EMIT refused(error.text());
    }
}

void LogPanel::askWhere()
{
    auto* dialog = new QFileDialog(window(), tr("Save log"), {}, tr("Text files (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("log.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &LogPanel::save);
    dialog->show();
}

void LogPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_soon.start();
}

} // namespace gan
