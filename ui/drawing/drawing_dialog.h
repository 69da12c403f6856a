#pragma once

#include "core/data/point_list.h"

#include <QDialog>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace gan {

class DrawingCanvas;

/// Where the points of a drawn distribution are painted. Not modal: the run goes on meanwhile, and nothing
/// changes before "Use these points".
class DrawingDialog : public QDialog {
    Q_OBJECT

public:
    explicit DrawingDialog(const PointList& points, QWidget* parent = nullptr);

Q_SIGNALS:
    /// By hand, at the end.
    void drawn(const gan::PointList& points);

private:
    QWidget* makeTools();
    QWidget* makeEraser();
    void addButtons(QVBoxLayout& box);
    QPushButton* addButton(QVBoxLayout& box, const char* name, const QString& text, const QString& help,
                           const std::function<void()>& act);
    void askForFile();
    void askWhereToSave();
    void open(const QString& path);
    void save(const QString& path);
    void showCount();

    DrawingCanvas* m_canvas;
    QLabel* m_count;
    QPushButton *m_undo, *m_clear, *m_save, *m_use;
};

} // namespace gan
