#include "ui/text/help.h"

#include "ui/text/text.h"

#include <QWidget>

namespace gan {

void explain(QWidget* control, const QString& name, const QString& help)
{
    control->setAccessibleName(name);
    control->setAccessibleDescription(help);
    control->setToolTip(tipText(help));
    control->setWhatsThis(tipText(help));
}

} // namespace gan
