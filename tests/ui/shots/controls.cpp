#include "app/sandboxnotices.h"
#include "support/signingkeys.h"
#include "ui/keyboard.h"
#include "ui/sandbox/clockdialog.h"
#include "ui/sandbox/faultdialog.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shotscreens.h"

#include <QAction>
#include <QComboBox>
#include <QListWidget>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

namespace poolscope::ui {

namespace {

constexpr qint64 shownOffsetMs = 183'600'000; // 2 days, 3 hours

// As in the program, where the notice stands above every page.
void turn(ScreenBench &bench, QWidget *window)
{
    auto *notices = new SandboxNotices(bench.sandbox(), *qobject_cast<MainWindow *>(window)->banners(), window);
    notices->setShown(true);
    (void)bench.sandbox().setClockOffset(shownOffsetMs);
    bench.sandbox().addFault({.kind = sandbox::Fault::Kind::TooManyRequests,
                              .operations = {QStringLiteral("SignUp"), QStringLiteral("InitiateAuth")},
                              .times = 3});
    bench.sandbox().addFault(
        {.kind = sandbox::Fault::Kind::Delay, .delayMs = 2000, .operations = {QStringLiteral("ConfirmSignUp")}});
    waitFor(window, QStringLiteral("sandbox.faultsOn"));
    QTest::qWait(400);
}

void chooseUser(ScreenBench &bench, QWidget *window)
{
    bench.addUser(sunny, rightPassword);
    bench.signIn(sunny, rightPassword);
    click(window, QStringLiteral("users.reload"));
    QTest::qWait(400);
    find<QTableView>(window, QStringLiteral("users.table"))->selectRow(0);
    QTest::qWait(200);
}

ScreenShot controlsShot(const QString &state, const ScreenShot::Prepare &prepare)
{
    return {.id = QStringLiteral("sandboxusers-") + state,
            .page = [](ScreenBench &bench,
                       QWidget *parent) { return new SandboxPage(bench.workspace(), bench.sandbox(), parent); },
            .prepare = prepare};
}

// A sandbox that does not run holds what the dialog turns all the same.
template<class Dialog>
void addDialog(ShotList &list, const QString &id, const QSize &size, const std::function<void(QWidget *)> &prepare = {})
{
    list.add({QStringLiteral("controls-") + id, size,
              [](auto &keep) -> std::unique_ptr<QWidget> {
                  auto sandbox = std::make_shared<sandbox::Sandbox>(
                      sandbox::Options{.makeKey = poolscope::tests::sharedSigningKey});
                  keep.push_back(sandbox);
                  auto dialog = std::make_unique<Dialog>(*sandbox);
                  dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                  return dialog;
              },
              prepare});
}

void chooseOperations(QWidget *dialog)
{
    find<QComboBox>(dialog, QStringLiteral("fault.scope"))->setCurrentIndex(1);
    find<QListWidget>(dialog, QStringLiteral("fault.operations"))->item(2)->setCheckState(Qt::Checked);
}

} // namespace

void addShots_controls(ShotList &list)
{
    addScreen(list, controlsShot(QStringLiteral("turned"), [](ScreenBench &bench, QWidget *window) {
                  chooseUser(bench, window);
                  turn(bench, window);
              }));
    addScreen(list, controlsShot(QStringLiteral("expired"), [](ScreenBench &bench, QWidget *window) {
                  chooseUser(bench, window);
                  window->findChild<QAction *>(QStringLiteral("users.expire.refreshTokens"))->trigger();
                  QTest::qWait(400);
              }));
    ScreenShot beside = controlsShot(QStringLiteral("turned-mailbox"), [](ScreenBench &bench, QWidget *window) {
        chooseUser(bench, window);
        turn(bench, window);
    });
    beside.size = smallScreen;
    beside.mailbox = true;
    addScreen(list, beside);

    addDialog<ClockDialog>(list, QStringLiteral("clock"), QSize(480, 300));
    addDialog<ClockDialog>(list, QStringLiteral("clock-refused"), QSize(480, 340), [](QWidget *dialog) {
        find<QSpinBox>(dialog, QStringLiteral("clock.amount"))->setValue(1'000'000);
        find<QComboBox>(dialog, QStringLiteral("clock.unit"))->setCurrentIndex(2);
        click(dialog, QStringLiteral("clock.move"));
    });
    addDialog<ClockDialog>(list, QStringLiteral("moment"), QSize(480, 300), [](QWidget *dialog) {
        auto *way = find<QComboBox>(dialog, QStringLiteral("clock.way"));
        way->setFocus();
        way->setCurrentIndex(2);
    });
    addDialog<FaultDialog>(list, QStringLiteral("fault"), QSize(520, 320));
    addDialog<FaultDialog>(list, QStringLiteral("fault-operations"), QSize(520, 320), chooseOperations);
    addDialog<FaultDialog>(list, QStringLiteral("fault-refused"), QSize(520, 320), [](QWidget *dialog) {
        find<QComboBox>(dialog, QStringLiteral("fault.scope"))->setCurrentIndex(1);
        click(dialog, QStringLiteral("fault.add"));
    });
}

} // namespace poolscope::ui
