#include "ui/export_dialog.h"

#include "core/error.h"
#include "ui/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>

#include <cmath>

namespace gan {

namespace {

using What = ExportOrder::What;
constexpr int kWhatRole = Qt::UserRole, kIdRole = Qt::UserRole + 1;

} // namespace

ExportDialog::ExportDialog(const Plots& plots, QSettings* settings, Source source, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_source(std::move(source))
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
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    for (QSpinBox* side : {m_width, m_height})
        connect(side, &QSpinBox::valueChanged, this, &ExportDialog::followSize);
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &ExportDialog::followSize);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::request);
    connect(m_replace, &QPushButton::clicked, this, &ExportDialog::replace);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    for (QComboBox* list : {m_what, m_format})
        connect(list, &QComboBox::currentIndexChanged, this, &ExportDialog::forgetMessage);
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
    const auto format = m_format->currentIndex() == 0 ? PictureFormat::Png : PictureFormat::Svg;
    const QSize size(m_width->value(), m_height->value());
    return {what(),
            m_what->currentData(kIdRole).toString(),
            {format, size, m_scale->value(), m_caption->isChecked()},
            m_path->text()};
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
    const ExportOrder wanted = order();
    const bool ofMetrics = wanted.what == What::Metrics, ofWindow = wanted.what == What::Window;
    m_format->setEnabled(!ofMetrics);
    m_caption->setEnabled(!ofMetrics);
    for (QWidget* field :
         {static_cast<QWidget*>(m_width), static_cast<QWidget*>(m_height), static_cast<QWidget*>(m_scale)})
        field->setEnabled(!ofMetrics && !ofWindow);
    suggestName();
    followSize();
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

/// What comes of size and scale, or why they cannot be.
void ExportDialog::followSize()
{
    const PictureOptions picture = order().picture;
    if (what() == What::Window)
        return m_result->setText(tr("As large as it is on the screen."));
    if (what() == What::Metrics)
        return m_result->setText(tr("A row for each iteration up to the one on the screen."));
    const auto pixels = [&](int side) { return groupedText(std::lround(side * picture.scale)); };
    m_result->setText(tr("Makes %1 x %2 pixels.").arg(pixels(m_width->value()), pixels(m_height->value())));
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
    const PictureOptions picture = order().picture;
    m_settings->setValue(QStringLiteral("export/svg"), picture.format == PictureFormat::Svg);
    m_settings->setValue(QStringLiteral("export/size"), picture.size);
    m_settings->setValue(QStringLiteral("export/scale"), picture.scale);
    m_settings->setValue(QStringLiteral("export/caption"), picture.caption);
    m_settings->setValue(QStringLiteral("export/folder"), folder());
}

QVariant ExportDialog::recalled(const char* key, const QVariant& usual) const
{
    return m_settings ? m_settings->value(QLatin1String(key), usual) : usual;
}

/// The fields hold back what is out of range.
void ExportDialog::recall()
{
    const PictureOptions usual;
    const QSize size = recalled("export/size", usual.size).toSize();
    m_format->setCurrentIndex(recalled("export/svg", false).toBool() ? 1 : 0);
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    m_scale->setValue(recalled("export/scale", usual.scale).toDouble());
    m_caption->setChecked(recalled("export/caption", usual.caption).toBool());
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    m_path->setText(QDir(recalled("export/folder", pictures).toString()).filePath(QStringLiteral("picture")));
}

} // namespace gan
