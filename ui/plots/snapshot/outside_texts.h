#pragma once

#include "core/snapshot.h"
#include "ui/plots/qcp.h"

#include <vector>

namespace gan {

/// How much of a histogram lies below and above its range, written at the edges of the plot: an empty
/// histogram would be a riddle.
class OutsideTexts {
    Q_DECLARE_TR_FUNCTIONS(gan::OutsideTexts)

public:
    /// The plot owns the texts.
    explicit OutsideTexts(QCustomPlot* plot);

    void clear();
    /// `name`: of what the histogram shows. Shares too small to matter are not mentioned.
    void say(const QString& name, const Histogram& histogram, const QFont& font, const QColor& color,
             QColor paper);

    /// At the left edge and at the right one.
    QCPItemText* text(int side) const { return m_texts[side]; }

private:
    QCPItemText* m_texts[2];
};

/// Puts those that are seen one below the other.
void stackOutsideTexts(const std::vector<OutsideTexts*>& all);

} // namespace gan
