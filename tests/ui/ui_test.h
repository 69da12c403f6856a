#pragma once

#include "ui/style/theme.h"

#include <QApplication>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

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

/// Between two images of the same size: the mean over all pixels and colors, of 255.
inline double meanDifference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            sum +=
                std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    return sum / 3 / (double(a.width()) * a.height());
}

} // namespace gan
