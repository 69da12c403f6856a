#include "ui/actions/undo_history.h"

#include "core/experiment.h"
#include "core/session/training_session.h"
#include "ui/actions/actions.h"
#include "ui/editors/typed_value.h"
#include "ui/text/text.h"

#include <QAction>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QUndoStack>

#include <algorithm>

namespace gan {

namespace {

constexpr int kOneGesture = 1000; ///< milliseconds between two changes of the same settings
constexpr int kMostChanges = 200;

/// "Learning rate of D: 0.01 to 0.02".
QString textOf(const Settings& before, const Settings& after, const std::vector<std::string>& keys)
{
    const Setting& setting = after.experiment().setting(keys.front());
    const QString name = translated(setting.label);
    if (keys.size() > 1)
        return UndoHistory::tr("change of %n settings", nullptr, int(keys.size()));
    return UndoHistory::tr("%1: %2 to %3")
        .arg(name, shownValue(setting, before.value(setting.key)),
             shownValue(setting, after.value(setting.key)));
}

/// Live settings before and after; a whole drag of a slider is one.
class SettingsChange : public QUndoCommand {
public:
    SettingsChange(TrainingSession& session, const Settings& before, const Settings& after)
        : m_session(session)
        , m_before(before)
        , m_after(after)
        , m_keys(after.differencesFrom(before))
    {
        setText(textOf(before, after, m_keys));
        m_age.start();
    }

    int id() const override { return 1; }
    void undo() override { apply(m_before); }
    /// Called once when the change is noted, which has happened already.
    void redo() override
    {
        if (m_isDone)
            apply(m_after);
        m_isDone = true;
    }
    bool mergeWith(const QUndoCommand* newer) override
    {
        const auto& change = static_cast<const SettingsChange&>(*newer);
        const bool isDragged = QGuiApplication::mouseButtons() & Qt::LeftButton;
        if (change.m_keys != m_keys || (m_age.elapsed() > kOneGesture && !isDragged))
            return false;
        m_after = change.m_after;
        m_age.start();
        setText(textOf(m_before, m_after, m_keys));
        setObsolete(m_before == m_after);
        return true;
    }

private:
    void apply(const Settings& from)
    {
        Settings settings = m_session.current().settings();
        for (const std::string& key : m_keys)
            settings.set(key, from.value(key));
        m_session.changeSettings(settings);
    }

    TrainingSession& m_session;
    Settings m_before, m_after;
    std::vector<std::string> m_keys;
    QElapsedTimer m_age;
    bool m_isDone = false;
};

} // namespace

UndoHistory::UndoHistory(TrainingSession& session, Actions& actions, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions)
    , m_undo(actions.add(
          {"undo",
           tr("&Undo"),
           tr("Takes back the newest change of a setting; after that, brings back the run before."),
           {QKeySequence::Undo},
           [this] { undo(); }}))
    , m_redo(actions.add({"redo",
                          tr("&Redo"),
                          tr("Makes again what Undo has taken back."),
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
                          [this] { redo(); }}))
{
    connect(&session.current(), &CurrentRun::runStarted, this, &UndoHistory::followRun);
    connect(&session.runs(), &SessionRuns::endedChanged, this, &UndoHistory::refresh);
    refresh();
}

UndoHistory::~UndoHistory() = default;

QUndoStack& UndoHistory::stack()
{
    auto& stack = m_stacks[m_session.current().record()->id()];
    if (!stack) {
        stack = std::make_unique<QUndoStack>();
        stack->setUndoLimit(kMostChanges);
    }
    return *stack;
}

void UndoHistory::noteChange(const Settings& before, const Settings& after)
{
    if (before == after)
        return;
    stack().push(new SettingsChange(m_session, before, after));
    m_broughtBack = 0;
    refresh();
}

void UndoHistory::undo()
{
    if (stack().canUndo())
        stack().undo();
    else
        swapRuns(true);
    refresh();
}

void UndoHistory::redo()
{
    if (stack().canRedo())
        stack().redo();
    else
        swapRuns(false);
    refresh();
}

/// The run before and the one that is shown change places.
void UndoHistory::swapRuns(bool isUndone)
{
    m_session.runs().undoReset();
    m_broughtBack = isUndone ? m_session.current().record()->id() : 0;
    Q_EMIT runChanged();
}

void UndoHistory::followRun()
{
    if (m_session.current().record()->id() != m_broughtBack)
        m_broughtBack = 0;
    refresh();
}

void UndoHistory::refresh()
{
    QUndoStack& changes = stack();
    const bool hasEnded = !m_session.runs().ended().empty();
    const bool isBack = m_broughtBack && m_broughtBack == m_session.current().record()->id();
    const bool canUndo = changes.canUndo() || (hasEnded && !isBack);
    const bool canRedo = changes.canRedo() || (hasEnded && isBack);
    m_actions.setRefusal(QStringLiteral("undo"), canUndo ? QString() : tr("There is nothing to undo."));
    m_actions.setRefusal(QStringLiteral("redo"), canRedo ? QString() : tr("There is nothing to redo."));
    m_undo->setText(changes.canUndo() ? tr("&Undo %1").arg(changes.undoText())
                                      : tr("&Undo: back to the run before"));
    m_redo->setText(changes.canRedo() ? tr("&Redo %1").arg(changes.redoText())
                                      : tr("&Redo: leave this run again"));
}

} // namespace gan
