#include "ui/plots/history/moment_flags.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <cmath>

namespace gan {

namespace {

class FlagWords {
    Q_DECLARE_TR_FUNCTIONS(FlagWords)
};

/// Each thing once, in the order in which it happened last, with its first and its last value.
QString summary(std::span<const PlotMoment> moments)
{
    QHash<QString, QString> firstValues;
    for (const PlotMoment& moment : moments)
        if (!firstValues.contains(moment.what))
            firstValues.insert(moment.what, moment.value);
    QStringList parts;
    for (auto moment = moments.rbegin(); moment != moments.rend(); ++moment) {
        if (!firstValues.contains(moment->what))
            continue;
        const QString first = firstValues.take(moment->what);
        const QString way = first == moment->value ? QString() : first + QStringLiteral(" → ");
        parts.prepend(moment->what + QStringLiteral(": ") + way + moment->value);
    }
    return parts.join(QStringLiteral("; "));
}

QString placeText(double at)
{
    return groupedText(std::llround(at));
}

} // namespace

std::vector<MomentFlag> momentFlags(const std::vector<double>& lines, double width)
{
    std::vector<MomentFlag> flags;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (flags.empty() || lines[i] - flags.back().pole >= width)
            flags.push_back({i, i + 1, lines[i]});
        else
            flags.back().end = i + 1;
    return flags;
}

QString flagText(std::span<const PlotMoment> moments)
{
    const QString first = placeText(moments.front().at), last = placeText(moments.back().at);
    if (moments.size() == 1)
        //: what changed, and at which iteration
        return FlagWords::tr("%1 at %2").arg(summary(moments), first);
    const QString places = first == last ? first : first + QStringLiteral(" – ") + last;
    //: %1: iterations
    return FlagWords::tr("%n changes at %1: %2", nullptr, int(moments.size())).arg(places, summary(moments));
}

} // namespace gan
