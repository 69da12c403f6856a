#pragma once

#include <QImage>
#include <QLabel>

namespace gan {

/// What will be written, scaled down, in a place of fixed size. A pattern of squares shows where a picture
/// is transparent.
class PicturePreview : public QLabel {
    Q_OBJECT

public:
    explicit PicturePreview(QWidget* parent = nullptr);

    /// Pixels that a picture may have here.
    QSize room() const;
    /// A null image: `otherwise` stands there.
    void show(const QImage& image, const QString& otherwise);
    using QLabel::show;
};

} // namespace gan
