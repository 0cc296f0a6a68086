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
        const QString code = newestMessage(bench, sunny).code;
        expireNewestMessage(bench, sunny);
        enterCode(window, code);
        waitForCallout(window);
    });
    addSignUp(list, QStringLiteral("another-user"), [](ScreenBench &, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
        click(window, QStringLiteral("confirm.changeUser"));
        waitFor(window, QStringLiteral("confirm.username"));
    });
    addNarrow(list, QStringLiteral("mailbox"), [](ScreenBench &bench, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
        newestMessage(bench, sunny);
        enterCode(window, QStringLiteral("000000"));
        waitForCallout(window);
        waitFor(window, QStringLiteral("messageCard"));
    });
    addNarrow(list, QStringLiteral("long"), [](ScreenBench &bench, QWidget *window) {
        signUp(window, longAddress);
        waitFor(window, QStringLiteral("confirm.code"));
        newestMessage(bench, longAddress);
        waitFor(window, QStringLiteral("messageCard"));
    });
}

void addScripted(ShotList &list, const QString &id, const Prepare &prepare)
{
    ScreenShot shot = signUpShot(id, prepare);
    shot.service = ScreenBench::Service::Scripted;
    addScreen(list, shot);
}

void addAtPreset(ShotList &list, const QString &id, const QString &preset, const Prepare &prepare)
{
    ScreenShot shot = signUpShot(id, prepare);
    shot.before = [preset](ScreenBench &bench) { must(bench.openPreset(preset), "The pool was not made."); };
    addScreen(list, shot);
}

// On the way, and leaving it.
void addSignUpSteps(ShotList &list)
{
    addScripted(list, QStringLiteral("busy"), [](ScreenBench &bench, QWidget *window) {
        bench.server().addSilence();
        signUp(window);
        waitFor(window, QStringLiteral("signup.cancel"));
    });
    addScripted(list, QStringLiteral("network-error"), [](ScreenBench &bench, QWidget *window) {
        bench.server().stop();
        signUp(window);
        waitForCallout(window);
    });
    addSignUp(list, QStringLiteral("later"), [](ScreenBench &, QWidget *window) {
        signUp(window);
        click(window, QStringLiteral("confirm.later"));
        waitFor(window, QStringLiteral("calloutAction.confirmNow"));
    });
    addSignUp(list, QStringLiteral("confirm-existing"), [](ScreenBench &, QWidget *window) {
        fill(window, QStringLiteral("signup.username"), sunny);
        click(window, QStringLiteral("signup.confirmExisting"));
        waitFor(window, QStringLiteral("confirm.code"));
    });
    addAtPreset(list, QStringLiteral("sms"), QStringLiteral("phone"), [](ScreenBench &, QWidget *window) {
        signUp(window, QStringLiteral("+14155550123"));
        waitFor(window, QStringLiteral("confirm.code"));
    });
    addAtPreset(list, QStringLiteral("no-code"), QStringLiteral("alias"), [](ScreenBench &, QWidget *window) {
        signUp(window, QStringLiteral("sunny")); // the e-mail address is optional
        waitFor(window, QStringLiteral("confirm.code"));
    });
    addSignUp(list, QStringLiteral("confirmed-only"), [](ScreenBench &bench, QWidget *window) {
        must(bench
                 .call(idp::SignUpRequest{.clientId = bench.access().clientId(),
                                          .username = sunny,
                                          .password = rightPassword,
                                          .userAttributes = {{{.name = QStringLiteral("email"), .value = sunny}}}})
                 .has_value(),
             "Nobody was signed up.");
        fill(window, QStringLiteral("signup.username"), sunny);
        click(window, QStringLiteral("signup.confirmExisting"));
        waitFor(window, QStringLiteral("confirm.code"));
        enterCode(window, newestMessage(bench, sunny).code);
        waitFor(window, QStringLiteral("done.signIn"));
    });
    addAtPreset(list, QStringLiteral("invitation-only"), QStringLiteral("invitation"),
                [](ScreenBench &, QWidget *window) {
                    signUp(window);
                    waitForCallout(window);
                });
    addAtPreset(list, QStringLiteral("required"), QStringLiteral("required"), [](ScreenBench &, QWidget *window) {
        fill(window, QStringLiteral("attribute.birthdate"), QStringLiteral("yesterday"));
        signUp(window);
        waitFor(window, QStringLiteral("calloutAction.sendAnyway"));
    });
}

} // namespace

void addShots_signup(ShotList &list)
{
    addSignUpSteps(list);
    addConfirmations(list);
    addSignUp(list, QStringLiteral("empty"),
              [](ScreenBench &, QWidget *window) { waitFor(window, QStringLiteral("signup.username")); });
    addSignUp(list, QStringLiteral("filling"), [](ScreenBench &, QWidget *window) {
        fill(window, QStringLiteral("signup.username"), sunny);
        fill(window, QStringLiteral("signup.password"), QStringLiteral("Summer"));
        part<QWidget>(window, QStringLiteral("signup.password"))->setFocus();
        part<QAbstractButton>(window, QStringLiteral("signup.advanced"))->setChecked(true);
        QTest::qWait(200); // the strength follows the typing
    });
    addSignUp(list, QStringLiteral("error"), [](ScreenBench &bench, QWidget *window) {
        addUser(bench, sunny, rightPassword);
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
        const QString first = newestMessage(bench, sunny).code;
        click(window, QStringLiteral("confirm.resend"));
        waitUntil([&] { return bench.newestMessage(sunny).code != first; }, "No second code came.");
        const auto *submit = part<QAbstractButton>(window, QStringLiteral("confirm.submit"));
        waitUntil([&] { return submit->isEnabled(); }, "The sending did not end.");
        enterCode(window, first);
        waitForCallout(window);
    });
    addSignUp(list, QStringLiteral("done"), [](ScreenBench &bench, QWidget *window) {
        signUp(window);
        waitFor(window, QStringLiteral("confirm.code"));
        enterCode(window, newestMessage(bench, sunny).code);
        waitFor(window, QStringLiteral("done.tokens"));
    });
}

} // namespace poolscope::ui
