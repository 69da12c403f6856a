#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace gan {

/// A heading that opens and closes what stands below it.
class CollapsibleGroup : public QWidget {
    Q_OBJECT

public:
    explicit CollapsibleGroup(const QString& title, QWidget* parent = nullptr);

    void add(QWidget* widget);
    void setOpen(bool open);
    bool isOpen() const;

    /// As wide as when it is open.
    QSize minimumSizeHint() const override;

private:
    QToolButton* m_heading;
    QWidget* m_content;
    QVBoxLayout* m_rows;
};

} // namespace gan
