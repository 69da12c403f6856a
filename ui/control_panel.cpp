#include "ui/control_panel.h"

#include "core/error.h"
#include "core/experiment.h"
#include "ui/collapsible_group.h"
#include "ui/flat_style.h"
#include "ui/help.h"
#include "ui/scroll_column.h"
#include "ui/setting_editor.h"
#include "ui/text.h"
#include "ui/wheel_guard.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace gan {

namespace {

constexpr std::size_t kOpenGroups = 3; ///< the others have to be asked for

QLabel* wrappedLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

ControlPanel::ControlPanel(const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_applied(settings)
    , m_shown(settings)
{
    setAccessibleName(tr("Settings"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    layOut();
    makeEditors();
    setSettings(settings);
}

/// Presets and rows scroll; sentences and the waiting bar are always in sight.
void ControlPanel::layOut()
{
    auto* content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(12, 8, 8, 8);
    m_rows->setSpacing(6);
    m_rows->addWidget(makePresets());
    m_sentence = wrappedLabel(this);
    m_sentence->setObjectName(QStringLiteral("refusal"));
    m_sentence->setForegroundRole(QPalette::BrightText);
    m_sentence->setContentsMargins(12, 6, 12, 6);
    m_sentence->hide();
    m_waiting = makeWaitingBar();
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(0);
    box->addWidget(new ScrollColumn(content), 1);
    box->addWidget(m_sentence);
    box->addWidget(m_waiting);
}

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
    for (const Preset& preset : m_shown.experiment().presets) {
        m_presets->addItem(translated(preset.label));
        m_presets->setItemData(m_presets->count() - 1, tipText(translated(preset.why)), Qt::ToolTipRole);
    }
    m_presets->view()->setMinimumWidth(m_presets->view()->sizeHintForColumn(0));
    m_why = wrappedLabel(part);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new QVBoxLayout(part);
    box->setContentsMargins({});
    box->setSpacing(4);
    box->addWidget(m_presets);
    box->addWidget(m_why);
    connect(m_presets, &QComboBox::activated, this, &ControlPanel::choosePreset);
    return part;
}

QWidget* ControlPanel::makeWaitingBar()
{
    auto* bar = new QWidget(this);
    auto* apply = new QPushButton(tr("Apply and reset"), bar);
    apply->setObjectName(QStringLiteral("apply"));
    explain(apply, apply->text(),
            tr("Starts a new run from iteration 0 with the changed settings. The run that ends can be "
               "brought back with "
               "Undo (Ctrl+Z)."));
    FlatStyle::setAccent(apply);
    auto* discard = new QPushButton(tr("Discard"), bar);
    discard->setObjectName(QStringLiteral("discard"));
    explain(discard, discard->text(), tr("Takes back the changes that wait. The run goes on as it is."));
    auto* box = new QHBoxLayout(bar);
    box->setContentsMargins(12, 8, 12, 10);
    box->addWidget(apply, 1);
    box->addWidget(discard);
    connect(apply, &QPushButton::clicked, this, [this] { Q_EMIT resetRequested(m_shown); });
    connect(discard, &QPushButton::clicked, this, [this] { setSettings(m_applied); });
    return bar;
}

void ControlPanel::makeEditors()
{
    for (const Setting& setting : m_shown.experiment().settings) {
        SettingEditor* editor = SettingEditor::create(setting);
        groupOf(setting)->add(editor);
        m_editors.emplace(setting.key, editor);
        connect(editor, &SettingEditor::edited, this,
                [this, editor](const SettingValue& value) { edit(*editor, value); });
        connect(editor, &SettingEditor::refused, this, &ControlPanel::refuse);
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

void ControlPanel::setSettings(const Settings& settings)
{
    m_applied = m_shown = settings;
    m_sentence->hide();
    refresh();
}

void ControlPanel::followSettings(const Settings& settings)
{
    const auto waiting = m_shown.differencesFrom(m_applied);
    Settings shown = settings;
    for (const std::string& key : waiting)
        shown.set(key, m_shown.value(key));
    m_applied = settings;
    m_shown = shown;
    refresh();
}

/// Takes a value over when the rules allow it, both for the run as it is and for the one that waits.
void ControlPanel::edit(const SettingEditor& editor, const SettingValue& value)
{
    const std::string key = editor.setting().key;
    Settings applied = m_applied, shown = m_shown;
    try {
        shown.set(key, value);
        shown.checkRules();
        if (editor.setting().isLive()) {
            applied.set(key, value);
            applied.checkRules();
        }
    } catch (const Error& error) {
        refuse(error.text());
        return refresh();
    }
    const bool changesRun = applied != m_applied;
    m_applied = applied;
    m_shown = shown;
    m_sentence->hide();
    refresh();
    if (changesRun)
        Q_EMIT liveChanged(m_applied);
}

/// A preset is a beginning, so all of it waits. The seed stays the user's own.
void ControlPanel::choosePreset(int index)
{
    const Experiment& experiment = m_shown.experiment();
    Settings chosen = experiment.preset(experiment.presets[static_cast<std::size_t>(index)].id);
    if (experiment.find("seed"))
        chosen.set("seed", m_shown.value("seed"));
    m_shown = chosen;
    m_sentence->hide();
    refresh();
}

void ControlPanel::refuse(const Text& why)
{
    m_sentence->setText(translated(why));
    m_sentence->show();
}

/// Every editor shows m_shown; rows and groups that do not apply are out of sight.
void ControlPanel::refresh()
{
    std::map<std::string, bool> groupUsed;
    for (const auto& [key, editor] : m_editors) {
        const bool visible = m_shown.isVisible(editor->setting());
        editor->setValue(m_shown.value(key));
        editor->setVisible(visible);
        groupUsed[editor->setting().group] |= visible;
    }
    for (const auto& [name, group] : m_groups)
        group->setVisible(groupUsed[name]);
    m_waiting->setVisible(somethingWaits());
    refreshPreset();
}

/// Names the preset that the shown settings are, whatever their seed.
void ControlPanel::refreshPreset()
{
    const Experiment& experiment = m_shown.experiment();
    const auto isShown = [&](const Preset& preset) {
        const auto differences = experiment.preset(preset.id).differencesFrom(m_shown);
        return std::all_of(differences.begin(), differences.end(),
                           [](const std::string& key) { return key == "seed"; });
    };
    const auto found = std::find_if(experiment.presets.begin(), experiment.presets.end(), isShown);
    const bool isPreset = found != experiment.presets.end();
    m_presets->setCurrentIndex(isPreset ? static_cast<int>(found - experiment.presets.begin()) : -1);
    m_why->setText(isPreset ? translated(found->why) : QString());
    m_why->setVisible(isPreset);
}

} // namespace gan
