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
    m_stages = wrappedLabel(bar);
    m_stages->setObjectName(QStringLiteral("stagesThatWait"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(apply, 1);
    buttons->addWidget(discard);
    auto* box = new QVBoxLayout(bar);
    box->setContentsMargins(12, 8, 12, 10);
    box->addWidget(m_stages);
    box->addLayout(buttons);
    connect(apply, &QPushButton::clicked, this, &ControlPanel::apply);
    connect(discard, &QPushButton::clicked, this, [this] {
        m_chosen = m_inForce;
        setSettings(m_applied);
    });
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

void ControlPanel::addFirstGroup(const QString& title, QWidget* content)
{
    auto* group = new CollapsibleGroup(title);
    group->add(content);
    m_rows->insertWidget(1, group); // below the presets
}

void ControlPanel::setSettings(const Settings& settings)
{
    m_applied = m_shown = settings;
    m_inForce = m_chosen;
    m_plan = nullptr;
    m_sentence->hide();
    refresh();
}

void ControlPanel::followSettings(const Settings& settings)
{
    const auto waiting = m_shown.differencesFrom(m_applied);
    Settings shown = m_plan ? m_shown.seenAs(settings) : settings; // a plan that waits has all its settings
    for (const std::string& key : waiting)
        shown.set(key, m_shown.value(key));
    m_applied = settings;
    m_shown = shown;
    refresh();
}

void ControlPanel::raise(const QString& key)
{
    const SettingEditor& editor = *m_editors.at(key.toStdString());
    const std::int64_t value = m_shown.integer(key.toStdString());
    const bool isLargest = double(value) >= editor.setting().maximum;
    edit(editor, isLargest ? static_cast<std::int64_t>(editor.setting().minimum) : value + 1);
}

void ControlPanel::change(const QString& key, const SettingValue& value)
{
    edit(*m_editors.at(key.toStdString()), value);
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
    m_stages->setText(stagesText());
    m_stages->setVisible(m_plan);
    m_waiting->setVisible(somethingWaits());
    refreshPreset();
}

} // namespace gan
