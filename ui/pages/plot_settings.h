#pragma once

#include "core/settings/settings.h"

#include <QWidget>

#include <vector>

namespace gan {

class SettingEditor;
struct Experiment;

/// Controls of View settings, to stand beside the plot that they move.
class PlotSettings : public QWidget {
    Q_OBJECT

public:
    PlotSettings(const Experiment& experiment, const std::vector<const char*>& keys,
                 QWidget* parent = nullptr);

    /// Shows these and emits nothing.
    void setSettings(const Settings& settings);

Q_SIGNALS:
    /// By hand.
    void edited(const QString& key, const gan::SettingValue& value);

private:
    std::vector<SettingEditor*> m_editors;
};

} // namespace gan
