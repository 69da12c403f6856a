#include "ui/style/system_colors.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>

namespace gan {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

/// What the platform's palette was before the program set its own.
bool paletteIsDark()
{
    static const bool dark = [] {
        const QPalette palette = QGuiApplication::palette();
        return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    }();
    return dark;
}

/// Asking for the bus where there is none can start one, which takes long.
bool hasBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS");
}

/// The portal wraps its answer in one variant or, in its older call, in two.
uint schemeOf(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

} // namespace

SystemColors::SystemColors(QObject* parent)
    : QObject(parent)
    , m_dark(paletteIsDark())
{
}

void SystemColors::watch()
{
    if (!hasBus())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question =
        QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    question << kSpace << kKey;
    auto* call = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, &SystemColors::receive);
}

void SystemColors::receive(QDBusPendingCallWatcher* call)
{
    const QDBusPendingReply<QDBusVariant> answer = *call;
    call->deleteLater();
    if (answer.isValid())
        follow(schemeOf(QVariant::fromValue(answer.value())));
}

void SystemColors::settingChanged(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == kSpace && key == kKey)
        follow(schemeOf(QVariant::fromValue(value)));
}

void SystemColors::follow(uint scheme)
{
    const bool dark = scheme == 0 ? paletteIsDark() : scheme == 1;
    if (std::exchange(m_dark, dark) != dark)
        Q_EMIT changed(dark);
}

} // namespace gan
