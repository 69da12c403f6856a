#pragma once

#include "core/text.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace gan {

/// A sentence above the page that stays until it is closed or the next run begins: what went wrong, why a run
/// paused, or an offer with a button. It takes no focus and stops nobody.
class Banner : public QWidget {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    /// Something went wrong.
    void tell(const Text& text);
    /// Something happened that was wished for.
    void inform(const QString& sentence);
    /// A sentence with a button; closing it by hand is a no, and calls `refuse`.
    void offer(const QString& sentence, const QString& yes, std::function<void()> accept,
               std::function<void()> refuse);
    void close();
    /// Closes it, unless it waits for an answer.
    void dismiss();
    /// The sentence that is seen; empty when there is none.
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void say(const QString& sentence, QPalette::ColorRole color);

    QLabel* m_sentence;
    QPushButton* m_yes;
    QPalette::ColorRole m_color = QPalette::BrightText;
    std::function<void()> m_accept, m_refuse;
};

} // namespace gan
