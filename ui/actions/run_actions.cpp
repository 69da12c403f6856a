#include "ui/actions/run_actions.h"

#include "ui/actions/actions.h"
#include "ui/panels/top_bar.h"

#include <QMenu>

namespace gan {

namespace {

std::vector<ActionSpec> stepActions(const RunCommands& commands)
{
    const auto steps = [&](Networks networks) {
        return [step = commands.step, networks] { step(networks); };
    };
    return {
        {"run",
         TopBar::tr("&Run or pause"),
         TopBar::tr(
             "Runs the training, or pauses it after the iteration that it is at. While it is paused, all "
             "plots show exactly that iteration."),
         {Qt::Key_Space, Qt::Key_F5},
         commands.runOrPause},
        {"step",
         TopBar::tr("&Step"),
         TopBar::tr("One iteration: D learns, then G, as often as the settings say. Pauses first if the run "
                    "is going."),
         {Qt::Key_Right, Qt::Key_F10},
         steps(Networks::Both),
         true},
        {"dOnly",
         TopBar::tr("&D only"),
         TopBar::tr("One iteration in which only the discriminator learns and the generator is frozen. Watch "
                    "D pull real and generated apart."),
         {Qt::Key_D},
         steps(Networks::DiscriminatorOnly)},
        {"gOnly",
         TopBar::tr("&G only"),
         TopBar::tr("One iteration in which only the generator learns and the discriminator is frozen. Watch "
                    "generated values move to where D says real."),
         {Qt::Key_G},
         steps(Networks::GeneratorOnly)}};
}

std::vector<ActionSpec> beginActions(const RunCommands& commands)
{
    return {{"reset",
             TopBar::tr("R&eset"),
             TopBar::tr(
                 "Back to iteration 0 with the same seed, so with the same first weights. The run that ends "
                 "can be brought back with Undo (Ctrl+Z)."),
             {Qt::CTRL | Qt::Key_R},
             commands.reset},
            {"newSeed",
             TopBar::tr("&New seed"),
             TopBar::tr(
                 "Begins a run with a new seed, drawn at random. The run that ends can be brought back with "
                 "Undo (Ctrl+Z)."),
             {Qt::CTRL | Qt::SHIFT | Qt::Key_R},
             commands.newSeed}};
}

} // namespace

void addRunActions(Actions& actions, const RunCommands& commands, QMenu& menu)
{
    menu.setToolTipsVisible(true);
    for (const ActionSpec& spec : stepActions(commands))
        menu.addAction(actions.add(spec));
    menu.addSeparator();
    for (const ActionSpec& spec : beginActions(commands))
        menu.addAction(actions.add(spec));
}

void updateRunActions(Actions& actions, SessionState state)
{
    const QString stopped =
        state == SessionState::Failed
            ? TopBar::tr("This run has stopped, because a number in it is no longer finite. "
                         "Press Reset to begin again.")
            : QString();
    for (const char* id : {"run", "step", "dOnly", "gOnly"})
        actions.setRefusal(QString::fromLatin1(id), stopped);
}

} // namespace gan
