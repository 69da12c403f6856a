#include "app/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace gan {

namespace {

bool load(const QString& name, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(QLocale(), name, QStringLiteral("_"), folder))
        return false;
    translator->setParent(qApp);
    return QCoreApplication::installTranslator(translator.release());
}

} // namespace

void loadTranslations()
{
    const QDir program(QCoreApplication::applicationDirPath());
    bool found = false;
    for (const char* folder : {"translations", "../share/gan-explorer/translations"})
        found = found || load(QStringLiteral("gan-explorer"), program.filePath(QLatin1String(folder)));
    if (found) // half a language would be worse than English
        load(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace gan
