#include "ui/dialogs/moment_comparison.h"

#include "ui/export/picture_files.h"
#include "ui/text/help.h"
#include "ui/text/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gan {

MomentComparison::MomentComparison(QWidget* parent)
    : QDialog(parent)
    , m_buttons(new QWidget)
{
    setWindowTitle(tr("Two moments side by side"));
    auto* save = new QPushButton(tr("Export as PNG…"));
    save->setObjectName(QStringLiteral("exportComparison"));
    explain(save, tr("Export as PNG"),
            tr("Writes this picture to a file. Both moments are in it, with their iterations."));
    auto* close = new QPushButton(tr("Close"));
    explain(close, tr("Close"), tr("Closes this window. It changes nothing in the run."));
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(12, 8, 12, 10);
    row->addStretch();
    row->addWidget(save);
    row->addWidget(close);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins({});
    box->addStretch();
    box->addWidget(m_buttons);
    connect(save, &QPushButton::clicked, this, &MomentComparison::exportRequested);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
}

void MomentComparison::compare(const Snapshot& before, const Snapshot& after)
{
    m_picture = beforeAndAfter(before, after);
    setAccessibleDescription(tr("Iteration %1 on the left, iteration %2 on the right.")
                                 .arg(groupedText(before.iteration), groupedText(after.iteration)));
    setMinimumSize(m_picture.width() / 2, m_picture.height() / 2 + m_buttons->sizeHint().height());
    if (!isVisible())
        resize(m_picture.width(), m_picture.height() + m_buttons->sizeHint().height());
    update();
}

/// Above the buttons.
QRect MomentComparison::room() const
{
    return {0, 0, width(), m_buttons->y()};
}

void MomentComparison::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(room(), Qt::white);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, room().width() < m_picture.width());
    QRect place(QPoint(), m_picture.size().scaled(room().size(), Qt::KeepAspectRatio));
    if (place.width() > m_picture.width())
        place.setSize(m_picture.size());
    place.moveCenter(room().center());
    painter.drawImage(place, m_picture);
}

} // namespace gan
