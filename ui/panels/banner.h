#pragma once

#include "core/text.h"
#include "ui/widgets/floating_card.h"

#include <QTimer>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace gan {

/// A sentence that floats over the plots until it is closed or the next run begins: what went wrong, why a
/// run paused, or an offer with buttons. What was merely told goes by itself. It takes no focus, moves
/// nothing and stops nobody.
class Banner : public FloatingCard {
    Q_OBJECT

public:
    /// A button and what it does; the sentence goes first.
    struct Choice {
        QString label, help;
        std::function<void()> act;
    };

    explicit Banner(QWidget* parent);

    /// Something went wrong.
    void tell(const Text& text);
    /// Something happened that was wished for.
    void inform(const QString& sentence);
    /// A sentence with buttons. With `refuse` it waits for an answer, also when another run begins: closing
    /// it is a no and calls that. Something that went wrong has the color of warnings.
    void offer(const QString& sentence, std::vector<Choice> choices, std::function<void()> refuse = {},
               bool isWarning = false);
    /// The same, of something that is not urgent: it stays when a run begins, and goes by itself.
    void offerForAWhile(const QString& sentence, std::vector<Choice> choices);
    /// Does it; an Error becomes a sentence.
    void attempt(const std::function<void()>& action);
    void close();
    /// Closes it, unless it waits for an answer.
    void dismiss();
    /// The sentence that is seen; empty when there is none.
    QString text() const;

private:
    void say(const QString& sentence, QPalette::ColorRole color);
    void setChoices(std::vector<Choice> choices);
    void closeByHand();

    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
    std::function<void()> m_refuse;
    QTimer m_goes;
};

} // namespace gan
