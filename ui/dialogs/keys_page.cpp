#include "ui/dialogs/keys_page.h"

#include "ui/style/theme_size.h"
#include "ui/text/text.h"
#include "ui/widgets/scroll_column.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>

namespace gan {

namespace {

using Keys = std::vector<std::pair<QString, QString>>;

/// Without what only a menu shows.
QString plainName(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QChar(0x2026));
}

Keys focusKeys()
{
    return {
        {KeysPage::tr("Tab, Shift+Tab"), KeysPage::tr("next control, previous control")},
        {KeysPage::tr("Enter"),
         KeysPage::tr("press the button, tick the box or open the list that has the focus")},
        {KeysPage::tr("Shift+F1"), KeysPage::tr("what is this: explain what has the focus")},
        {KeysPage::tr("Up, Down, Page Up, Page Down"),
         KeysPage::tr("move the slider that has the focus, or choose in the list")},
        {KeysPage::tr("Menu, Shift+F10"), KeysPage::tr("menu of the plot that has the focus")},
    };
}

Keys plotKeys()
{
    return {
        {KeysPage::tr("Shift+Arrow"), KeysPage::tr("move what is shown")},
        {KeysPage::tr("+, -"), KeysPage::tr("closer, further away")},
        {KeysPage::tr("Page Up, Page Down"),
         KeysPage::tr("the same for the upright axis, with Shift for the other")},
        {KeysPage::tr("0"), KeysPage::tr("back to all")},
        {KeysPage::tr("F"), KeysPage::tr("follow the newest")},
        {KeysPage::tr("L, Shift+L"), KeysPage::tr("logarithmic values, logarithmic iterations")},
        {KeysPage::tr("Ctrl+Left, Ctrl+Right"), KeysPage::tr("read the values at an iteration")},
        {KeysPage::tr("M, Enter"), KeysPage::tr("make it large, all plots again")},
        {KeysPage::tr("Escape"), KeysPage::tr("all plots again; put the read-out away")},
    };
}

/// Every entry of a menu that has a key.
Keys keysOf(const QMenu& menu)
{
    Keys keys;
    for (const QAction* action : menu.actions()) {
        QStringList names;
        for (const QKeySequence& key : action->shortcuts())
            names += key.toString(QKeySequence::NativeText);
        if (!names.isEmpty())
            keys.emplace_back(names.join(QLatin1String(", ")), plainName(action->text()));
    }
    return keys;
}

void addSection(QGridLayout& grid, const QString& title, const Keys& keys)
{
    auto* heading = new QLabel(title);
    setThemeSize(heading, ThemeSize::StrongText, 13);
    grid.addWidget(heading, grid.rowCount(), 0, 1, 2);
    for (const auto& [key, meaning] : keys) {
        const int row = grid.rowCount();
        auto* name = new QLabel(key);
        name->setForegroundRole(QPalette::PlaceholderText);
        grid.addWidget(name, row, 0);
        grid.addWidget(new QLabel(meaning), row, 1);
    }
    grid.setRowMinimumHeight(grid.rowCount(), 8);
}

} // namespace

KeysPage::KeysPage(const QMenuBar& menus, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setHorizontalSpacing(28);
    grid->setColumnStretch(1, 1);
    for (const QAction* top : menus.actions())
        if (const Keys keys = top->menu() ? keysOf(*top->menu()) : Keys(); !keys.empty())
            addSection(*grid, plainName(top->text()), keys);
    addSection(*grid, tr("What has the focus"), focusKeys());
    addSection(*grid, tr("In a plot that has the focus"), plotKeys());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* box = new QVBoxLayout(this);
    box->addWidget(new ScrollColumn(content), 1);
    box->addWidget(buttons);
    resize(scaled(520), scaled(600));
}

} // namespace gan
