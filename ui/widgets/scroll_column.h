#pragma once

#include <QScrollArea>

namespace gan {

/// A column whose content scrolls up and down and is never cut at the side: it asks for the width that its
/// content needs.
class ScrollColumn : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollColumn(QWidget* content, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace gan
