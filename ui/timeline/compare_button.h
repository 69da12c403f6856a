#pragma once

#include "core/session/run_record.h"

#include <QPushButton>

#include <functional>
#include <memory>

class QAction;

namespace gan {

/// Two moments of a run that are to be shown side by side, and the menu in which they are chosen.
class CompareButton : public QPushButton {
    Q_OBJECT

public:
    using Moment = std::shared_ptr<const Snapshot>;

    /// `shown`: what the screen shows; null when there is no picture.
    explicit CompareButton(std::function<Moment()> shown, QWidget* parent = nullptr);

    /// Another run: nothing is chosen.
    void setRecord(std::shared_ptr<const RunRecord> record);
    /// A, or the first moment. Null when there is none.
    Moment before() const;
    /// B, or the one shown.
    Moment after() const;

Q_SIGNALS:
    void compareRequested();

private:
    void describe();

    const std::function<Moment()> m_shown;
    std::shared_ptr<const RunRecord> m_record;
    Moment m_a, m_b;
    QAction *m_keepA, *m_keepB;
};

} // namespace gan
