#include "ui/text/translate.h"

#include <QCoreApplication>

namespace gan {

QString translated(const char* source)
{
    return QCoreApplication::translate("gan", source);
}

QString translated(const char* source, std::int64_t count)
{
    constexpr std::int64_t enough = 1'000'000; // the last digits decide on a plural form
    const std::int64_t n = count < enough ? count : enough + count % enough;
    return QCoreApplication::translate("gan", source, nullptr, static_cast<int>(n));
}

QString translated(const Text& text)
{
    if (text.isData)
        return QString::fromStdString(text.source);
    const QString sentence =
        text.count ? translated(text.source.c_str(), *text.count) : translated(text.source.c_str());
    std::vector<std::string> arguments;
    for (const Text& argument : text.arguments)
        arguments.push_back(translated(argument).toStdString());
    return QString::fromStdString(filledIn(sentence.toStdString(), arguments));
}

} // namespace gan
