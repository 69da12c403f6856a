#pragma once

#include <QDialog>

class QMenuBar;

namespace gan {

/// All keys on one page. Those of the menus are read from the menus themselves.
class KeysPage : public QDialog {
    Q_OBJECT

public:
    explicit KeysPage(const QMenuBar& menus, QWidget* parent = nullptr);
};

} // namespace gan
