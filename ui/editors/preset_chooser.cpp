#include "ui/editors/preset_chooser.h"

#include "core/experiment.h"
#include "ui/text/help.h"
#include "ui/text/text.h"
#include "ui/widgets/tallest_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace gan {

namespace {

QString ownText()
{
    return PresetChooser::tr("Settings that were changed by hand.");
}

QStringList allTexts(const Experiment& experiment)
{
    QStringList texts = {ownText()};
    for (const Preset& preset : experiment.presets)
        if (preset.isOffered())
            texts.append(translated(preset.why));
    return texts;
}

} // namespace

PresetChooser::PresetChooser(const Experiment& experiment, QWidget* parent)
    : QWidget(parent)
    , m_experiment(experiment)
    , m_list(new QComboBox)
    , m_why(new TallestText(allTexts(experiment)))
{
    m_list->setObjectName(QStringLiteral("presets"));
    explain(m_list, tr("Preset"),
            tr("Settings that belong together, each with a sentence why. Choosing one starts a new run with "
               "them at once. Undo (Ctrl+Z) brings the run before back."));
    m_list->setPlaceholderText(tr("own settings"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setFocusPolicy(Qt::StrongFocus);
    m_list->installEventFilter(this);
    for (std::size_t i = 0; i < experiment.presets.size(); ++i) {
        const Preset& preset = experiment.presets[i];
        if (!preset.isOffered())
            continue;
        m_list->addItem(translated(preset.label), int(i));
        m_list->setItemData(m_list->count() - 1, tipText(translated(preset.why)), Qt::ToolTipRole);
    }
    m_list->view()->setMinimumWidth(m_list->view()->sizeHintForColumn(0)); // names may be longer than the box
    m_why->setObjectName(QStringLiteral("presetWhy"));
    m_why->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(4);
    box->addWidget(m_list);
    box->addWidget(m_why);
    connect(m_list, &QComboBox::activated, this, [this](int index) {
        Q_EMIT chosen(m_experiment.presets[m_list->itemData(index).value<std::size_t>()]);
    });
}

/// An entry starts a run, so neither the wheel nor a key that goes through the closed list chooses one: keys
/// open it.
bool PresetChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_list->showPopup();
        return true;
    }
    event->ignore(); // the window's keys
    return true;
}

void PresetChooser::show(const Preset* preset)
{
    m_list->setCurrentIndex(preset ? m_list->findData(int(preset - m_experiment.presets.data())) : -1);
    m_why->setText(preset ? translated(preset->why) : ownText());
}

} // namespace gan
