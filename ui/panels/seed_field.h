#pragma once

#include "core/settings/settings.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace gan {

class Actions;

/// The seed of the run, to be read, typed or drawn.
class SeedField : public QWidget {
    Q_OBJECT

public:
    /// With the action "newSeed".
    explicit SeedField(Actions& actions, QWidget* parent = nullptr);

    void setSettings(const Settings& settings);
    void draw();
    /// In the colors of now.
    void refreshIcon();

Q_SIGNALS:
    /// A run is to begin with it.
    void chosen(std::int64_t seed);

private:
    void type();

    QLineEdit* m_field;
    QPushButton* m_draw;
    const Setting* m_row = nullptr;
    QString m_shown;
};

} // namespace gan
