#pragma once

#include "ui/plots/qcp.h"

namespace gan {

/// Round numbers along an axis, as many as the plot has room for, written as people write them: 16 250, 0.05,
/// 50 %. On a logarithmic axis 1, 2, 5, 10, ... or 1, 3, 10, ... or powers of ten alone.
class AxisTicker : public QCPAxisTicker {
public:
    enum class Style { Number, Percent, Count };

    AxisTicker(QCPAxis* axis, Style style);

    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* labels) override;

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

private:
    int widthOf(const QVector<QString>& labels) const;

    QCPAxis* m_axis;
    Style m_style;
};

} // namespace gan
