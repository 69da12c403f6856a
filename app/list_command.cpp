#include "app/commands.h"
#include "core/experiment.h"
#include "ui/text/translate.h"

#include <QTextStream>

namespace gan {

namespace {

QString row(const QString& name, const QString& text)
{
    return QStringLiteral("    %1 %2\n").arg(name, -20).arg(text);
}

QString describe(const Setting& setting)
{
    //: a setting that may change during a run
    const QString applies = setting.isLive() ? translated(GE_TR("live")) : translated(GE_TR("with a reset"));
    return QStringLiteral("%1; %2; %3: %4; %5")
        .arg(translated(setting.label), translated(settingRangeText(setting)), translated(GE_TR("default")),
             QLatin1String(setting.defaultText), applies);
}

QString describe(const Experiment& experiment)
{
    QString text =
        QStringLiteral("%1 (%2)\n  %3\n")
            .arg(QLatin1String(experiment.id), translated(experiment.title), translated(experiment.summary));
    text += QStringLiteral("  ") + translated(GE_TR("presets")) + QLatin1Char('\n');
    for (const Preset& preset : experiment.presets)
        text += row(QLatin1String(preset.id), translated(preset.why));
    text += QStringLiteral("  ") + translated(GE_TR("settings")) + QLatin1Char('\n');
    for (const Setting& setting : experiment.settings)
        text += row(QLatin1String(setting.key), describe(setting));
    if (!experiment.view.empty())
        text += QStringLiteral("  ") + translated(GE_TR("what is shown (--look)")) + QLatin1Char('\n');
    for (const Setting& setting : experiment.view)
        text += row(QLatin1String(setting.key), describe(setting));
    return text;
}

} // namespace

int runListCommand()
{
    QTextStream out(stdout);
    for (const Experiment& experiment : experiments())
        out << describe(experiment);
    return 0;
}

} // namespace gan
