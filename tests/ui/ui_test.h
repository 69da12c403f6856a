#pragma once

#include "ui/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

namespace gan {

/// Every warning is a failure, but for one that the offscreen platform prints about each window.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

inline void useTheme()
{
    applyTheme(*qApp, Theme::light());
}

} // namespace gan
