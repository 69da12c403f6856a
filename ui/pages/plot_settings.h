#pragma once

#include "core/view.h"

#include <QWidget>

#include <vector>

namespace gan {

class SettingEditor;

/// Controls for rows of a View, to stand beside the plot that they change.
class PlotSettings : public QWidget {
    Q_OBJECT

public:
    /// Throws Error when the view has no such row.
    PlotSettings(const View& view, const std::vector<const char*>& keys, QWidget* parent = nullptr);
    ~PlotSettings() override;

    /// Shows these values and emits nothing.
    void setView(const View& view);

Q_SIGNALS:
    /// By hand.
    void edited(const QString& key, const gan::SettingValue& value);

private:
    std::vector<SettingEditor*> m_editors;
};

} // namespace gan
