#include "ui/dialogs/unusable_files.h"

#include "core/session/load_progress.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QDialog>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace gan {

/// Each with its reason.
void showUnusable(QWidget* window, const std::vector<UnusablePicture>& files)
{
    QStringList lines;
    for (const UnusablePicture& file : files)
        lines.append(QString::fromStdString(file.path) + QStringLiteral(": ") +
                     translated(file.reason.c_str()));
    auto* dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QDialog::tr("Files that cannot be used"));
    auto* list = new QPlainTextEdit(lines.join(QLatin1Char('\n')));
    list->setObjectName(QStringLiteral("unusable"));
    list->setReadOnly(true);
    explain(
        list, dialog->windowTitle(),
        QDialog::tr("Every file that was found and cannot be used, with the reason. The others are used."));
    auto* box = new QVBoxLayout(dialog);
    box->addWidget(list);
    dialog->resize(640, 360);
    dialog->show();
}

} // namespace gan
