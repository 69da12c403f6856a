#include "ui/timeline/compare_button.h"

#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace gan {

namespace {

QString iterationText(const Snapshot& moment)
{
    return CompareButton::tr("iteration %1").arg(groupedText(moment.iteration));
}

} // namespace

CompareButton::CompareButton(std::function<Moment()> shown, QWidget* parent)
    : QPushButton(tr("Compare"), parent)
    , m_shown(std::move(shown))
{
    setObjectName(QStringLiteral("compareMoments"));
    explain(
        this, tr("Compare two moments"),
        tr("Shows two moments side by side, with their iterations. Keep one as A and another as B; without "
           "a choice they are the first moment and the one that is shown."));
    auto* menu = new QMenu(this);
    const auto keep = [&](Moment& kept) {
        return menu->addAction({}, this, [this, &kept] {
            kept = m_shown();
            describe();
        });
    };
    m_keepA = keep(m_a);
    m_keepB = keep(m_b);
    menu->addSeparator();
    menu->addAction(tr("&Side by side…"), this, &CompareButton::compareRequested);
    setMenu(menu);
    describe();
}

void CompareButton::setRecord(std::shared_ptr<const RunRecord> record)
{
    m_record = std::move(record);
    m_a = m_b = nullptr;
    describe();
}

CompareButton::Moment CompareButton::before() const
{
    return m_a || !m_record ? m_a : m_record->timeline().at(0);
}

CompareButton::Moment CompareButton::after() const
{
    return m_b ? m_b : m_shown();
}

void CompareButton::describe()
{
    m_keepA->setText(m_a ? tr("Keep as &A (now %1)").arg(iterationText(*m_a)) : tr("Keep as &A"));
    m_keepB->setText(m_b ? tr("Keep as &B (now %1)").arg(iterationText(*m_b)) : tr("Keep as &B"));
}

} // namespace gan
