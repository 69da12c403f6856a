#pragma once

#include "ui/export/export_order.h"

#include <QComboBox>

#include <utility>
#include <vector>

namespace gan {

/// What an export takes away: one of the plots, or something else.
class ExportChoice : public QComboBox {
    Q_OBJECT

public:
    /// Ids and titles of plots, in their order on the screen.
    using Plots = std::vector<std::pair<QString, QString>>;

    explicit ExportChoice(QWidget* parent = nullptr);

    /// What was chosen stays chosen where it is still there. Emits nothing.
    void setPlots(const Plots& plots);
    void choose(ExportOrder::What what, const QString& plotId = {});
    ExportOrder::What what() const;
    /// Empty when it is no plot.
    QString plotId() const;
};

} // namespace gan
