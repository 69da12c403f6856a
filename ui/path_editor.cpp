#include "ui/path_editor.h"

#include "ui/help.h"
#include "ui/text.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace gan {

PathEditor::PathEditor(const Setting& setting, QWidget* parent)
    : SettingEditor(setting, parent)
    , m_field(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_clear(new QPushButton(tr("None"), this))
{
    describe(m_field);
    m_field->setTextMargins(4, 0, 4, 0);
    m_field->setPlaceholderText(tr("none"));
    const QString name = translated(setting.label);
    explain(m_choose, tr("Choose: %1").arg(name),
            tr("Opens a dialog that looks for it on this computer. The run goes on meanwhile."));
    explain(m_clear, tr("None: %1").arg(name),
            tr("Takes the path out of the field. What it led to stays on the disk, untouched."));
    auto* line = new QHBoxLayout;
    line->addWidget(m_choose, 1);
    line->addWidget(m_clear);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(3);
    box->addWidget(makeLabel(m_field));
    box->addWidget(m_field);
    box->addLayout(line);
    setValue(parseSettingValue(setting, setting.defaultText));
    connect(m_field, &QLineEdit::editingFinished, this, [this] { take(m_field->text(), m_value); });
    connect(m_choose, &QPushButton::clicked, this, &PathEditor::choose);
    connect(m_clear, &QPushButton::clicked, this, [this] { take({}, m_value); });
}

void PathEditor::setValue(const SettingValue& value)
{
    m_value = value;
    m_field->setText(QString::fromStdString(settingValueText(value)));
    m_field->setCursorPosition(0);
    m_clear->setEnabled(!m_field->text().isEmpty());
}

/// Not modal: the run can be paused meanwhile.
void PathEditor::choose()
{
    const QString filter = translated(setting().pathFilter);
    auto* dialog = new QFileDialog(window(), translated(setting().label), m_field->text(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(filter.isEmpty() ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { take(path, m_value); });
    dialog->show();
}

} // namespace gan
