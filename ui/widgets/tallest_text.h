#pragma once

#include <QLabel>
#include <QStringList>

namespace gan {

/// A label of several lines that is always as high as the longest of the texts that it may show, so that
/// nothing below it moves when the text changes.
class TallestText : public QLabel {
    Q_OBJECT

public:
    explicit TallestText(const QStringList& texts, QWidget* parent = nullptr);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, heightForWidth(width())}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    const QStringList m_texts;
};

} // namespace gan
