#include "core/session/run_file.h"

#include "core/error.h"
#include "core/experiment.h"
#include "core/session/read_file.h"
#include "core/session/whole_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <algorithm>
#include <cmath>

namespace gan {

namespace {

constexpr int kFormat = 1;
constexpr qint64 kLargestFile = 64 << 20;              // a run with a million changes is smaller
constexpr double kLargestInteger = 9007199254740992.0; // beyond 2^53 a JSON number loses digits

QString text(const std::string& s)
{
    return QString::fromStdString(s);
}

struct ToJson {
    QJsonValue operator()(std::int64_t v) const { return static_cast<qint64>(v); }
    QJsonValue operator()(double v) const { return v; }
    QJsonValue operator()(const std::string& v) const { return text(v); }
    QJsonValue operator()(const Layers& v) const { return array(v); }
    QJsonValue operator()(const Matrix& v) const
    {
        QJsonArray rows;
        for (const auto& row : v)
            rows.append(array(row));
        return rows;
    }
    QJsonValue operator()(const PointList& v) const { return array(v.coordinates()); }
    template <class T>
    static QJsonArray array(const std::vector<T>& values)
    {
        QJsonArray result;
        for (const T& value : values)
            result.append(value);
        return result;
    }
};

[[noreturn]] void wrongType(const Setting& setting)
{
    throw Error(GE_TR("%1 has a value of the wrong type; it must be %2."),
                {setting.key, settingRangeText(setting)});
}

double realNumber(const Setting& setting, const QJsonValue& json)
{
    if (!json.isDouble())
        wrongType(setting);
    return json.toDouble();
}

std::int64_t wholeNumber(const Setting& setting, const QJsonValue& json)
{
    const double value = realNumber(setting, json);
    if (value != std::floor(value) || std::abs(value) > kLargestInteger)
        wrongType(setting);
    return static_cast<std::int64_t>(value);
}

template <class Entry>
auto listOf(const Setting& setting, const QJsonValue& json, Entry entry)
{
    if (!json.isArray())
        wrongType(setting);
    std::vector<decltype(entry(setting, json))> values;
    for (const QJsonValue& value : json.toArray())
        values.push_back(entry(setting, value));
    return values;
}

int layerWidth(const Setting& setting, const QJsonValue& json)
{
    const std::int64_t width = wholeNumber(setting, json);
    if (width != static_cast<int>(width))
        wrongType(setting);
    return static_cast<int>(width);
}

/// A name as a sentence can quote it: a name that the program knows stays as it is.
std::string quotable(const QString& name)
{
    constexpr qsizetype kLongest = 60;
    QString result = name.left(kLongest);
    for (QChar& letter : result)
        if (!letter.isPrint())
            letter = '?';
    return (name.size() > kLongest ? result + QStringLiteral("…") : result).toStdString();
}

SettingValue settingFromJson(const Setting& setting, const QJsonValue& json)
{
    switch (setting.kind) {
    case SettingKind::Number:
        return realNumber(setting, json);
    case SettingKind::Integer:
        return wholeNumber(setting, json);
    case SettingKind::Layers:
        return listOf(setting, json, layerWidth);
    case SettingKind::Matrix:
        return listOf(setting, json,
                      [](const Setting& s, const QJsonValue& row) { return listOf(s, row, realNumber); });
    case SettingKind::Points:
        return PointList(listOf(setting, json, realNumber));
    case SettingKind::Choice:
    case SettingKind::Path:
        break;
    }
    if (!json.isString())
        wrongType(setting);
    return setting.kind == SettingKind::Path ? json.toString().toStdString() : quotable(json.toString());
}

QJsonObject settingsToJson(const Settings& settings)
{
    QJsonObject object;
    for (const Setting& setting : settings.experiment().settings)
        object.insert(QLatin1String(setting.key), std::visit(ToJson{}, settings.value(setting.key)));
    return object;
}

QJsonArray eventsToJson(const std::vector<Event>& events)
{
    QJsonArray array;
    for (const Event& event : events)
        array.append(QJsonObject{{QStringLiteral("iteration"), static_cast<qint64>(event.iteration)},
                                 {QStringLiteral("key"), text(event.key)},
                                 {QStringLiteral("value"), std::visit(ToJson{}, event.value)}});
    return array;
}

QJsonObject readoutsToJson(const std::vector<Readout>& readouts)
{
    QJsonObject object;
    for (const Readout& readout : readouts)
        object.insert(text(readout.name), readout.value);
    return object;
}

QJsonObject versionsToJson(const RunResults& results)
{
    return {{QStringLiteral("gan-explorer"), QStringLiteral(GAN_VERSION)},
            {QStringLiteral("libtorch"), text(results.libtorch)},
            {QStringLiteral("qt"), QLatin1String(qVersion())}};
}

std::int64_t count(const QJsonObject& object, const char* key)
{
    const QJsonValue json = object.value(QLatin1String(key));
    const double value = json.toDouble(-1);
    if (!json.isDouble() || value < 0 || value != std::floor(value) || value > kLargestInteger)
        throw Error(GE_TR("\"%1\" must be a whole number of at least 0."), {key});
    return static_cast<std::int64_t>(value);
}

/// What is looked at was once among the settings: such a file is still read, and its run is the same.
bool isOfView(const Experiment& experiment, std::string_view key)
{
    return std::any_of(experiment.view.begin(), experiment.view.end(),
                       [&](const Setting& row) { return row.key == key; });
}

Settings readSettings(const QJsonObject& root)
{
    const QJsonValue settings = root.value(QLatin1String("settings"));
    if (!settings.isObject())
        throw Error(GE_TR("\"%1\" is missing or has the wrong type."), {"settings"});
    Settings result(experimentNamed(quotable(root.value(QLatin1String("experiment")).toString())));
    const QJsonObject values = settings.toObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (isOfView(result.experiment(), it.key().toStdString()))
            continue;
        const Setting& setting = result.experiment().setting(quotable(it.key()));
        result.set(setting.key, settingFromJson(setting, it.value()));
    }
    return result;
}

Event readEvent(const Experiment& experiment, const QJsonValue& json)
{
    const QJsonObject object = json.toObject();
    const Setting& setting = experiment.setting(quotable(object.value(QLatin1String("key")).toString()));
    return {count(object, "iteration"), setting.key,
            settingFromJson(setting, object.value(QLatin1String("value")))};
}

Run readRun(const QJsonObject& root)
{
    checkFileFormat(count(root, "format"), kFormat);
    Run run{readSettings(root)};
    run.iterations = count(root, "iterations");
    const QJsonValue events = root.value(QLatin1String("events"));
    if (!events.isArray())
        throw Error(GE_TR("\"%1\" is missing or has the wrong type."), {"events"});
    for (const QJsonValue& event : events.toArray())
        run.events.push_back(readEvent(run.settings.experiment(), event));
    checkEvents(run);
    return run;
}

QJsonObject parse(const QByteArray& bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        throw Error(GE_TR("it is not a run file: %1 at byte %2."),
                    {error.errorString().toStdString(), std::to_string(error.offset)});
    if (!document.isObject() || !document.object().contains(QLatin1String("format")))
        throw Error(GE_TR("it is not a run file of this program."));
    return document.object();
}

} // namespace

