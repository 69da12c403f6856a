#include "ui/export/picture_fields.h"

#include "ui/editors/form_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace gan {

namespace {

constexpr double kSlideText = 1.5, kLargestText = 2; ///< of the usual size

QSpinBox* makeSide()
{
    auto* side = new QSpinBox;
    side->setRange(PictureOptions::kLeastSide, PictureOptions::kMostSide);
    side->setSingleStep(100);
    side->setSuffix(PictureFields::tr(" px"));
    return side;
}

QCheckBox* makeTick(const QString& label)
{
    auto* tick = new QCheckBox(label);
    tick->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    return tick;
}

} // namespace

PictureFields::PictureFields(QObject* parent)
    : QObject(parent)
{
    makeSizes();
    makeLook();
    setOptions({});
    connectFields();
}

void PictureFields::makeSizes()
{
    m_shape = new QComboBox;
    m_shape->addItem(tr("16:10, as on the screen"), QSize(1600, 1000));
    m_shape->addItem(tr("16:9, a slide"), QSize(1920, 1080));
    m_shape->addItem(tr("4:3, an older slide"), QSize(1600, 1200));
    m_shape->addItem(tr("square"), QSize(1200, 1200));
    m_shape->addItem(tr("own size"), QSize());
    m_shape->setWhatsThis(
        tr("Usual shapes of pictures. One sets width and height, which can still be changed."));
    m_width = makeSide();
    m_height = makeSide();
    m_width->setWhatsThis(
        tr("How wide a plot is, before it is scaled. A wider picture gives the curves more room; its "
           "text stays as large as it is."));
    m_height->setWhatsThis(tr("How high a plot is, before it is scaled. A caption comes on top of it."));
    m_scale = new QDoubleSpinBox;
    m_scale->setRange(PictureOptions::kLeastScale, PictureOptions::kMostScale);
    m_scale->setSingleStep(0.25);
    m_scale->setWhatsThis(
        tr("Makes the whole picture larger, its text included. Take 2 or more for print and for "
           "large screens."));
}

void PictureFields::makeLook()
{
    m_format = new QComboBox;
    m_format->addItem(tr("PNG, made of pixels"));
    m_format->addItem(tr("SVG, made of lines"));
    m_format->setWhatsThis(
        tr("PNG opens everywhere. SVG stays sharp at any size, and drawing programs can edit it."));
    m_text = new QComboBox;
    m_text->addItem(tr("normal"), 1.0);
    m_text->addItem(tr("larger, for slides"), kSlideText);
    m_text->addItem(tr("largest"), kLargestText);
    m_text->setWhatsThis(
        tr("How large text and lines are within the picture. On a slide the larger ones can be read from "
           "the last row."));
    m_transparent = makeTick(tr("&Transparent background"));
    m_transparent->setWhatsThis(
        tr("Leaves out the background, so that a slide's own color is seen behind the plot. On a dark slide "
           "export from the dark theme: its text is light."));
    m_caption = makeTick(tr("&Caption below the picture"));
    m_caption->setWhatsThis(
        tr("Writes below the picture which run it shows: program, experiment, seed, iteration, and "
           "the settings that are not the default. The picture gets taller by it."));
}

void PictureFields::addTo(QFormLayout& form)
{
    addFormRow(form, tr("&Format"), m_format);
    addFormRow(form, tr("S&hape"), m_shape);
    addFormRow(form, tr("Wi&dth"), m_width);
    addFormRow(form, tr("Hei&ght"), m_height);
    addFormRow(form, tr("&Scale"), m_scale);
    addFormRow(form, tr("Te&xt"), m_text);
    form.addRow(QString(), m_transparent);
    form.addRow(QString(), m_caption);
}

void PictureFields::connectFields()
{
    connect(m_format, &QComboBox::currentIndexChanged, this, &PictureFields::formatChanged);
    connect(m_shape, &QComboBox::currentIndexChanged, this, &PictureFields::followShape);
    for (QSpinBox* side : {m_width, m_height})
        connect(side, &QSpinBox::valueChanged, this, &PictureFields::followSize);
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &PictureFields::changed);
    for (QComboBox* list : {m_format, m_text})
        connect(list, &QComboBox::currentIndexChanged, this, &PictureFields::changed);
    for (QCheckBox* tick : {m_transparent, m_caption})
        connect(tick, &QCheckBox::toggled, this, &PictureFields::changed);
}

void PictureFields::followShape()
{
    const QSize size = m_shape->currentData().toSize();
    if (size.isEmpty())
        return;
    {
        const QSignalBlocker quietWidth(m_width), quietHeight(m_height);
        m_width->setValue(size.width());
        m_height->setValue(size.height());
    }
    Q_EMIT changed();
}

/// The shape is that of the size.
void PictureFields::followSize()
{
    const QSignalBlocker quiet(m_shape);
    const QSize size(m_width->value(), m_height->value());
    int shape = m_shape->count() - 1;
    for (int i = 0; i < m_shape->count(); ++i)
        if (m_shape->itemData(i).toSize() == size)
            shape = i;
    m_shape->setCurrentIndex(shape);
    Q_EMIT changed();
}

PictureOptions PictureFields::options() const
{
    const auto format = m_format->currentIndex() == 0 ? PictureFormat::Png : PictureFormat::Svg;
    return {format,
            {m_width->value(), m_height->value()},
            m_scale->value(),
            m_caption->isChecked(),
            m_text->currentData().toDouble(),
            m_transparent->isChecked()};
}

void PictureFields::setOptions(const PictureOptions& options)
{
    m_format->setCurrentIndex(options.format == PictureFormat::Png ? 0 : 1);
    m_width->setValue(options.size.width());
    m_height->setValue(options.size.height());
    m_scale->setValue(options.scale);
    m_caption->setChecked(options.caption);
    m_transparent->setChecked(options.transparent);
    chooseText(options.textScale);
    followSize();
}

/// The nearest of those that are offered.
void PictureFields::chooseText(double textScale)
{
    int nearest = 0;
    for (int i = 1; i < m_text->count(); ++i)
        if (std::abs(m_text->itemData(i).toDouble() - textScale) <
            std::abs(m_text->itemData(nearest).toDouble() - textScale))
            nearest = i;
    m_text->setCurrentIndex(nearest);
}

void PictureFields::setUsable(bool picture, bool size)
{
    m_format->setEnabled(picture);
    m_caption->setEnabled(picture);
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_shape, m_width, m_height, m_scale, m_text, m_transparent})
        field->setEnabled(picture && size);
}

void PictureFields::remember(QSettings& settings) const
{
    const PictureOptions picture = options();
    settings.setValue(QStringLiteral("export/svg"), picture.format == PictureFormat::Svg);
    settings.setValue(QStringLiteral("export/size"), picture.size);
    settings.setValue(QStringLiteral("export/scale"), picture.scale);
    settings.setValue(QStringLiteral("export/caption"), picture.caption);
    settings.setValue(QStringLiteral("export/text"), picture.textScale);
    settings.setValue(QStringLiteral("export/transparent"), picture.transparent);
}

void PictureFields::recall(const QSettings& settings)
{
    const PictureOptions usual;
    const auto value = [&](const char* key, const QVariant& otherwise) {
        return settings.value(QLatin1String(key), otherwise);
    };
    setOptions({value("export/svg", false).toBool() ? PictureFormat::Svg : PictureFormat::Png,
                value("export/size", usual.size).toSize(), value("export/scale", usual.scale).toDouble(),
                value("export/caption", usual.caption).toBool(),
                value("export/text", usual.textScale).toDouble(),
                value("export/transparent", usual.transparent).toBool()});
}

} // namespace gan
