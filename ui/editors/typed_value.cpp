#include "ui/editors/typed_value.h"

#include "ui/text/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gan {

namespace {

struct TypedValue {
    Q_DECLARE_TR_FUNCTIONS(TypedValue)
};

QString withoutSpaces(QString text)
{
    static const QRegularExpression spaces(QStringLiteral("\\s"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(spaces);
}

} // namespace

std::string plainText(const Setting& setting, const QString& typed)
{
    QString text = typed.trimmed();
    if (setting.kind == SettingKind::Number || setting.kind == SettingKind::Integer)
        text = withoutSpaces(text);
    const bool hasFractions = setting.kind == SettingKind::Number || setting.kind == SettingKind::Matrix;
    if (hasFractions && !text.contains(QLatin1Char('.')))
        text.replace(QLatin1Char(','), QLatin1Char('.'));
    return text.toStdString();
}

QString shownValue(const Setting& setting, const SettingValue& value)
{
    if (const auto* points = std::get_if<PointList>(&value); points && points->size() > 0)
        return TypedValue::tr("%n point(s)", nullptr, int(points->size()));
    if (setting.applies == SettingApplies::ByHand) // of a long list, how long it is
        if (const auto* rows = std::get_if<Matrix>(&value); rows && !rows->empty())
            return QString::number(rows->size());
    const std::string text = settingValueText(value);
    for (const SettingChoice& choice : setting.choices)
        if (text == choice.value)
            return translated(choice.label);
    return text.empty() ? TypedValue::tr("none") : QString::fromStdString(text);
}

QString refusalOf(const Setting& setting, const QString& typed)
{
    const QString name = translated(setting.label), allowed = translated(settingRangeText(setting));
    if (typed.trimmed().isEmpty())
        return TypedValue::tr("%1 is empty. Allowed is %2.").arg(name, allowed);
    return TypedValue::tr("%1 cannot be \"%2\". Allowed is %3.").arg(name, typed.trimmed(), allowed);
}

} // namespace gan
