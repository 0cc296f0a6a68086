#include "ui/keyboard.h"
#include "ui/shotscreens.h"
#include "ui/signup/signuppage.h"

#include <QAbstractButton>
#include <QTest>

namespace poolscope::ui {

namespace {

using Prepare = ScreenShot::Prepare;

void signUp(QWidget *window, const QString &user = sunny)
{
    fill(window, QStringLiteral("signup.username"), user);
    fill(window, QStringLiteral("signup.password"), rightPassword);
    click(window, QStringLiteral("signup.submit"));
}

ScreenShot signUpShot(const QString &id, const Prepare &prepare)
{
    return {.id = QStringLiteral("signup-") + id,
            .page = [](ScreenBench &bench, QWidget *parent) { return new SignUpPage(bench.workspace(), parent); },
            .prepare = prepare};
}

void addSignUp(ShotList &list, const QString &id, const Prepare &prepare)
{
    addScreen(list, signUpShot(id, prepare));
}

// Beside the mailbox, on a small screen.
void addNarrow(ShotList &list, const QString &id, const Prepare &prepare)
{
    ScreenShot shot = signUpShot(id, prepare);
    shot.size = smallScreen;
    shot.mailbox = true;
    addScreen(list, shot);
}

void enterCode(QWidget *window, const QString &code)
{
    fill(window, QStringLiteral("confirm.code"), code);
    click(window, QStringLiteral("confirm.submit"));
}

void addConfirmations(ShotList &list)
{
    addSignUp(list, QStringLiteral("expired-code"), [](ScreenBench &bench, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
        const QString code = bench.newestMessage(sunny).code;
        expireNewestMessage(bench, sunny);
        enterCode(window, code);
        waitForCallout(window);
    });
    addSignUp(list, QStringLiteral("another-user"), [](ScreenBench &, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
        click(window, QStringLiteral("confirm.changeUser"));
    });
    addNarrow(list, QStringLiteral("mailbox"), [](ScreenBench &bench, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
        bench.newestMessage(sunny);
        enterCode(window, QStringLiteral("000000"));
        waitForCallout(window);
        QTest::qWait(200);
    });
    addNarrow(list, QStringLiteral("long"), [](ScreenBench &bench, QWidget *window) {
        signUp(window, longAddress);
        waitFor(window, QStringLiteral("confirm.code"));
        bench.newestMessage(longAddress);
        QTest::qWait(200);
    });
}

} // namespace

void addShots_signup(ShotList &list)
{
    addConfirmations(list);
    addSignUp(list, QStringLiteral("empty"), [](ScreenBench &, QWidget *) {});
    addSignUp(list, QStringLiteral("filling"), [](ScreenBench &, QWidget *window) {
        fill(window, QStringLiteral("signup.username"), sunny);
        fill(window, QStringLiteral("signup.password"), QStringLiteral("Summer"));
        find(window, QStringLiteral("signup.password"))->setFocus();
        if (auto *advanced = find<QAbstractButton>(window, QStringLiteral("signup.advanced")))
            advanced->setChecked(true);
        QTest::qWait(200); // the strength follows the typing
    });
    addSignUp(list, QStringLiteral("error"), [](ScreenBench &bench, QWidget *window) {
        bench.addUser(sunny, rightPassword);
        signUp(window);
        waitForCallout(window);
    });
    addSignUp(list, QStringLiteral("confirm"), [](ScreenBench &, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
    });
    addSignUp(list, QStringLiteral("wrong-code"), [](ScreenBench &, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
        enterCode(window, QStringLiteral("000000"));
        waitForCallout(window);
    });
    addSignUp(list, QStringLiteral("replaced-code"), [](ScreenBench &bench, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
        const QString first = bench.newestMessage(sunny).code;
        click(window, QStringLiteral("confirm.resend"));
        ScreenBench::wait([&] { return bench.newestMessage(sunny).code != first; });
        ScreenBench::wait([&] { return find(window, QStringLiteral("confirm.submit"))->isEnabled(); });
        enterCode(window, first);
        waitForCallout(window);
    });
    addSignUp(list, QStringLiteral("done"), [](ScreenBench &bench, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
        enterCode(window, bench.newestMessage(sunny).code);
        waitFor(window, QStringLiteral("done.tokens"));
    });
}

} // namespace poolscope::ui
