#pragma once

#include "ui/plots/qcp.h"

namespace gan {

/// Round numbers along an axis, as many as the plot has room for, written as people write them: 16 250, 0.05,
/// 50 %.
class AxisTicker : public QCPAxisTicker {
public:
    enum class Style { Number, Percent, Count };

    AxisTicker(QCPAxis* axis, Style style);

    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* labels) override;

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

private:
    int widthOf(const QVector<QString>& labels) const;

    QCPAxis* m_axis;
    Style m_style;
};

} // namespace gan
