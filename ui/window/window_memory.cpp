#include "ui/window/window_memory.h"

#include "core/error.h"
#include "core/experiment.h"
#include "ui/widgets/panes.h"

#include <QSplitter>

namespace gan {

namespace {

const QString kTheme = QStringLiteral("theme");
const QString kPlaysAtStart = QStringLiteral("plays_at_start");
const QString kIntroduced = QStringLiteral("introduced");
const QString kGeometry = QStringLiteral("geometry");
const QString kPanes = QStringLiteral("panes");
/// Not kept: the device of yesterday may be gone, and only LibTorch can tell, long after the window has
/// begun.
constexpr std::string_view kDevice = "device";
const QString kExperiment = QStringLiteral("experiment");

QString paneKey(const QSplitter& pane)
{
    return kPanes + QLatin1Char('/') + pane.objectName();
}

QString settingKey(const Experiment& experiment, const std::string& key)
{
    return QStringLiteral("settings/%1/%2").arg(QLatin1String(experiment.id), QString::fromStdString(key));
}

} // namespace

WindowMemory::WindowMemory(const QString& file)
    : m_file(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

QVariant WindowMemory::value(const QString& key) const
{
    return m_file ? m_file->value(key) : QVariant();
}

void WindowMemory::keep(const QString& key, const QVariant& value)
{
    if (m_file)
        m_file->setValue(key, value);
}

ThemeChoice WindowMemory::themeChoice() const
{
    return themeChoiceNamed(value(kTheme).toString()).value_or(ThemeChoice::System);
}

void WindowMemory::setThemeChoice(ThemeChoice choice)
{
    keep(kTheme, themeChoiceName(choice));
}

bool WindowMemory::playsAtStart() const
{
    const QVariant plays = value(kPlaysAtStart);
    return plays.isNull() || plays.toBool();
}

void WindowMemory::setPlaysAtStart(bool plays)
{
    keep(kPlaysAtStart, plays);
}

bool WindowMemory::isIntroduced() const
{
    return value(kIntroduced).toBool();
}

void WindowMemory::setIntroduced()
{
    keep(kIntroduced, true);
}

void WindowMemory::keepLayout(const QWidget& window)
{
    keep(kGeometry, window.saveGeometry());
    const QVariantMap states = paneStates(window);
    for (auto state = states.begin(); state != states.end(); ++state)
        keep(kPanes + QLatin1Char('/') + state.key(), state.value());
    for (const QSplitter* pane : window.findChildren<QSplitter*>())
        if (isPane(*pane) && wasMoved(*pane))
            keep(paneKey(*pane), pane->saveState());
}

void WindowMemory::restoreLayout(QWidget& window) const
{
    window.restoreGeometry(value(kGeometry).toByteArray());
    setPaneStates(window, keptPanes());
    for (QSplitter* pane : window.findChildren<QSplitter*>())
        if (isPane(*pane) && pane->restoreState(value(paneKey(*pane)).toByteArray()))
            setMoved(*pane, true);
}

QVariantMap WindowMemory::keptPanes() const
{
    QVariantMap states;
    if (!m_file)
        return states;
    m_file->beginGroup(kPanes);
    for (const QString& name : m_file->childKeys())
        states.insert(name, m_file->value(name));
    m_file->endGroup();
    return states;
}

void WindowMemory::forgetPanes()
{
    if (m_file)
        m_file->remove(kPanes);
}

Settings WindowMemory::settingsOf(const Experiment& experiment) const
{
    Settings settings(experiment);
    for (const Setting& row : experiment.settings) {
        if (row.key == kDevice)
            continue;
        const QVariant kept = value(settingKey(experiment, row.key));
        if (!kept.isValid())
            continue;
        try {
            settings.set(row.key, parseSettingValue(row, kept.toString().toStdString()));
        } catch (const Error&) { // from another version of the program, or written by hand
        }
    }
    try {
        settings.checkRules();
    } catch (const Error&) {
        return Settings(experiment);
    }
    return settings;
}

void WindowMemory::keepSettings(const Settings& settings)
{
    const Experiment& experiment = settings.experiment();
    keep(kExperiment, QString::fromLatin1(experiment.id));
    for (const Setting& row : experiment.settings)
        keep(settingKey(experiment, row.key),
             QString::fromStdString(settingValueText(settings.value(row.key))));
}

const Experiment& WindowMemory::experiment() const
{
    const std::string id = value(kExperiment).toString().toStdString();
    for (const Experiment& experiment : experiments())
        if (experiment.id == id)
            return experiment;
    return experiments().front();
}

} // namespace gan
