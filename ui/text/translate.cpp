#include "ui/text/translate.h"

#include <QCoreApplication>

namespace gan {

QString translated(const char* source)
{
    return QCoreApplication::translate("gan", source);
}

QString translated(const Text& text)
{
    if (text.isData)
        return QString::fromStdString(text.source);
    std::vector<std::string> arguments;
    for (const Text& argument : text.arguments)
        arguments.push_back(translated(argument).toStdString());
    return QString::fromStdString(filledIn(translated(text.source.c_str()).toStdString(), arguments));
}

} // namespace gan
