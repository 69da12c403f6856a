#include "ui/editors/points_editor.h"

#include "ui/drawing/drawing_dialog.h"
#include "ui/editors/typed_value.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gan {

PointsEditor::PointsEditor(const Setting& setting, QWidget* parent)
    : SettingEditor(setting, parent)
    , m_draw(new QPushButton(this))
{
    describe(m_draw);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(3);
    box->addWidget(makeLabel(m_draw));
    box->addWidget(m_draw);
    setValue(parseSettingValue(setting, setting.defaultText));
    connect(m_draw, &QPushButton::clicked, this, &PointsEditor::draw);
}

void PointsEditor::setValue(const SettingValue& value)
{
    m_points = std::get<PointList>(value);
    m_draw->setText(m_points.size() > 0 ? tr("Draw… (%1)").arg(shownValue(setting(), value)) : tr("Draw…"));
}

/// One window at a time.
void PointsEditor::draw()
{
    if (auto* open = findChild<DrawingDialog*>()) {
        open->raise();
        return open->activateWindow();
    }
    auto* dialog = new DrawingDialog(m_points, this);
    connect(dialog, &DrawingDialog::drawn, this, [this](const PointList& points) { Q_EMIT edited(points); });
    dialog->show();
}

} // namespace gan
