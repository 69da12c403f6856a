#include "ui/panels/iteration_counter.h"

#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QHBoxLayout>
#include <QLabel>

namespace gan {

namespace {

constexpr int kWidth = 176, kSpacing = 8; ///< of "iteration 10 000 000"

}

IterationCounter::IterationCounter(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_number(new QLabel)
{
    setThemeSize(this, ThemeSize::FixedWidth, kWidth);
    m_number->setObjectName(QStringLiteral("iteration"));
    setThemeSize(m_number, ThemeSize::StrongText, 20);
    for (QWidget* part : std::initializer_list<QWidget*>{this, m_name, m_number})
        explain(part, tr("Iteration"),
                tr("How many turns of the training are made. All plots and numbers are of this one. In one "
                   "iteration D makes its updates and then G, as often as the settings say."));
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(kSpacing);
    box->addWidget(m_name);
    box->addWidget(m_number, 1);
    refresh();
}

void IterationCounter::setLoading(bool loading)
{
    m_loading = loading;
    refresh();
}

void IterationCounter::setNow(std::int64_t iteration)
{
    m_now = iteration;
    refresh();
}

void IterationCounter::setPast(std::optional<std::int64_t> iteration)
{
    m_past = iteration;
    refresh();
}

void IterationCounter::refresh()
{
    m_name->setText(m_loading ? tr("loading LibTorch …") : m_past ? tr("looking at") : tr("iteration"));
    m_number->setText(groupedText(m_past.value_or(m_now)));
    m_number->setVisible(!m_loading);
    for (QLabel* label : {m_name, m_number})
        label->setForegroundRole(m_past            ? QPalette::Highlight
                                 : label == m_name ? QPalette::PlaceholderText
                                                   : QPalette::WindowText);
}

} // namespace gan
