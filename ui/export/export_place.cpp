#include "ui/export/export_place.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

namespace gan {

namespace {

const QLatin1String kFolderKey("export/folder");

/// The user's pictures; a new home may have no such folder yet.
QString usualFolder()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QFileInfo(pictures).isDir() ? pictures : QDir::homePath();
}

} // namespace

ExportPlace::ExportPlace(QWidget* parent)
    : QWidget(parent)
    , m_path(new QLineEdit)
{
    m_path->setWhatsThis(tr("Where the export goes. You are asked before anything is replaced."));
    auto* browse = new QPushButton(tr("&Browse…"));
    browse->setWhatsThis(tr("Lets you choose the place in your folders. The path then stands in the field."));
    browse->setAccessibleName(tr("Browse"));
    browse->setAutoDefault(false);
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins({});
    box->addWidget(m_path, 1);
    box->addWidget(browse);
    setFolder(usualFolder());
    connect(m_path, &QLineEdit::textChanged, this, &ExportPlace::changed);
    connect(browse, &QPushButton::clicked, this, &ExportPlace::browse);
}

QString ExportPlace::path() const
{
    return m_path->text();
}

QString ExportPlace::folder() const
{
    return QFileInfo(path()).path();
}

void ExportPlace::setFolder(const QString& folder)
{
    m_path->setText(QDir(folder).filePath(QStringLiteral("picture")));
}

bool ExportPlace::isSuggested() const
{
    return path() == m_suggested;
}

void ExportPlace::suggest(const QString& name, const QString& suffix)
{
    m_suffix = suffix;
    m_suggested = QDir(folder()).filePath(name + suffix);
    m_path->setText(m_suggested);
}

void ExportPlace::setSuffix(const QString& suffix)
{
    m_suffix = suffix;
    if (suffix.isEmpty())
        return;
    const QFileInfo old(path());
    const bool wasSuggested = isSuggested();
    m_path->setText(QDir(old.path()).filePath(old.completeBaseName() + suffix));
    if (wasSuggested)
        m_suggested = path();
}

/// Not modal; whether a file may be replaced is asked once, by the dialog itself.
void ExportPlace::browse()
{
    auto* dialog = new QFileDialog(this, tr("Export"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_suffix.isEmpty()) {
        dialog->setFileMode(QFileDialog::Directory);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->setNameFilter(tr("%1 files (*%2)").arg(m_suffix.mid(1).toUpper(), m_suffix));
        dialog->selectFile(path());
    }
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->show();
}

void ExportPlace::remember(QSettings& settings) const
{
    settings.setValue(kFolderKey, folder());
}

void ExportPlace::recall(const QSettings& settings)
{
    setFolder(settings.value(kFolderKey, folder()).toString());
}

} // namespace gan
