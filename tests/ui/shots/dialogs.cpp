#include "ui/common/confirmdialog.h"
#include "ui/sandbox/choicesdialog.h"
#include "ui/sandbox/invitedialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shotscreens.h"

#include <QDialog>
#include <QTableView>

// Dialogs that belong to no screen's own file.
namespace poolscope::ui {

namespace {

using Kept = std::vector<std::shared_ptr<void>>;

// Stays for as long as the picture needs it.
std::unique_ptr<QWidget> standing(std::unique_ptr<QWidget> dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

std::shared_ptr<ScreenBench> sandboxBench(Kept &keep)
{
    auto bench = std::make_shared<ScreenBench>(ScreenBench::Service::Sandbox);
    keep.push_back(bench);
    bench->access().loadSettings();
    waitForSettings(*bench);
    return bench;
}

std::unique_ptr<QWidget> makeChoices(Kept &keep)
{
    const auto bench = sandboxBench(keep);
    must(bench->sandbox().choose(QStringLiteral("check-signatures"), QStringLiteral("verified")).has_value(),
         "The choice was refused.");
    return standing(std::make_unique<ChoicesDialog>(bench->sandbox()));
}

void addChoices(ShotList &list)
{
    list.add({QStringLiteral("dialog-choices"), QSize(860, 620), makeChoices});
    list.add({QStringLiteral("dialog-choices-without-effect"), QSize(640, 520), makeChoices, [](QWidget *dialog) {
                  part<QTableView>(dialog, QStringLiteral("choices.table"))->selectRow(20);
                  click(dialog, QStringLiteral("choices.withoutEffect"));
                  waitFor(dialog, QStringLiteral("choices.withoutEffectList"));
              }});
}

void addInvitations(ShotList &list)
{
    list.add({QStringLiteral("dialog-invite"), QSize(520, 160),
              [](Kept &keep) { return standing(std::make_unique<InviteDialog>(sandboxBench(keep)->workspace())); }});
    list.add({QStringLiteral("dialog-invite-error"), QSize(560, 320),
              [](Kept &keep) {
                  const auto bench = sandboxBench(keep);
                  addUser(*bench, sunny, rightPassword);
                  return standing(std::make_unique<InviteDialog>(bench->workspace()));
              },
              [](QWidget *dialog) {
                  fill(dialog, QStringLiteral("invite.username"), sunny);
                  click(dialog, QStringLiteral("invite.send"));
                  waitForCallout(dialog);
                  dialog->adjustSize();
              }});
}

std::unique_ptr<QWidget> confirmation(Kept &keep, const Confirmation &question)
{
    auto parent = std::make_shared<QWidget>();
    keep.push_back(parent);
    return standing(std::unique_ptr<QWidget>(askToConfirm(parent.get(), question, [] {})));
}

void addConfirmDialogs(ShotList &list)
{
    list.add({QStringLiteral("dialog-confirm"), QSize(420, 180), [](Kept &keep) {
                  return confirmation(keep, {.title = QStringLiteral("Delete the user sunny@example.com?"),
                                             .text = QStringLiteral("The user is deleted from the sandbox with all "
                                                                    "that belongs to them. This cannot be undone."),
                                             .verb = QStringLiteral("Delete user"),
                                             .typedName = {}});
              }});
    list.add({QStringLiteral("dialog-confirm-name"), QSize(420, 220), [](Kept &keep) {
                  return confirmation(keep, {.title = QStringLiteral("Delete the connection acme-prod?"),
                                             .text = QStringLiteral("Whoever is signed in there is forgotten here."),
                                             .verb = QStringLiteral("Delete connection"),
                                             .typedName = QStringLiteral("acme-prod")});
              }});
}

} // namespace

void addShots_dialogs(ShotList &list)
{
    addChoices(list);
    addInvitations(list);
    addConfirmDialogs(list);
    list.add({QStringLiteral("dialog-shortcuts"), QSize(460, 480), [](Kept &keep) {
                  auto window = std::make_shared<MainWindow>(MainWindow::Parts());
                  keep.push_back(window);
                  return standing(std::make_unique<ShortcutsDialog>(window->commands()));
              }});
}

} // namespace poolscope::ui
