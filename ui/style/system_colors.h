#pragma once

#include <QObject>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace gan {

/// Whether the desktop prefers dark windows. Qt 6.4 has no call for it, so the desktop is asked itself: the
/// settings portal of XDG (`org.freedesktop.appearance`, `color-scheme`: 1 dark, 2 light, 0 no preference),
/// which GNOME, KDE and others answer. Without a portal, the palette that Qt found at the start tells.
class SystemColors : public QObject {
    Q_OBJECT

public:
    explicit SystemColors(QObject* parent = nullptr);

    bool isDark() const { return m_dark; }
    /// Asks the desktop and listens from now on. Nothing waits for the answer.
    void watch();

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void receive(QDBusPendingCallWatcher* call);
    void follow(uint scheme);

    bool m_dark;
};

} // namespace gan
