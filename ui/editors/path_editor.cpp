#include "ui/editors/path_editor.h"

#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace gan {

namespace {

constexpr int kButtonWidth = 60;

}

PathEditor::PathEditor(const Setting& setting, QWidget* parent)
    : SettingEditor(setting, parent)
    , m_field(new QLineEdit(this))
{
    describe(m_field);
    m_field->setTextMargins(4, 0, 4, 0);
    m_field->setPlaceholderText(setting.choices.empty() ? tr("none")
                                                        : translated(setting.choices.front().label));
    auto* line = new QHBoxLayout;
    const bool file = *setting.paths.filter, folder = setting.paths.orFolder || !file;
    if (folder)
        addChooser(*line, file ? tr("Folder…") : tr("Choose…"), true);
    if (file)
        addChooser(*line, folder ? tr("File…") : tr("Choose…"), false);
    m_clear = new QPushButton(tr("None"), this);
    explain(m_clear, tr("None: %1").arg(translated(setting.label)),
            tr("Clears the path. The file or folder is not deleted."));
    setThemeSize(m_clear, ThemeSize::MinimumWidth, kButtonWidth);
    line->addWidget(m_clear);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->setSpacing(3);
    box->addWidget(makeLabel(m_field));
    box->addWidget(m_field);
    box->addLayout(line);
    setValue(parseSettingValue(setting, setting.defaultText));
    connect(m_field, &QLineEdit::editingFinished, this, [this] { take(m_field, m_value); });
    connect(m_clear, &QPushButton::clicked, this, [this] { takeText({}); });
}

void PathEditor::setValue(const SettingValue& value)
{
    m_value = value;
    m_field->setText(QString::fromStdString(settingValueText(value)));
    m_field->setCursorPosition(0);
    m_clear->setEnabled(!m_field->text().isEmpty());
}

void PathEditor::takeText(const QString& path)
{
    m_field->setText(path);
    take(m_field, m_value);
}

void PathEditor::addChooser(QHBoxLayout& line, const QString& text, bool folder)
{
    auto* button = new QPushButton(text, this);
    explain(button, tr("%1 %2").arg(text, translated(setting().label)),
            tr("Opens a dialog that looks for it on this computer. The run goes on meanwhile."));
    setThemeSize(button, ThemeSize::MinimumWidth, kButtonWidth);
    line.addWidget(button, 1);
    connect(button, &QPushButton::clicked, this, [this, folder] { choose(folder); });
}

/// Not modal: the run can be paused meanwhile.
void PathEditor::choose(bool folder)
{
    const QString filter = folder ? QString() : translated(setting().paths.filter);
    auto* dialog = new QFileDialog(window(), translated(setting().label), m_field->text(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PathEditor::takeText);
    dialog->show();
}

} // namespace gan
