#include "ui/plots/moment_labels.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <span>

namespace gan {

namespace {

/// Moments [first, end) that share a label, and what it takes of the plot.
struct Group {
    std::size_t first, end;
    double left = 0, right = 0;
};

void place(Group& group, const std::vector<double>& lines, double height, double rightEnd)
{
    const double behind = lines[group.end - 1] + 1;
    group.left = behind + height < rightEnd ? behind : lines[group.first] - 1 - height;
    group.right = group.left + height;
}

bool collide(const Group& group, const Group& later, const std::vector<double>& lines)
{
    return std::max(group.right, lines[group.end - 1]) >= std::min(later.left, lines[later.first]);
}

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
        parts.prepend(moment->what + QLatin1Char(' ') + way + moment->value);
    }
    return parts.join(QStringLiteral(", "));
}

MomentLabel labelOf(const std::vector<PlotMoment>& moments, const Group& group)
{
    const std::size_t count = group.end - group.first;
    MomentLabel label{summary(std::span(moments).subspan(group.first, count)), {}, group.left, group.right};
    if (count > 1)
        label.brief = QCoreApplication::translate("gan::PlotMarks", "%n changes", nullptr, int(count));
    return label;
}

} // namespace

std::vector<MomentLabel> momentLabels(const std::vector<PlotMoment>& moments,
                                      const std::vector<double>& lines, double height, double rightEnd)
{
    std::vector<Group> groups;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        Group group{i, i + 1};
        place(group, lines, height, rightEnd);
        while (!groups.empty() && collide(groups.back(), group, lines)) {
            group.first = groups.back().first;
            groups.pop_back();
            place(group, lines, height, rightEnd);
        }
        groups.push_back(group);
    }
    std::vector<MomentLabel> labels;
    for (const Group& group : groups)
        labels.push_back(labelOf(moments, group));
    return labels;
}

} // namespace gan
