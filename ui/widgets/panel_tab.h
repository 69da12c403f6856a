#pragma once

#include <QToolButton>

namespace gan {

/// A narrow upright button at the edge of the window, in place of a panel that is put away: it brings it
/// back.
class PanelTab : public QToolButton {
    Q_OBJECT

public:
    /// Seen while the action, which shows the panel, is off.
    PanelTab(const QString& name, const QString& help, QAction* shows, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace gan
