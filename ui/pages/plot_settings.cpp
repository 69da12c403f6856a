#include "ui/pages/plot_settings.h"

#include "ui/editors/setting_editor.h"

#include <QVBoxLayout>

namespace gan {

PlotSettings::PlotSettings(const View& view, const std::vector<const char*>& keys, QWidget* parent)
    : QWidget(parent)
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(2);
    for (const char* key : keys) {
        auto* editor = SettingEditor::create(view.row(key), this);
        box->addWidget(editor);
        m_editors.push_back(editor);
        connect(editor, &SettingEditor::edited, this,
                [this, key](const SettingValue& value) { Q_EMIT edited(QLatin1String(key), value); });
    }
    box->addStretch();
    setView(view);
}

/// A field with the focus takes what was typed when it is destroyed, which is after the members here are.
PlotSettings::~PlotSettings()
{
    for (SettingEditor* editor : m_editors)
        editor->disconnect(this);
}

void PlotSettings::setView(const View& view)
{
    for (SettingEditor* editor : m_editors)
        editor->setValue(view.value(editor->setting().key));
}

} // namespace gan
