#include "ui/panels/loading_bar.h"

#include "ui/style/theme_size.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace gan {

namespace {

constexpr int kPeriod = 100, kStays = 400; ///< milliseconds: between two looks; after the last news
constexpr int kParts = 1000;               ///< of the bar: more than its pixels
constexpr int kSentenceWidth = 260;

} // namespace

LoadingBar::LoadingBar(QWidget* parent)
    : FloatingCard(parent)
    , m_sentence(new QLabel)
    , m_bar(new QProgressBar)
{
    m_sentence->setObjectName(QStringLiteral("loading"));
    setThemeSize(m_sentence, ThemeSize::MinimumWidth, kSentenceWidth);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Loading of pictures"));
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelLoading"));
    explain(
        cancel, tr("Cancel"),
        tr("Ends the loading of pictures. The run before goes on where it stopped, with its own pictures."));
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(18, 6, 12, 6);
    box->setSpacing(12);
    box->addWidget(m_sentence);
    box->addWidget(m_bar, 1);
    box->addWidget(cancel);
    m_tick.setInterval(kPeriod);
    connect(&m_tick, &QTimer::timeout, this, &LoadingBar::look);
    connect(cancel, &QPushButton::clicked, this, [this] { m_progress->cancel(); });
}

void LoadingBar::watch(std::shared_ptr<LoadProgress> progress)
{
    m_progress = std::move(progress);
    m_tick.start();
}

void LoadingBar::look()
{
    const LoadProgress::State state = m_progress->state();
    if (state.told != m_told) {
        m_told = state.told;
        m_sinceTold.start();
        show(state);
    } else if (isVisible() && m_sinceTold.elapsed() > kStays) {
        hide();
    }
    lookForUnusable();
}

void LoadingBar::show(const LoadProgress::State& state)
{
    const bool known = state.total > 0;
    m_sentence->setText(
        known ? tr("Loading pictures: %1 of %2").arg(groupedText(state.done), groupedText(state.total))
              : tr("Looking for pictures: %1").arg(groupedText(state.done)));
    m_bar->setRange(0, known ? kParts : 0);
    if (known)
        m_bar->setValue(static_cast<int>(kParts * double(state.done) / double(state.total)));
    QWidget::show();
}

void LoadingBar::lookForUnusable()
{
    const auto unusable = m_progress->unusable(m_loaded);
    if (!unusable)
        return;
    m_loaded = unusable->loaded;
    hide();
    if (!unusable->files.empty())
        Q_EMIT someUnusable(*unusable);
}

} // namespace gan
