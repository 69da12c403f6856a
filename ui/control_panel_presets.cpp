// The presets of the panel: settings that belong together, and the runs that some of them plan.

#include "ui/control_panel.h"

#include "core/experiment.h"
#include "ui/help.h"
#include "ui/text.h"
#include "ui/wheel_guard.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace gan {

namespace {

/// "200 iterations of D alone".
QString stageText(const Settings& settings, std::int64_t iterations)
{
    const QString count = groupedText(iterations);
    if (settings.integer("steps_g") == 0)
        return ControlPanel::tr("%1 iterations of D alone").arg(count);
    if (settings.integer("steps_d") == 0)
        return ControlPanel::tr("%1 iterations of G alone").arg(count);
    return ControlPanel::tr("%1 iterations of both").arg(count);
}

/// What a planned run will do.
QString textOf(const Run& run, const Preset& preset)
{
    QStringList parts;
    std::int64_t begin = 0;
    for (const Stage& stage : preset.stages) {
        parts.append(stageText(run.settingsAt(begin), stage.iterations));
        begin += stage.iterations;
    }
    QString text = ControlPanel::tr("The run will make %1.").arg(parts.join(ControlPanel::tr(", then ")));
    text += QLatin1Char(' ') + (parts.size() > 1 ? ControlPanel::tr("It pauses after each part; Run goes on.")
                                                 : ControlPanel::tr("It pauses there; Run goes on."));
    return text;
}

} // namespace

QWidget* ControlPanel::makePresets()
{
    auto* part = new QWidget;
    m_presets = new QComboBox;
    m_presets->setObjectName(QStringLiteral("presets"));
    explain(m_presets, tr("Preset"),
            tr("Settings that belong together, each with a sentence why. Choosing one changes nothing until "
               "you press "
               "\"Apply and reset\"."));
    m_presets->setPlaceholderText(tr("own settings"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    guardFromWheel(m_presets);
    const auto& presets = m_shown.experiment().presets;
    for (std::size_t i = 0; i < presets.size(); ++i) {
        const Preset& preset = presets[i];
        if (!preset.isOffered())
            continue;
        m_presets->addItem(translated(preset.label), int(i));
        m_presets->setItemData(m_presets->count() - 1, tipText(translated(preset.why)), Qt::ToolTipRole);
    }
    m_presets->view()->setMinimumWidth(m_presets->view()->sizeHintForColumn(0));
    m_why = new QLabel(part);
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new QVBoxLayout(part);
    box->setContentsMargins({});
    box->setSpacing(4);
    box->addWidget(m_presets);
    box->addWidget(m_why);
    connect(m_presets, &QComboBox::activated, this, &ControlPanel::choosePreset);
    return part;
}

/// A preset is a beginning, so all of it waits. What is looked at stays the user's own, and the seed where
/// the preset names none.
void ControlPanel::choosePreset(int index)
{
    const Experiment& experiment = m_shown.experiment();
    const Preset& preset = experiment.presets[m_presets->itemData(index).value<std::size_t>()];
    Settings chosen = experiment.preset(preset.id).seenAs(m_shown);
    if (experiment.find("seed") && !preset.names("seed"))
        chosen.set("seed", m_shown.value("seed"));
    m_shown = chosen;
    m_chosen = &preset;
    m_plan = preset.stages.empty() ? nullptr : &preset;
    m_sentence->hide();
    refresh();
}

QString ControlPanel::stagesText() const
{
    return m_plan ? textOf(m_shown.experiment().planned(*m_plan, m_shown), *m_plan) : QString();
}

void ControlPanel::apply()
{
    const Experiment& experiment = m_shown.experiment();
    const Preset* plan = m_plan;
    Q_EMIT resetRequested(plan ? experiment.planned(*plan, m_shown) : Run{m_shown}, plan);
}

/// The preset that the shown settings are: of several with the same settings the one that was chosen.
const Preset* ControlPanel::presetShown() const
{
    const Experiment& experiment = m_shown.experiment();
    if (m_plan || (m_chosen && experiment.isOf(*m_chosen, m_shown)))
        return m_plan ? m_plan : m_chosen;
    const auto found = std::find_if(experiment.presets.begin(), experiment.presets.end(),
                                    [&](const Preset& preset) { return experiment.isOf(preset, m_shown); });
    return found == experiment.presets.end() ? nullptr : &*found;
}

void ControlPanel::refreshPreset()
{
    const Preset* preset = presetShown();
    const auto& presets = m_shown.experiment().presets;
    m_presets->setCurrentIndex(preset ? m_presets->findData(int(preset - presets.data())) : -1);
    m_why->setText(preset ? translated(preset->why) : QString());
    m_why->setVisible(preset);
}

} // namespace gan
