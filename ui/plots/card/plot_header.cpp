#include "ui/plots/card/plot_header.h"

#include "ui/plots/card/plot_legend.h"

namespace gan {

namespace {

constexpr int kGap = 12;            ///< between title and legend in one line
constexpr double kNoStretch = 1e-6; ///< the title takes what it needs

} // namespace

PlotHeader::PlotHeader(QCustomPlot* plot)
    : m_title(new QCPTextElement(plot, QString()))
    , m_legend(new PlotLegend(plot))
{
    m_title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    setRowSpacing(3);
    setColumnSpacing(kGap);
    addElement(0, 0, m_title);
    addElement(1, 0, m_legend);
}

bool PlotHeader::arrange(const QString& whole, int width, bool isLow)
{
    const int room = width - kGap - QFontMetrics(m_title->font()).horizontalAdvance(whole);
    m_legendWidth = isLow ? m_legend->lineWidth(room) : m_legend->lineWidth();
    const bool fits = m_legendWidth > 0 && m_legendWidth <= room;
    if (fits == m_isOneLine)
        return false;
    m_isOneLine = fits;
    m_legend->setOneLine(fits);
    take(m_legend);
    simplify();
    if (fits) {
        addElement(0, 1, m_legend);
        setColumnStretchFactor(0, kNoStretch);
    } else {
        setColumnStretchFactor(0, 1);
        addElement(1, 0, m_legend);
    }
    return true;
}

int PlotHeader::lineEnd() const
{
    const int title = QFontMetrics(m_title->font()).horizontalAdvance(m_title->text());
    return title + (m_isOneLine ? kGap + m_legendWidth : 0);
}

} // namespace gan
