#include "ui/actions/actions.h"

#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QAction>
#include <QEvent>
#include <QPushButton>
#include <QShortcut>

namespace gan {

namespace {

/// "Starts again (Ctrl+R or F5)."
QString withKeys(const QString& help, const QList<QKeySequence>& keys)
{
    QStringList names;
    for (const QKeySequence& key : keys)
        names += key.toString(QKeySequence::NativeText);
    if (names.isEmpty())
        return help;
    return Actions::tr("%1 Keys: %2.", "help text, names of keys").arg(help, names.join(QLatin1String(", ")));
}

} // namespace

Actions::Actions(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
}

QAction* Actions::add(ActionSpec spec)
{
    const QString id = QString::fromLatin1(spec.id);
    Q_ASSERT(!m_entries.count(id));
    auto* action = new QAction(spec.text, this);
    action->setObjectName(id);
    action->setShortcuts(spec.keys);
    action->setAutoRepeat(spec.repeats);
    action->setWhatsThis(withKeys(spec.help, spec.keys));
    action->setToolTip(tipText(action->whatsThis()));
    if (spec.run)
        connect(action, &QAction::triggered, this, std::move(spec.run));
    m_window.addAction(action);
    Entry& entry = m_entries[id];
    entry.action = action;
    for (const QKeySequence& key : spec.keys) {
        auto* refusal = new QShortcut(key, &m_window);
        refusal->setAutoRepeat(false);
        refusal->setEnabled(false); // two with one key would be ambiguous
        connect(refusal, &QShortcut::activated, this, [this, id] { refuse(id); });
        entry.refusals.push_back(refusal);
    }
    return action;
}

void Actions::setRefusal(const QString& id, const QString& why)
{
    Entry& entry = m_entries.at(id);
    if (why == entry.whyNot)
        return;
    entry.whyNot = why;
    const bool isRefused = !why.isEmpty();
    entry.action->setEnabled(!isRefused);
    entry.action->setToolTip(tipText(isRefused ? why : entry.action->whatsThis()));
    for (QShortcut* refusal : entry.refusals)
        refusal->setEnabled(isRefused);
    Q_EMIT entry.action->changed();
}

void Actions::refuse(const QString& id)
{
    Q_EMIT refused(m_entries.at(id).whyNot);
}

void Actions::bind(QPushButton& button, const QString& id)
{
    const Entry& entry = m_entries.at(id);
    button.setObjectName(id);
    const QString name =
        button.text().isEmpty() ? entry.action->text().remove(QLatin1Char('&')) : button.text();
    explain(&button, name, entry.action->whatsThis());
    button.installEventFilter(this);
    connect(&button, &QPushButton::clicked, entry.action, &QAction::trigger);
    connect(entry.action, &QAction::changed, &button, [this, &button, &entry] { follow(button, entry); });
    follow(button, entry);
}

void Actions::follow(QPushButton& button, const Entry& entry) const
{
    button.setEnabled(entry.whyNot.isEmpty());
    button.setToolTip(tipText(entry.whyNot.isEmpty() ? button.accessibleDescription() : entry.whyNot));
}

/// A button that is off gets no clicks of its own.
bool Actions::eventFilter(QObject* button, QEvent* event)
{
    const auto entry = m_entries.find(button->objectName());
    const bool isTried = event->type() == QEvent::MouseButtonPress && entry != m_entries.end() &&
                         !entry->second.whyNot.isEmpty();
    if (isTried)
        refuse(entry->first);
    return isTried;
}

} // namespace gan
