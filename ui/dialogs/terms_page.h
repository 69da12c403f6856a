#pragma once

#include <QDialog>

class QTextBrowser;

namespace gan {

/// What the words of the screen mean, all on one page; a field above it finds some of them.
class TermsPage : public QDialog {
    Q_OBJECT

public:
    explicit TermsPage(QWidget* parent = nullptr);

private:
    void fill(const QString& part);

    QTextBrowser* m_text;
};

} // namespace gan
