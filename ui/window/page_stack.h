#pragma once

#include "core/session/run_record.h"

#include <QStackedWidget>

#include <map>
#include <memory>

namespace gan {

class ExperimentPage;
struct Theme;

/// The pages of a window, one for each experiment that was shown; a page is made when it is first asked for
/// and stays as it is while another is shown.
class PageStack : public QStackedWidget {
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    /// The one that is shown; there is none before the first turnTo().
    ExperimentPage& shown() const { return *m_shown; }
    /// Null when it was never shown.
    const ExperimentPage* of(const Experiment& experiment) const;
    std::vector<ExperimentPage*> all() const;

    /// Shows the page of the record's experiment.
    void turnTo(const std::shared_ptr<const RunRecord>& record, const Theme& theme);

Q_SIGNALS:
    void made(gan::ExperimentPage& page);
    /// Another page is shown.
    void turned(gan::ExperimentPage& page);

private:
    std::map<const Experiment*, ExperimentPage*> m_pages;
    ExperimentPage* m_shown = nullptr;
};

} // namespace gan
