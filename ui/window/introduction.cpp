#include "ui/window/introduction.h"

#include "ui/style/flat_style.h"
#include "ui/style/theme_size.h"
#include "ui/text/help.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace gan {

namespace {

constexpr int kFrameWidth = 3, kFrameGap = 4;

/// A frame over the window that the mouse goes through.
class Frame : public QWidget {
public:
    explicit Frame(QWidget* window)
        : QWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), kFrameWidth));
        const double inset = kFrameWidth / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), FlatStyle::kRadius,
                                FlatStyle::kRadius);
    }
};

QPushButton* makeButton(const QString& text, const char* name)
{
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    return button;
}

} // namespace

Introduction::Introduction(std::vector<Card> cards, QWidget* window)
    : FloatingCard(window)
    , m_cards(std::move(cards))
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_count(new QLabel)
    , m_back(makeButton(tr("Back"), "introductionBack"))
    , m_next(makeButton(tr("Next"), "introductionNext"))
    , m_skip(makeButton(tr("Skip"), "introductionSkip"))
    , m_frame(new Frame(window))
{
    setThemeSize(m_title, ThemeSize::StrongText, 14);
    m_text->setWordWrap(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    explain(m_back, tr("Back"), tr("The card before this one."));
    explain(m_next, tr("Next"), tr("The next card. After the last one the introduction ends."));
    explain(m_skip, tr("Skip"), tr("Ends the introduction. The Help menu shows it again."));
    FlatStyle::setAccent(m_next);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_count, 1);
    for (QPushButton* button : {m_skip, m_back, m_next})
        buttons->addWidget(button);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(20, 14, 16, 12);
    box->setSpacing(8);
    box->addWidget(m_title);
    box->addWidget(m_text);
    box->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, [this] { go(int(m_card) - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(int(m_card) + 1); });
    connect(m_skip, &QPushButton::clicked, this, &Introduction::end);
    window->installEventFilter(this);
    show();
    go(0);
    m_next->setFocus();
}

Introduction::~Introduction()
{
    delete m_frame;
}

QWidget* Introduction::control() const
{
    QWidget* control = m_cards[m_card].control ? m_cards[m_card].control() : nullptr;
    return control && control->isVisible() && !control->visibleRegion().isEmpty() ? control : nullptr;
}

void Introduction::go(int card)
{
    if (card >= int(m_cards.size()))
        return end();
    m_card = std::size_t(std::max(0, card));
    m_title->setText(m_cards[m_card].title);
    m_text->setText(m_cards[m_card].text);
    m_count->setText(tr("%1 of %2").arg(m_card + 1).arg(m_cards.size()));
    m_back->setEnabled(m_card > 0);
    m_next->setText(m_card + 1 < m_cards.size() ? tr("Next") : tr("Done"));
    place();
    frameControl();
}

void Introduction::frameControl()
{
    const QWidget* framed = control();
    m_frame->setVisible(framed);
    if (!framed)
        return;
    const int around = kFrameGap;
    m_frame->setGeometry(QRect(framed->mapTo(parentWidget(), QPoint()), framed->size())
                             .adjusted(-around, -around, around, around)
                             .intersected(parentWidget()->rect()));
    m_frame->raise();
    raise();
}

void Introduction::end()
{
    hide();
    m_frame->hide();
    deleteLater();
    Q_EMIT ended();
}

/// Controls move with the window.
bool Introduction::eventFilter(QObject* watched, QEvent* event)
{
    const bool moved = FloatingCard::eventFilter(watched, event);
    if (!isHidden() && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        QMetaObject::invokeMethod(this, &Introduction::frameControl, Qt::QueuedConnection);
    return moved;
}

void Introduction::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return end();
    FloatingCard::keyPressEvent(event);
}

} // namespace gan
