#include "ui/export/export_dialog.h"

#include "core/error.h"
#include "ui/export/export_place.h"
#include "ui/export/picture_fields.h"
#include "ui/export/picture_preview.h"
#include "ui/text/text.h"

#include <QLabel>
#include <QPushButton>

#include <cmath>

namespace gan {

namespace {

using What = ExportOrder::What;

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
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::request);
    connect(m_replace, &QPushButton::clicked, this, &ExportDialog::replace);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    const auto forget = [this] { say({}); }; // what it says is of another order
    connect(m_what, &QComboBox::currentIndexChanged, this, forget);
    connect(m_picture, &PictureFields::changed, this, forget);
    connect(m_place, &ExportPlace::changed, this, forget);
}

void ExportDialog::setPlots(const Plots& plots)
{
    m_what->setPlots(plots);
    followWhat();
}

void ExportDialog::choosePlot(const QString& id)
{
    m_what->choose(What::Plot, id);
}

void ExportDialog::choose(ExportOrder::What what)
{
    m_what->choose(what);
}

ExportOrder ExportDialog::order() const
{
    return {m_what->what(), m_what->plotId(), m_picture->options(), m_place->path()};
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
    m_picture->setUsable(m_what->what() != What::Metrics, m_what->what() != What::Window);
    suggestName();
    followPicture();
}

/// Experiment, seed, iteration and what it is, so that no export takes the place of another one's.
void ExportDialog::suggestName()
{
    QString name = m_source.stem();
    if (m_what->what() == What::Plot)
        name += QLatin1Char('-') + QString(order().plotId).replace(QLatin1Char('_'), QLatin1Char('-'));
    else if (m_what->what() == What::Window)
        name += QStringLiteral("-window");
    else if (m_what->what() == What::Metrics)
        name += QStringLiteral("-metrics");
    m_place->suggest(name, suffix());
}

void ExportDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    suggestName();
    say({});
    showPreview();
}

void ExportDialog::followFormat()
{
    m_place->setSuffix(suffix());
}

/// What comes of size and scale.
void ExportDialog::followPicture()
{
    const PictureOptions picture = m_picture->options();
    const auto pixels = [&](int side) { return groupedText(std::lround(side * picture.scale)); };
    if (m_what->what() == What::Window)
        m_result->setText(tr("As large as it is on the screen."));
    else if (m_what->what() == What::Metrics)
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

/// The name that was suggested follows the iteration on the screen.
void ExportDialog::request()
{
    if (m_place->isSuggested())
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
    m_place->remember(*m_settings);
}

void ExportDialog::recall()
{
    if (!m_settings)
        return;
    m_picture->recall(*m_settings);
    m_place->recall(*m_settings);
}

} // namespace gan
