#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>
#include <map>
#include <vector>

class QAction;
class QPushButton;
class QShortcut;
class QWidget;

namespace gan {

/// What can be done with the program, said once: texts are translated.
struct ActionSpec {
    const char* id;                ///< also the object name of its button; no other action has it
    QString text;                  ///< in menus, with "&"
    QString help;                  ///< one to three sentences, for tooltips and "What is this?"
    QList<QKeySequence> keys = {}; ///< they act whatever has the focus, but in a text field they are text
    std::function<void()> run;     ///< none for a switch, whose toggled() somebody follows
    bool repeats = false;          ///< again and again while the key is held
};

/// Everything that can be done in a window: menus, buttons, keys and the page of keys are made from it. An
/// action that is refused says why when it is tried. GUI thread; the window must outlive it.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QWidget& window);

    QAction* add(ActionSpec spec);
    /// Why the action cannot be done now; empty when it can.
    void setRefusal(const QString& id, const QString& why);
    /// Lets a button show and do what an action says; its text and icon stay its own.
    void bind(QPushButton& button, const QString& id);

Q_SIGNALS:
    /// Somebody tried an action that cannot be done now.
    void refused(const QString& why);

protected:
    bool eventFilter(QObject* button, QEvent* event) override;

private:
    struct Entry {
        QAction* action;
        std::vector<QShortcut*> refusals; ///< take the keys while the action cannot be done
        QString whyNot;
    };

    void refuse(const QString& id);
    void follow(QPushButton& button, const Entry& entry) const;

    QWidget& m_window;
    std::map<QString, Entry> m_entries;
};

} // namespace gan
