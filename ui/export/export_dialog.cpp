#include "ui/export/export_dialog.h"

#include "core/error.h"
#include "ui/export/picture_fields.h"
#include "ui/export/picture_preview.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

#include <cmath>

namespace gan {

namespace {

using What = ExportOrder::What;
constexpr int kWhatRole = Qt::UserRole, kIdRole = Qt::UserRole + 1;

/// The user's pictures; a new home may have no such folder yet.
QString usualFolder()
{
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return QFileInfo(pictures).isDir() ? pictures : QDir::homePath();
}

} // namespace

ExportDialog::ExportDialog(const Plots& plots, QSettings* settings, Source source, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_source(std::move(source))
    , m_picture(new PictureFields(this))
{
    setWindowTitle(tr("Export"));
    setWindowFlag(Qt::WindowContextHelpButtonHint);
    makeFields();
    makeButtons();
    layOut();
    recall();
    setPlots(plots);
    connectFields();
}

void ExportDialog::connectFields()
{
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::followWhat);
    connect(m_picture, &PictureFields::formatChanged, this, &ExportDialog::followFormat);
    connect(m_picture, &PictureFields::changed, this, &ExportDialog::followPicture);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::request);
    connect(m_replace, &QPushButton::clicked, this, &ExportDialog::replace);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::forgetMessage);
    connect(m_picture, &PictureFields::changed, this, &ExportDialog::forgetMessage);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::forgetMessage);
}

void ExportDialog::setPlots(const Plots& plots)
{
    const QSignalBlocker quiet(m_what);
    const ExportOrder before = m_what->count() ? order() : ExportOrder{};
    m_what->clear();
    const auto add = [this](const QString& title, What what, const QString& id = {}) {
        m_what->addItem(title);
        m_what->setItemData(m_what->count() - 1, int(what), kWhatRole);
        m_what->setItemData(m_what->count() - 1, id, kIdRole);
    };
    for (const auto& [id, title] : plots)
        add(title, What::Plot, id);
    add(tr("All plots"), What::AllPlots);
    add(tr("The window"), What::Window);
    add(tr("The metric log, as CSV"), What::Metrics);
    add(tr("Everything"), What::Everything);
    choose(before.what, before.plotId);
    followWhat();
}

void ExportDialog::choosePlot(const QString& id)
{
    choose(What::Plot, id);
}

void ExportDialog::choose(ExportOrder::What what)
{
    choose(what, {});
}

void ExportDialog::choose(ExportOrder::What what, const QString& plotId)
{
    for (int i = 0; i < m_what->count(); ++i)
        if (m_what->itemData(i, kWhatRole).toInt() == int(what) &&
            m_what->itemData(i, kIdRole).toString() == plotId)
            return m_what->setCurrentIndex(i);
}

ExportOrder::What ExportDialog::what() const
{
    return What(m_what->currentData(kWhatRole).toInt());
}

ExportOrder ExportDialog::order() const
{
    return {what(), m_what->currentData(kIdRole).toString(), m_picture->options(), m_path->text()};
}

QString ExportDialog::folder() const
{
    return QFileInfo(m_path->text()).path();
}

/// Of the file, with its dot; none for a folder.
QString ExportDialog::suffix() const
{
    const ExportOrder wanted = order();
    if (wanted.what == What::Metrics)
        return QStringLiteral(".csv");
    return wanted.goesToFolder() ? QString() : wanted.picture.suffix();
}

/// The name follows what is exported; the folder stays.
void ExportDialog::followWhat()
{
    m_picture->setUsable(what() != What::Metrics, what() != What::Window);
    suggestName();
    followPicture();
}

/// Experiment, seed, iteration and what it is, so that no export takes the place of another one's.
void ExportDialog::suggestName()
{
    QString name = m_source.stem();
    if (what() == What::Plot)
        name += QLatin1Char('-') + QString(order().plotId).replace(QLatin1Char('_'), QLatin1Char('-'));
    else if (what() == What::Window)
        name += QStringLiteral("-window");
    else if (what() == What::Metrics)
        name += QStringLiteral("-metrics");
    m_suggested = QDir(folder()).filePath(name + suffix());
    m_path->setText(m_suggested);
}

void ExportDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    suggestName();
    forgetMessage();
    showPreview();
}

/// What it says is of another order.
void ExportDialog::forgetMessage()
{
    say({});
}

void ExportDialog::followFormat()
{
    const QFileInfo old(m_path->text());
    const bool isSuggested = m_path->text() == m_suggested;
    if (!order().goesToFolder())
        m_path->setText(QDir(old.path()).filePath(old.completeBaseName() + suffix()));
    if (isSuggested)
        m_suggested = m_path->text();
}

/// What comes of size and scale.
void ExportDialog::followPicture()
{
    const PictureOptions picture = m_picture->options();
    const auto pixels = [&](int side) { return groupedText(std::lround(side * picture.scale)); };
    if (what() == What::Window)
        m_result->setText(tr("As large as it is on the screen."));
    else if (what() == What::Metrics)
        m_result->setText(tr("A row for each iteration up to the one on the screen."));
    else
        m_result->setText(
            tr("Makes %1 x %2 pixels.").arg(pixels(picture.size.width()), pixels(picture.size.height())));
    showPreview();
}

void ExportDialog::showPreview()
{
    if (isVisible())
        m_preview->show(m_source.preview(order(), m_preview->room()), tr("A table in a text file."));
}

/// Not modal; whether a file may be replaced is asked once, by the dialog itself.
void ExportDialog::browse()
{
    auto* dialog = new QFileDialog(this, tr("Export"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (order().goesToFolder()) {
        dialog->setFileMode(QFileDialog::Directory);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->setNameFilter(tr("%1 files (*%2)").arg(suffix().mid(1).toUpper(), suffix()));
        dialog->selectFile(m_path->text());
    }
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->show();
}

/// The name that was suggested follows the iteration on the screen.
void ExportDialog::request()
{
    if (m_path->text() == m_suggested)
        suggestName();
    if (const auto conflict = m_source.conflict(order())) {
        tell(Text(GE_TR("%1 Replace it, or choose another name."), {*conflict}));
        m_replace->show();
        return;
    }
    replace();
}

void ExportDialog::replace()
{
    const ExportOrder wanted = order();
    try {
        wanted.picture.check();
    } catch (const Error& error) {
        return tell(error.text());
    }
    say(tr("Exporting …"));
    remember();
    Q_EMIT exportRequested(wanted);
}

void ExportDialog::tell(const Text& problem)
{
    showMessage(translated(problem), true);
}

void ExportDialog::say(const QString& sentence)
{
    showMessage(sentence, false);
}

void ExportDialog::showMessage(const QString& text, bool problem)
{
    m_message->setForegroundRole(problem ? QPalette::BrightText : QPalette::WindowText);
    m_message->setText(text);
    m_replace->hide();
}

QString ExportDialog::message() const
{
    return m_message->text();
}

void ExportDialog::remember() const
{
    if (!m_settings)
        return;
    m_picture->remember(*m_settings);
    m_settings->setValue(QStringLiteral("export/folder"), folder());
}

void ExportDialog::recall()
{
    QString folder = usualFolder();
    if (m_settings) {
        m_picture->recall(*m_settings);
        folder = m_settings->value(QStringLiteral("export/folder"), folder).toString();
    }
    m_path->setText(QDir(folder).filePath(QStringLiteral("picture")));
}

} // namespace gan
