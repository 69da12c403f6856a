#pragma once

#include "ui/plots/qcp.h"

namespace gan {

/// Round numbers along an axis, as many as the plot has room for, written as people write them: 16 250, 0.05,
/// 50 %. On a logarithmic axis 1, 2, 5, 10, ... or 1, 3, 10, ... or powers of ten alone.
class AxisTicker : public QCPAxisTicker {
public:
    enum class Style { Number, Percent, Count };

    AxisTicker(QCPAxis* axis, Style style);

    /// What a count counts, written before one of the numbers where it has room: a low plot has no line for
    /// the name of its axis. Empty for no name. False for numbers that are no counts: they get none.
    bool setName(const QString& name);

    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* labels) override;

protected:
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

private:
    void writeName(const QVector<double>& ticks, QVector<QString>& labels) const;
    int widthOf(const QVector<QString>& labels) const;

    QCPAxis* m_axis;
    Style m_style;
    QString m_name;
};

} // namespace gan
