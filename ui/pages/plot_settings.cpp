#include "ui/pages/plot_settings.h"

#include "core/experiment.h"
#include "ui/editors/setting_editor.h"
#include "ui/style/theme_size.h"

#include <QVBoxLayout>

namespace gan {

namespace {

constexpr int kWidth = 140, kTitleLine = 26;

}

PlotSettings::PlotSettings(const Experiment& experiment, const std::vector<const char*>& keys,
                           QWidget* parent)
    : QWidget(parent)
{
    setThemeSize(this, ThemeSize::FixedWidth, kWidth);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, kTitleLine, 6, 4);
    box->setSpacing(2);
    for (const char* key : keys) {
        const Setting* row = experiment.find(key);
        if (!row)
            continue;
        auto* editor = SettingEditor::create(*row, this);
        box->addWidget(editor);
        m_editors.push_back(editor);
        connect(editor, &SettingEditor::edited, this,
                [this, key](const SettingValue& value) { Q_EMIT edited(QLatin1String(key), value); });
    }
    box->addStretch();
}

void PlotSettings::setSettings(const Settings& settings)
{
    for (SettingEditor* editor : m_editors)
        editor->setValue(settings.value(editor->setting().key));
}

} // namespace gan
