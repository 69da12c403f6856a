#pragma once

#include "core/run.h"
#include "ui/style/theme.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace gan {

/// Up to three earlier runs, whose curves stay pale behind those of the present one: what was different, and
/// buttons to pin, hide and remove each. It decides which run leaves when another comes.
class ComparisonPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMost = 3;

    ComparisonPanel(const Theme& theme, const Run& present, QWidget* parent = nullptr);

    /// Takes a run in and says its number, 1 to kMost; the oldest one that is not pinned makes room. 0: all
    /// are pinned, so it is not kept.
    int keep(std::uint64_t runId, const Run& run);
    /// It is on its way again, or nobody wants it any more. Emits removed() when it was there.
    void remove(std::uint64_t runId);
    /// What the differences are told against.
    void setPresent(const Run& run);
    void setTheme(const Theme& theme);

Q_SIGNALS:
    void removed(std::uint64_t runId);
    void visibilityChanged(std::uint64_t runId, bool visible);

private:
    struct Earlier {
        std::uint64_t runId;
        int number;
        Run run;
        bool pinned = false;
        bool visible = true;
    };

    int freeNumber();
    Earlier* find(std::uint64_t runId);
    void refresh();
    QWidget* makeRow(const Earlier& earlier);
    void addButtons(QHBoxLayout& row, const Earlier& earlier);
    QString differences(const Run& run) const;

    Theme m_theme;
    std::vector<Earlier> m_earlier; ///< the oldest first
    Run m_present;
    QVBoxLayout* m_rows;
    std::vector<QWidget*> m_made; ///< one for each earlier run
};

} // namespace gan
