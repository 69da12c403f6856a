#include "ui/export/animation_dialog.h"

#include "core/error.h"
#include "ui/editors/form_row.h"
#include "ui/style/flat_style.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

namespace gan {

namespace {

constexpr int kMargin = 16, kGap = 8, kWidth = 460;
constexpr double kShortest = 0.5, kLongest = 60; ///< seconds

QSpinBox* numberField(std::int64_t least, std::int64_t most, std::int64_t value)
{
    auto* field = new QSpinBox;
    field->setRange(int(least), int(most));
    field->setValue(int(value));
    return field;
}

} // namespace

AnimationDialog::AnimationDialog(Source source, const QString& plotId, QWidget* parent)
    : QDialog(parent)
    , m_source(std::move(source))
{
    setWindowTitle(tr("Animation"));
    setAttribute(Qt::WA_DeleteOnClose);
    makeFields(plotId);
    layOut();
    setBusy(false);
    connect(m_make, &QPushButton::clicked, this, &AnimationDialog::choosePath);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
}

void AnimationDialog::makeFields(const QString& plotId)
{
    m_plot = new QComboBox;
    for (const auto& [id, title] : m_source.plots)
        m_plot->addItem(title, id);
    m_plot->setCurrentIndex(std::max(0, m_plot->findData(plotId)));
    m_from = numberField(0, m_source.now - 1, 0);
    m_to = numberField(1, m_source.now, m_source.now);
    m_frames = numberField(2, AnimationOrder::kMostFrames, AnimationOrder().frames);
    m_frames->setObjectName(QStringLiteral("animationFrames"));
    m_seconds = new QDoubleSpinBox;
    m_seconds->setRange(kShortest, kLongest);
    m_seconds->setDecimals(1);
    m_seconds->setValue(AnimationOrder().seconds);
    m_message = new QLabel;
    m_message->setWordWrap(true);
    m_progress = new QProgressBar;
    m_make = new QPushButton(tr("&Make…"));
    m_make->setObjectName(QStringLiteral("makeAnimation"));
    m_make->setDefault(true);
    FlatStyle::setAccent(m_make);
    m_close = new QPushButton(tr("C&lose"));
    m_close->setAutoDefault(false);
}

void AnimationDialog::layOut()
{
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(kGap);
    form->setHorizontalSpacing(kMargin);
    const std::tuple<QString, QWidget*, QString> rows[] = {
        {tr("&Plot"), m_plot, tr("Which plot is animated.")},
        {tr("&From iteration"), m_from, tr("The iteration of the first frame.")},
        {tr("&To iteration"), m_to, tr("The iteration of the last frame.")},
        {tr("F&rames"), m_frames,
         tr("How many pictures the animation has. They are spread evenly over the iterations, and each shows "
            "exactly what was there.")},
        {tr("&Seconds"), m_seconds,
         tr("How long it plays from the first frame to the last. Then it begins again.")}};
    for (const auto& [label, field, help] : rows) {
        addFormRow(*form, label, field);
        explain(field, field->accessibleName(), help);
    }
    explain(m_make, tr("Make"),
            tr("Asks for the name of the file (GIF), then draws all frames. Training goes on."));
    explain(m_close, tr("Close"), tr("Closes this dialog. An animation that is being made is given up."));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_make);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    box->setSpacing(kMargin);
    box->addLayout(form);
    m_answer = new QStackedWidget; // nothing moves when one takes the place of the other
    m_answer->addWidget(m_message);
    m_answer->addWidget(m_progress);
    box->addWidget(m_answer);
    box->addLayout(buttons);
    setMinimumWidth(kWidth);
}

AnimationOrder AnimationDialog::order() const
{
    AnimationOrder order;
    order.plotId = m_plot->currentData().toString();
    order.from = m_from->value();
    order.to = m_to->value();
    order.frames = m_frames->value();
    order.seconds = m_seconds->value();
    return order;
}

/// Not modal; whether a file may be replaced is asked by the dialog itself.
void AnimationDialog::choosePath()
{
    const AnimationOrder wanted = order();
    try {
        wanted.check(m_source.now);
    } catch (const Error& error) {
        return tell(error.text());
    }
    auto* dialog = new QFileDialog(this, tr("Animation"), {}, tr("GIF files (*.gif)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("gif"));
    dialog->selectFile(m_source.stem + QLatin1Char('-') +
                       QString(wanted.plotId).replace(QLatin1Char('_'), QLatin1Char('-')) +
                       QStringLiteral(".gif"));
    connect(dialog, &QFileDialog::fileSelected, this, &AnimationDialog::make);
    dialog->show();
}

void AnimationDialog::make(const QString& path)
{
    try {
        m_animation = std::make_unique<PlotAnimation>(m_source.makeTrainer, m_source.record, m_source.view,
                                                      m_source.theme, order());
    } catch (const Error& error) {
        return tell(error.text());
    }
    connect(m_animation.get(), &PlotAnimation::progressed, m_progress, &QProgressBar::setValue);
    connect(m_animation.get(), &PlotAnimation::failed, this, &AnimationDialog::tell, Qt::QueuedConnection);
    connect(
        m_animation.get(), &PlotAnimation::made, this,
        [this, path](const FillFile& file) { finish(path, file); }, Qt::QueuedConnection);
    m_message->setText({});
    m_progress->setRange(0, m_frames->value());
    m_progress->setValue(0);
    setBusy(true);
    m_animation->start();
}

void AnimationDialog::finish(const QString& path, const FillFile& file)
{
    m_animation.reset();
    Q_EMIT made(path, file);
    close();
}

void AnimationDialog::tell(const Text& why)
{
    m_animation.reset();
    setBusy(false);
    m_message->setForegroundRole(QPalette::BrightText);
    m_message->setText(translated(why));
}

void AnimationDialog::setBusy(bool busy)
{
    for (QWidget* field :
         {static_cast<QWidget*>(m_plot), static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_to),
          static_cast<QWidget*>(m_frames), static_cast<QWidget*>(m_seconds), static_cast<QWidget*>(m_make)})
        field->setEnabled(!busy);
    m_answer->setCurrentIndex(busy ? 1 : 0);
    m_close->setText(busy ? tr("Cance&l") : tr("C&lose"));
}

} // namespace gan
