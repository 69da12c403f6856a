#include "ui/widgets/list_entry.h"

#include "ui/editors/wheel_guard.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QSignalBlocker>

namespace gan {

namespace {

constexpr int kWidth = 80;

}

ListEntry::ListEntry(const Setting& row, std::size_t place, QWidget* parent)
    : QSpinBox(parent)
    , m_row(row)
    , m_place(place)
{
    setRange(int(row.minimum), int(row.maximum));
    //: a vector with a single 1, at the place %1
    const QString words = tr("1 at %1");
    setPrefix(words.section(QStringLiteral("%1"), 0, 0));
    setSuffix(words.section(QStringLiteral("%1"), 1));
    setKeyboardTracking(false);
    setThemeSize(this, ThemeSize::FixedWidth, kWidth);
    explain(this, translated(row.label), translated(row.help));
    guardFromWheel(this);
    connect(this, &QSpinBox::valueChanged, this, [this](int number) {
        m_list.at(m_place) = number;
        Q_EMIT edited(QLatin1String(m_row.key), m_list);
    });
}

void ListEntry::setList(const Layers& list)
{
    const QSignalBlocker quiet(this);
    m_list = list;
    setEnabled(m_place < m_list.size());
    if (isEnabled())
        setValue(m_list[m_place]);
}

} // namespace gan
