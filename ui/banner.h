#pragma once

#include "core/text.h"

#include <QWidget>

class QLabel;

namespace gan {

/// A calm line across the window with one sentence: why a run stopped, or what could not be done.
class Banner : public QWidget {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);

    void tell(const Text& text);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_sentence;
};

} // namespace gan
