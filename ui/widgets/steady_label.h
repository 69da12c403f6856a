#pragma once

#include <QLabel>
#include <QStringList>

namespace gan {

/// A label of one line that is always as wide as the longest of some texts, whatever it says now, so that
/// nothing beside it moves when its text changes. What is still too long ends in "…", with all of it as
/// tooltip.
class SteadyLabel : public QLabel {
    Q_OBJECT

public:
    /// Without texts it takes what width there is.
    explicit SteadyLabel(const QStringList& longest = {}, QWidget* parent = nullptr);

    /// Other texts than those that it was made with.
    void setLongest(const QStringList& longest);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isCut() const;

    QStringList m_longest;
};

} // namespace gan
