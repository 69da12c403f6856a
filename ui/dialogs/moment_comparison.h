#pragma once

#include "core/snapshot.h"

#include <QDialog>
#include <QImage>

namespace gan {

/// Two moments of a timeline side by side, as the picture that can be taken away. Not modal.
class MomentComparison : public QDialog {
    Q_OBJECT

public:
    explicit MomentComparison(QWidget* parent = nullptr);

    void compare(const Snapshot& before, const Snapshot& after);

Q_SIGNALS:
    void exportRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect room() const;

    QImage m_picture;
    QWidget* m_buttons;
};

} // namespace gan
