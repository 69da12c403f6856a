#include "ui/editors/control_panel.h"

#include "core/error.h"
#include "core/experiment.h"
#include "ui/editors/collapsible_group.h"
#include "ui/editors/field_message.h"
#include "ui/editors/preset_chooser.h"
#include "ui/editors/setting_editor.h"
#include "ui/style/flat_style.h"
#include "ui/text/help.h"
#include "ui/text/text.h"
#include "ui/widgets/scroll_column.h"
#include "ui/widgets/tallest_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace gan {

namespace {

constexpr std::size_t kOpenGroups = 3; ///< the others have to be asked for

/// Between what scrolls and what does not.
QWidget* hairLine()
{
    auto* line = new QWidget;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Midlight);
    return line;
}

QString nothingWaits()
{
    return ControlPanel::tr("What says \"restarts\" waits here until it is applied.");
}

QString waitingText(const QString& names)
{
    return ControlPanel::tr("Waiting for a reset: %1. The run still uses the old values.").arg(names);
}

} // namespace

ControlPanel::ControlPanel(const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_applied(settings)
    , m_shown(settings)
    , m_ownSeed(settings.integer("seed"))
    , m_presets(new PresetChooser(settings.experiment()))
{
    setAccessibleName(tr("Settings"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    layOut();
    makeEditors();
    setSettings(settings);
}

/// A field with the focus takes what was typed when it is destroyed, which is after the members here are.
ControlPanel::~ControlPanel()
{
    for (const auto& [key, editor] : m_editors)
        editor->disconnect(this);
}

/// Presets and rows scroll; the waiting bar is always in sight, so that it never comes under a hand.
void ControlPanel::layOut()
{
    auto* content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(12, 8, 8, 8);
    m_rows->setSpacing(6);
    m_rows->addWidget(m_presets);
    connect(m_presets, &PresetChooser::chosen, this, &ControlPanel::choosePreset);
    m_waiting = makeWaitingBar();
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(0);
    box->addWidget(new ScrollColumn(content), 1);
    box->addWidget(hairLine());
    box->addWidget(m_waiting);
}

QWidget* ControlPanel::makeWaitingBar()
{
    auto* bar = new QWidget(this);
    auto* apply = new QPushButton(tr("Apply and reset"), bar);
    apply->setObjectName(QStringLiteral("apply"));
    explain(apply, apply->text(),
            tr("Starts a new run from iteration 0 with the changed settings. Undo (Ctrl+Z) brings the run "
               "before back."));
    FlatStyle::setAccent(apply);
    auto* discard = new QPushButton(tr("Discard"), bar);
    discard->setObjectName(QStringLiteral("discard"));
    explain(discard, discard->text(), tr("Takes back the changes that wait. The run goes on as it is."));
    m_waits = new TallestText(
        {nothingWaits(), waitingText(translated(m_shown.experiment().settings.front().label))}, bar);
    m_waits->setObjectName(QStringLiteral("whatWaits"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(apply, 1);
    buttons->addWidget(discard);
    auto* box = new QVBoxLayout(bar);
    box->setContentsMargins(12, 8, 12, 10);
    box->addWidget(m_waits);
    box->addLayout(buttons);
    connect(apply, &QPushButton::clicked, this, [this] { Q_EMIT resetRequested(m_shown.forNewRun()); });
    connect(discard, &QPushButton::clicked, this, [this] { setSettings(m_applied); });
    return bar;
}

void ControlPanel::makeEditors()
{
    for (const Setting& setting : m_shown.experiment().settings) {
        if (setting.applies == SettingApplies::ByHand)
            continue;
        SettingEditor* editor = SettingEditor::create(setting);
        groupOf(setting)->add(editor);
        m_editors.emplace(setting.key, editor);
        connect(editor, &SettingEditor::edited, this,
                [this, editor](const SettingValue& value) { edit(*editor, value); });
    }
    m_rows->addStretch();
}

CollapsibleGroup* ControlPanel::groupOf(const Setting& setting)
{
    CollapsibleGroup*& group = m_groups[setting.group];
    if (!group) {
        group = new CollapsibleGroup(translated(setting.group));
        group->setObjectName(QString::fromLatin1(setting.group));
        group->setOpen(m_groups.size() <= kOpenGroups);
        m_rows->addWidget(group);
    }
    return group;
}

void ControlPanel::addGroup(const QString& title, QWidget* content)
{
    auto* group = new CollapsibleGroup(title);
    group->add(content);
    group->setOpen(false);
    m_rows->insertWidget(m_rows->count() - 1, group); // above the stretch
}

void ControlPanel::addFirstGroup(const QString& title, QWidget* content)
{
    auto* group = new CollapsibleGroup(title);
    group->add(content);
    m_rows->insertWidget(1, group); // below the presets
}

void ControlPanel::setSettings(const Settings& settings)
{
    m_applied = m_shown = settings;
    noteSeed();
    refresh();
}

/// The seed that a preset names is not the user's own.
void ControlPanel::noteSeed()
{
    const Preset* preset = presetInForce();
    if (!preset || !preset->names("seed"))
        m_ownSeed = m_applied.integer("seed");
}

/// What the panel itself has just asked for is on screen already.
void ControlPanel::followSettings(const Settings& settings)
{
    if (settings == m_applied)
        return;
    Settings shown = settings;
    for (const std::string& key : m_shown.differencesFrom(m_applied))
        shown.set(key, m_shown.value(key));
    m_applied = settings;
    m_shown = shown;
    noteSeed();
    refresh();
}

/// Takes a value over when the rules allow it, both for the run as it is and for the one that waits.
void ControlPanel::edit(const SettingEditor& editor, const SettingValue& value)
{
    const std::string key = editor.setting().key;
    Settings applied = m_applied, shown = m_shown;
    try {
        shown.set(key, value);
        shown.forNewRun().checkRules();
        if (editor.setting().isLive()) {
            applied.set(key, value);
            applied.checkRules();
        }
    } catch (const Error& error) {
        m_editors.at(key)->setValue(m_shown.value(key));
        return m_editors.at(key)->refuse(translated(error.text()));
    }
    hideFieldMessage(this);
    const bool changesRun = applied != m_applied;
    m_applied = applied;
    m_shown = shown;
    m_editors.at(key)->setValue(m_shown.value(key)); // as it is written, also where a hand wrote the same
    noteSeed();
    refresh();
    if (changesRun)
        Q_EMIT liveChanged(m_applied);
}

/// Every editor shows m_shown, and what the run uses where that is another value; rows and groups that do not
/// apply are out of sight. Only what is new is shown anew: a slider that moves costs its own row.
void ControlPanel::refresh()
{
    std::map<std::string, bool> groupUsed;
    for (const auto& [key, editor] : m_editors) {
        const SettingValue &shown = m_shown.value(key), &applied = m_applied.value(key);
        if (!m_seen || m_seen->shown.value(key) != shown || m_seen->applied.value(key) != applied) {
            editor->setValue(shown);
            editor->setInForce(applied, shown != applied);
        }
        const bool visible = m_shown.isVisible(editor->setting());
        editor->setVisible(visible);
        groupUsed[editor->setting().group] |= visible;
    }
    m_seen = Seen{m_shown, m_applied};
    for (const auto& [name, group] : m_groups)
        group->setVisible(groupUsed[name]);
    showWhatWaits();
    m_presets->show(presetInForce());
}

void ControlPanel::showWhatWaits()
{
    QStringList names;
    for (const std::string& key : m_shown.differencesFrom(m_applied))
        names.append(translated(m_shown.experiment().setting(key).label));
    m_waits->setText(names.isEmpty() ? nothingWaits() : waitingText(names.join(QStringLiteral(", "))));
    m_waits->setToolTip(tipText(m_waits->text()));
    m_waits->setForegroundRole(somethingWaits() ? QPalette::BrightText : QPalette::PlaceholderText);
    for (QPushButton* button : m_waiting->findChildren<QPushButton*>())
        button->setEnabled(somethingWaits());
}

void ControlPanel::chooseDefaults()
{
    choosePreset(m_applied.experiment().presets.front());
}

/// All of a preset, but the seed is the user's own where the preset names none.
void ControlPanel::choosePreset(const Preset& preset)
{
    const Experiment& experiment = m_applied.experiment();
    Settings settings = experiment.preset(preset.id);
    if (!preset.names("seed"))
        settings.set("seed", m_ownSeed);
    m_chosen = &preset;
    Q_EMIT presetChosen(experiment.planned(preset, settings), preset);
}

/// The preset that the settings in force are: of several with the same settings the one that was chosen.
const Preset* ControlPanel::presetInForce() const
{
    const Experiment& experiment = m_applied.experiment();
    if (m_chosen && experiment.isOf(*m_chosen, m_applied))
        return m_chosen;
    const auto found = std::find_if(experiment.presets.begin(), experiment.presets.end(),
                                    [&](const Preset& preset) { return experiment.isOf(preset, m_applied); });
    return found == experiment.presets.end() ? nullptr : &*found;
}

} // namespace gan
