#pragma once

#include "core/text.h"
#include "ui/export/export_choice.h"

#include <QDialog>
#include <QImage>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QSettings;

namespace gan {

class ExportPlace;
class PictureFields;
class PicturePreview;

/// Asks what to take away, as which picture, and where to. It stays open beside the window; others carry the
/// order out and tell it what came of it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    using Plots = ExportChoice::Plots;

    /// What the dialog asks of the run on the screen.
    struct Source {
        /// What the names of its files begin with, at the iteration of now.
        std::function<QString()> stem = [] { return QStringLiteral("run"); };
        /// Why an order would replace something that it must be asked for; nothing when it would not.
        std::function<std::optional<Text>(const ExportOrder&)> conflict = [](const ExportOrder&) {
            return std::optional<Text>();
        };
        /// What an order would write, so small that it fits into the size; null when it is no picture.
        std::function<QImage(const ExportOrder&, QSize)> preview = [](const ExportOrder&, QSize) {
            return QImage();
        };
    };

    /// `settings` remembers the options and the folder of the last order, and must outlive the dialog. One
    /// that cannot be written, or null, only forgets.
    ExportDialog(const Plots& plots, QSettings* settings, Source source, QWidget* parent = nullptr);

    /// Another experiment has other plots.
    void setPlots(const Plots& plots);
    /// Turns to one plot, or to something else.
    void choosePlot(const QString& id);
    void choose(ExportOrder::What what);

    ExportOrder order() const;

    /// What went wrong.
    void tell(const Text& problem);
    /// How far it is, or where the files went.
    void say(const QString& sentence);
    QString message() const;

protected:
    void showEvent(QShowEvent* event) override;

Q_SIGNALS:
    void exportRequested(const gan::ExportOrder& order);

private:
    void makeFields();
    void makeButtons();
    void layOut();
    void connectFields();
    void followWhat();
    void followFormat();
    void followPicture();
    void showPreview();
    void request();
    void replace();
    void suggestName();
    QString suffix() const;
    void showMessage(const QString& text, bool problem);
    void remember() const;
    void recall();

    QSettings* const m_settings;
    const Source m_source;
    ExportChoice* m_what;
    PictureFields* m_picture;
    PicturePreview* m_preview;
    QLabel* m_result;
    ExportPlace* m_place;
    QPushButton *m_export, *m_replace, *m_close;
    QLabel* m_message;
};

} // namespace gan
