#pragma once

#include "ui/export/picture_options.h"

#include <QObject>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSettings;
class QSpinBox;

namespace gan {

/// The fields that say how a plot becomes a picture: format, shape, size, text, background, caption. A shape
/// is a name for usual sizes; another size is "own".
class PictureFields : public QObject {
    Q_OBJECT

public:
    explicit PictureFields(QObject* parent = nullptr);

    void addTo(QFormLayout& form);

    PictureOptions options() const;
    void setOptions(const PictureOptions& options);
    /// Which of them count: none for a table, and not those of the size for the window.
    void setUsable(bool picture, bool size);

    void remember(QSettings& settings) const;
    /// What was remembered; the fields hold back what is out of range.
    void recall(const QSettings& settings);

Q_SIGNALS:
    void changed();
    void formatChanged();

private:
    void makeSizes();
    void makeLook();
    void connectFields();
    void followShape();
    void followSize();
    void chooseText(double textScale);

    QComboBox *m_format, *m_shape;
    QSpinBox *m_width, *m_height;
    QDoubleSpinBox* m_scale;
    QComboBox* m_text;
    QCheckBox *m_transparent, *m_caption;
};

} // namespace gan
