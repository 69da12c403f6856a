#pragma once

#include <QLabel>
#include <QPointer>

namespace gan {

/// Says at a field why what was typed there is refused: a sentence that floats below it, in the color of
/// warnings, as the field's frame is meanwhile. It moves nothing. It goes when the field is edited again,
/// when it is clicked, or when another field has something to say. GUI thread.
void showFieldMessage(QWidget* field, const QString& sentence);
/// What was chosen or typed is right: no sentence is left in the window of `control`.
void hideFieldMessage(const QWidget* control);
/// Whether the field's last value was refused, for its frame.
bool isRefused(const QWidget* field);

/// The floating sentence; showFieldMessage() makes it.
class FieldMessage : public QLabel {
    Q_OBJECT

public:
    FieldMessage(QWidget* field, const QString& sentence, QWidget* parent);
    ~FieldMessage() override;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    const QPointer<QWidget> m_field;
};

} // namespace gan
