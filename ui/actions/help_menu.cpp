#include "ui/actions/help_menu.h"

#include "core/device.h"
#include "core/session/training_session.h"
#include "ui/actions/actions.h"
#include "ui/dialogs/keys_page.h"
#include "ui/dialogs/terms_page.h"
#include "ui/editors/control_panel.h"
#include "ui/pages/experiment_page.h"
#include "ui/pages/plot_sheet.h"
#include "ui/plots/plot_view.h"
#include "ui/text/text.h"
#include "ui/window/introduction.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QWhatsThis>

namespace gan {

namespace {

template <class Page>
void showPage(Page* page)
{
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->show();
}

} // namespace

HelpMenu::HelpMenu(QMainWindow& window, Actions& actions, const TrainingSession& session,
                   std::function<ExperimentPage&()> page)
    : QObject(&window)
    , m_window(window)
    , m_session(session)
    , m_page(std::move(page))
{
    QMenu* menu = window.menuBar()->addMenu(tr("&Help"));
    const auto add = [&](ActionSpec spec) { menu->addAction(actions.add(std::move(spec))); };
    add({"help",
         tr("&What is this?"),
         tr("Press it, then click on anything to read about it. Shift+F1 does the same for what has the "
            "focus."),
         {},
         [] { QWhatsThis::enterWhatsThisMode(); }});
    add({"keys", tr("&Keys"), tr("All keys, and what they do."), {Qt::Key_F1}, [this] { showKeys(); }});
    add({"terms", tr("&Terms"), tr("What the words on the screen mean."), {}, [this] { showTerms(); }});
    add({"introduction",
         tr("&Introduction"),
         tr("Three cards that show the most important controls."),
         {},
         [this] { introduce(); }});
    add({"about", tr("&About GAN Explorer"), tr("Version, license and LibTorch."), {}, [this] {
             showAbout();
         }});
}

void HelpMenu::showKeys()
{
    showPage(new KeysPage(*m_window.menuBar(), &m_window));
}

void HelpMenu::showTerms()
{
    showPage(new TermsPage(&m_window));
}

void HelpMenu::introduce()
{
    delete m_window.findChild<Introduction*>();
    const auto named = [this](const char* name) {
        return [this, name]() -> QWidget* { return m_window.findChild<QWidget*>(QLatin1String(name)); };
    };
    const std::vector<Introduction::Card> cards = {
        {tr("Two networks learn"),
         tr("The generator G makes values from noise, and the discriminator D says which are real. Each "
            "learns "
            "from the other. Run lets them learn, and pauses them again; the Space key does the same."),
         named("run")},
        {tr("Choose a story, change a setting"),
         tr("Each entry of this list is a story with its own settings: choose one, and its run begins at "
            "once. "
            "The sliders below change a run while it goes on."),
         [this]() -> QWidget* { return m_page().controls().findChild<QWidget*>(QStringLiteral("presets")); }},
        {tr("See what becomes of it"),
         tr("What G makes should come to be like the real data: this plot shows both. Rest the mouse on "
            "anything "
            "to read what it is. The Help menu explains all terms and keys."),
         [this]() -> QWidget* { return m_page().plots().plots().front(); }}};
    auto* introduction = new Introduction(cards, &m_window);
    introduction->floatOver(&m_page().plots(), Qt::BottomEdge);
}

void HelpMenu::showAbout()
{
    auto* box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About GAN Explorer"));
    box->setText(tr("GAN Explorer %1").arg(QStringLiteral(GAN_VERSION)));
    const auto record = m_session.current().record();
    const QString library = QString::fromStdString(libraryText(record->library(), record->devices()));
    box->setInformativeText(
        tr("Watch a generative adversarial network learn. Free software under the GNU General Public "
           "License, version 3 or later.") +
        QStringLiteral("\n\n") +
        (record->devices().empty() ? tr("LibTorch is not loaded yet.")
                                   : tr("Computed with %1.").arg(library)));
    box->setModal(false);
    box->show();
}

} // namespace gan
