#pragma once

#include "core/session/networks.h"

#include <QWidget>

class QSpinBox;

namespace gan {

/// Training in stages: a button each for D, G and both, and for how many epochs at a time.
class StagePanel : public QWidget {
    Q_OBJECT

public:
    explicit StagePanel(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Train these, for so many epochs.
    void trainRequested(gan::Networks networks, int epochs);

private:
    QSpinBox* m_epochs;
};

} // namespace gan