void checkFileFormat(std::int64_t found, std::int64_t newest)
{
    if (found > newest)
        throw Error(
            GE_TR(
                "it has format %1 and was written by a newer version of this program, which reads formats up "
                "to %2."),
            {std::to_string(found), std::to_string(newest)});
    if (found < 1)
        throw Error(GE_TR("it has format %1; formats begin at 1."), {std::to_string(found)});
}

QByteArray runToJson(const Run& run, const RunResults& results)
{
    const QJsonObject root{
        {QStringLiteral("format"), kFormat},
        {QStringLiteral("experiment"), QLatin1String(run.settings.experiment().id)},
        {QStringLiteral("settings"), settingsToJson(run.settings)},
        {QStringLiteral("events"), eventsToJson(run.events)},
        {QStringLiteral("iterations"), static_cast<qint64>(run.iterations)},
        {QStringLiteral("versions"), versionsToJson(results)},
        {QStringLiteral("processor"), processorKind()},
        {QStringLiteral("same_on_every_processor"), hasSameBits(run)},
        {QStringLiteral("readouts"), readoutsToJson(results.readouts)},
    };
    return QJsonDocument(root).toJson();
}

Run runFromJson(const QByteArray& bytes, const QString& name)
{
    try {
        return readRun(parse(bytes));
    } catch (const Error& error) {
        throw Error(GE_TR("The run file %1 cannot be used: %2"), {name.toStdString(), error.text()});
    }
}

void writeRunFile(const QString& path, const Run& run, const RunResults& results)
{
    writeWholeFile(path, runToJson(run, results));
}

Run readRunFile(const QString& path)
{
    QFile file(path);
    if (QString why; !openToRead(file, why))
        throw Error(GE_TR("The run file %1 cannot be read: %2."), {path.toStdString(), why.toStdString()});
    if (file.size() > kLargestFile)
        throw Error(
            GE_TR("The file %1 is too large for a run file (%2 MB; at most %3)."),
            {path.toStdString(), std::to_string(file.size() >> 20), std::to_string(kLargestFile >> 20)});
    return runFromJson(file.readAll(), path);
}

QString processorKind()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    QString model;
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray& line : file.readAll().split('\n'))
            if (model.isEmpty() && line.startsWith("model name"))
                model = QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
    return (model.isEmpty() ? QString() : model + QStringLiteral(", ")) + QSysInfo::currentCpuArchitecture();
}

} // namespace gan
