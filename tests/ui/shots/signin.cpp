#include "app/sandboxuserfacts.h"
#include "ui/common/callout.h"
#include "ui/shotscreens.h"
#include "ui/signin/signinpage.h"

#include <QComboBox>

namespace poolscope::ui {

namespace {

using Prepare = ScreenShot::Prepare;
using Service = ScreenBench::Service;

ScreenShot signInShot(const QString &id, Service service, const Prepare &prepare)
{
    return {.id = QStringLiteral("signin-") + id,
            .service = service,
            .page = [](ScreenBench &bench, QWidget *parent) { return new SignInPage(bench.workspace(), parent); },
            .prepare = prepare};
}

void addSignIn(ShotList &list, const QString &id, Service service, const Prepare &prepare)
{
    addScreen(list, signInShot(id, service, prepare));
}

void sendSignIn(QWidget *window, const QString &username, int flow)
{
    fill(window, QStringLiteral("signin.username"), username);
    fill(window, QStringLiteral("signin.password"), rightPassword);
    part<QComboBox>(window, QStringLiteral("signin.flow"))->setCurrentIndex(flow);
    click(window, QStringLiteral("signin.submit"));
}

Prepare challenged(const QByteArray &json, bool withParameters)
{
    return [json, withParameters](ScreenBench &bench, QWidget *window) {
        bench.answer(json);
        sendSignIn(window, sunny, 1);
        waitFor(window, QStringLiteral("challenge.submit"));
        if (withParameters) {
            click(window, QStringLiteral("challenge.parameters"));
            waitFor(window, QStringLiteral("challenge.parametersText"));
        }
    };
}

void askForCode(ScreenBench &bench, QWidget *window, const QString &user)
{
    addUser(bench, user, rightPassword);
    fill(window, QStringLiteral("signin.username"), user);
    click(window, QStringLiteral("signin.forgot"));
    click(window, QStringLiteral("reset.submit"));
    waitFor(window, QStringLiteral("reset.code"));
    newestMessage(bench, user);
}

void setPassword(QWidget *window, const QString &code)
{
    fill(window, QStringLiteral("reset.code"), code);
    fill(window, QStringLiteral("reset.password"), QStringLiteral("Another-horse-7"));
    click(window, QStringLiteral("reset.submit"));
    waitForCallout(window);
}

void addResets(ShotList &list)
{
    addSignIn(list, QStringLiteral("forgot"), Service::Sandbox, [](ScreenBench &, QWidget *window) {
        fill(window, QStringLiteral("signin.username"), sunny);
        click(window, QStringLiteral("signin.forgot"));
        waitFor(window, QStringLiteral("reset.submit"));
    });
    addSignIn(list, QStringLiteral("reset"), Service::Sandbox,
              [](ScreenBench &bench, QWidget *window) { askForCode(bench, window, sunny); });
    addSignIn(list, QStringLiteral("reset-wrong-code"), Service::Sandbox, [](ScreenBench &bench, QWidget *window) {
        askForCode(bench, window, sunny);
        setPassword(window, QStringLiteral("000000"));
    });
    addSignIn(list, QStringLiteral("reset-expired-code"), Service::Sandbox, [](ScreenBench &bench, QWidget *window) {
        askForCode(bench, window, sunny);
        const QString code = newestMessage(bench, sunny).code;
        expireNewestMessage(bench, sunny);
        setPassword(window, code);
    });
    ScreenShot narrow =
        signInShot(QStringLiteral("reset-long"), Service::Sandbox, [](ScreenBench &bench, QWidget *window) {
            askForCode(bench, window, longAddress);
            setPassword(window, QStringLiteral("000000"));
            waitFor(window, QStringLiteral("messageCard"));
        });
    narrow.size = smallScreen;
    narrow.mailbox = true;
    addScreen(list, narrow);
}

void lockOut(ScreenBench &bench, QWidget *window)
{
    addUser(bench, sunny, rightPassword);
    for (int i = 0; i < 8; ++i) {
        bench.call(
            idp::InitiateAuthRequest{.authFlow = QStringLiteral("USER_PASSWORD_AUTH"),
                                     .authParameters = QMap<QString, QString>{{QStringLiteral("USERNAME"), sunny},
                                                                              {QStringLiteral("PASSWORD"), sunny}},
                                     .clientId = bench.access().clientId()});
    }
    sendSignIn(window, sunny, 0);
    waitForCallout(window);
}

void addBetween(ShotList &list)
{
    addSignIn(list, QStringLiteral("busy"), Service::Scripted, [](ScreenBench &bench, QWidget *window) {
        bench.server().addSilence();
        sendSignIn(window, sunny, 1);
        waitFor(window, QStringLiteral("signin.cancel"));
    });
    addSignIn(list, QStringLiteral("code"), Service::Scripted,
              challenged("{'ChallengeName':'SMS_MFA','Session':'session-of-twenty-characters',"
                         "'ChallengeParameters':{'CODE_DELIVERY_DELIVERY_MEDIUM':'SMS',"
                         "'CODE_DELIVERY_DESTINATION':'+*******0123'}}",
                         false));
    addSignIn(list, QStringLiteral("expired-token"), Service::Scripted, [](ScreenBench &bench, QWidget *window) {
        bench.answer(signedInAnswer("sunny"));
        bench.server().addError("NotAuthorizedException", "Access Token has expired");
        sendSignIn(window, sunny, 1);
        waitUntil([&] { return bench.sessions().current() != nullptr; }, "Nobody was signed in.");
        bench.sessions().current()->signOutEverywhere();
        waitForCallout(window);
    });
}

const QByteArray newPasswordAsked = "{'ChallengeName':'NEW_PASSWORD_REQUIRED','Session':'session-of-twenty-characters',"
                                    "'ChallengeParameters':{'requiredAttributes':'[\\\"userAttributes.given_name\\\","
                                    "\\\"userAttributes.birthdate\\\"]','userAttributes':'{}'}}";

void addSignInChoices(ShotList &list)
{
    addSignIn(list, QStringLiteral("choose-way"), Service::Scripted,
              challenged("{'ChallengeName':'SELECT_CHALLENGE','Session':'session-of-twenty-characters',"
                         "'AvailableChallenges':['PASSWORD_SRP','EMAIL_OTP','WEB_AUTHN']}",
                         false));
    addSignIn(list, QStringLiteral("choose-factor"), Service::Scripted,
              challenged("{'ChallengeName':'SELECT_MFA_TYPE','Session':'session-of-twenty-characters',"
                         "'ChallengeParameters':{'MFAS_CAN_CHOOSE':'[\\\"SMS_MFA\\\",\\\"SOFTWARE_TOKEN_MFA\\\"]'}}",
                         false));
    addSignIn(list, QStringLiteral("passkey"), Service::Scripted,
              challenged("{'ChallengeName':'WEB_AUTHN','Session':'session-of-twenty-characters',"
                         "'ChallengeParameters':{'CREDENTIAL_REQUEST_OPTIONS':"
                         "'{\\\"challenge\\\":\\\"dGhpcyBpcyBub25zZW5zZQ\\\",\\\"timeout\\\":180000}'}}",
                         false));
}

void addSignInRefusals(ShotList &list)
{
    addSignIn(list, QStringLiteral("answers-missing"), Service::Scripted, [](ScreenBench &bench, QWidget *window) {
        challenged(newPasswordAsked, false)(bench, window);
        fill(window, QStringLiteral("challenge.NEW_PASSWORD"), QStringLiteral("Another-horse-7"));
        click(window, QStringLiteral("challenge.submit"));
        waitFor(window, QStringLiteral("challenge.userAttributes.given_name.error"));
    });
    addSignIn(list, QStringLiteral("attribute-refused"), Service::Scripted, [](ScreenBench &bench, QWidget *window) {
        challenged(newPasswordAsked, false)(bench, window);
        bench.server().addError("InvalidParameterException", "Invalid attributes given, birthdate is missing");
        fill(window, QStringLiteral("challenge.NEW_PASSWORD"), QStringLiteral("Another-horse-7"));
        fill(window, QStringLiteral("challenge.userAttributes.given_name"), QStringLiteral("Sunny"));
        fill(window, QStringLiteral("challenge.userAttributes.birthdate"), QStringLiteral("1990-12-31"));
        click(window, QStringLiteral("challenge.submit"));
        waitForCallout(window);
    });
}

void addNarrowSignIn(ShotList &list, const QString &id, const Prepare &prepare)
{
    ScreenShot narrow = signInShot(id + QStringLiteral("-narrow"), Service::Sandbox, prepare);
    narrow.size = ShotList::smallWindow;
    narrow.mailbox = true;
    addScreen(list, narrow);
}

void signInTwo(ScreenBench &bench, QWidget *)
{
    for (const QString &user : {sunny, QStringLiteral("rainy.day.with.a.long.name@example.com")}) {
        addUser(bench, user, rightPassword);
        signIn(bench, user, rightPassword);
    }
}

// As in the program, where the sandbox tells of its users.
Prepare refusedFor(const QString &name, const QString &password, const QString &guideId)
{
    return [=](ScreenBench &bench, QWidget *window) {
        const auto facts = std::make_shared<SandboxUserFacts>(bench.sandbox());
        QObject::connect(window, &QObject::destroyed, window, [facts] {}); // lives as long
        bench.workspace().setUserFacts(facts.get());
        addUser(bench, sunny, QStringLiteral("Another-horse-7"));
        fill(window, QStringLiteral("signin.username"), name);
        fill(window, QStringLiteral("signin.password"), password);
        click(window, QStringLiteral("signin.submit"));
        waitUntil([&] { return shownCallout(window) && shownCallout(window)->content().guideId == guideId; },
                  "It was not explained by what the sandbox tells.");
    };
}

void sendWrongPassword(ScreenBench &bench, QWidget *window)
{
    addUser(bench, sunny, QStringLiteral("Another-horse-7"));
    sendSignIn(window, sunny, 0);
    waitForCallout(window);
}

} // namespace

void addShots_signin(ShotList &list)
{
    addSignInChoices(list);
    addSignInRefusals(list);
    addBetween(list);
    addResets(list);
    addSignIn(list, QStringLiteral("locked-out"), Service::Sandbox, lockOut);
    addSignIn(list, QStringLiteral("empty"), Service::Sandbox,
              [](ScreenBench &, QWidget *window) { waitFor(window, QStringLiteral("signin.username")); });
    addSignIn(list, QStringLiteral("wrong-password"), Service::Sandbox, sendWrongPassword);
    addNarrowSignIn(list, QStringLiteral("wrong-password"), sendWrongPassword);
    addSignIn(list, QStringLiteral("nobody"), Service::Sandbox,
              refusedFor(QStringLiteral("suny@example.com"), rightPassword, QStringLiteral("incorrect-nobody")));
    addSignIn(list, QStringLiteral("wrong-password-told"), Service::Sandbox,
              refusedFor(sunny, rightPassword, QStringLiteral("incorrect-known")));
    addSignIn(list, QStringLiteral("new-password"), Service::Scripted, challenged(newPasswordAsked, false));
    addSignIn(list, QStringLiteral("unknown-challenge"), Service::Scripted,
              challenged("{'ChallengeName':'RETINA_SCAN','Session':'session-of-twenty-characters',"
                         "'ChallengeParameters':{'EYE':'left','DEVICE':'scanner in the lobby'}}",
                         true));
    addSignIn(list, QStringLiteral("two-sessions"), Service::Sandbox, signInTwo);
    addNarrowSignIn(list, QStringLiteral("two-sessions"), signInTwo);
}

} // namespace poolscope::ui
