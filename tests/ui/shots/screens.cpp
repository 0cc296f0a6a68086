#include "sandbox/presets.h"
#include "ui/common/codefield.h"
#include "ui/keyboard.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/screenbench.h"
#include "ui/shots.h"
#include "ui/signin/signinpage.h"
#include "ui/signup/signuppage.h"
#include "ui/tokens/tokenspage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHash>
#include <QLineEdit>

namespace poolscope::ui {

namespace {

using Service = ScreenBench::Service;
using Prepare = std::function<void(ScreenBench &, QWidget *)>;
using MakePage = std::function<QWidget *(ScreenBench &, QWidget *)>;

const QString sunny = QStringLiteral("sunny@example.com");
const QString password = QStringLiteral("Correct-horse-7");

void fill(QWidget *window, const QString &name, const QString &text)
{
    if (auto *edit = find<QLineEdit>(window, name))
        edit->setText(text);
}

void click(QWidget *window, const QString &name)
{
    if (auto *button = find<QAbstractButton>(window, name))
        button->click();
}

void waitFor(QWidget *window, const QString &name)
{
    const bool came = ScreenBench::wait([&] {
        const auto widgets = window->findChildren<QWidget *>(name);
        return std::any_of(widgets.cbegin(), widgets.cend(), [](QWidget *widget) { return widget->isVisible(); });
    });
    if (!came)
        qWarning("\"%s\" did not come", qPrintable(name));
}

void waitForCallout(QWidget *window)
{
    waitFor(window, QStringLiteral("calloutCopy"));
}

QString titleOf(const QString &pageId)
{
    static const QHash<QString, QString> titles{{QStringLiteral("signup"), QStringLiteral("Sign up")},
                                                {QStringLiteral("signin"), QStringLiteral("Sign in")},
                                                {QStringLiteral("tokens"), QStringLiteral("Tokens")},
                                                {QStringLiteral("sandboxusers"), QStringLiteral("Sandbox")}};
    return titles.value(pageId, pageId);
}

// A screen in the main window on a service of its own.
void addScreen(ShotList &list, const QString &id, Service service, const MakePage &page, const Prepare &prepare)
{
    auto shared = std::make_shared<std::weak_ptr<ScreenBench>>();
    list.add({id, ShotList::window,
              [=](auto &keep) {
                  auto bench = std::make_shared<ScreenBench>(service);
                  *shared = bench;
                  keep.push_back(bench);
                  if (service == Service::Sandbox)
                      bench->access().loadSettings();
                  return inMainWindow(id.section(u'-', 0, 0), titleOf(id.section(u'-', 0, 0)),
                                      [bench = bench.get(), page](QWidget *parent) { return page(*bench, parent); });
              },
              [=](QWidget *window) {
                  if (const auto bench = shared->lock()) {
                      ScreenBench::wait([&] {
                          return service == Service::Scripted ||
                                 bench->access().settings().state == auth::PoolSettings::State::Known;
                      });
                      prepare(*bench, window);
                  }
              }});
}

void signUp(QWidget *window)
{
    fill(window, QStringLiteral("signup.username"), sunny);
    fill(window, QStringLiteral("signup.password"), password);
    click(window, QStringLiteral("signup.submit"));
}

void addSignUp(ShotList &list, const QString &id, const Prepare &prepare)
{
    addScreen(
        list, QStringLiteral("signup-") + id, Service::Sandbox,
        [](ScreenBench &bench, QWidget *parent) { return new SignUpPage(bench.workspace(), parent); }, prepare);
}

void enterCode(QWidget *window, const QString &code)
{
    fill(window, QStringLiteral("confirm.code"), code);
    click(window, QStringLiteral("confirm.submit"));
}

void addSignUpShots(ShotList &list)
{
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
        bench.addUser(sunny, password);
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

void addSignIn(ShotList &list, const QString &id, Service service, const Prepare &prepare)
{
    addScreen(
        list, QStringLiteral("signin-") + id, service,
        [](ScreenBench &bench, QWidget *parent) { return new SignInPage(bench.workspace(), parent); }, prepare);
}

void signIn(QWidget *window, const QString &username, int flow)
{
    fill(window, QStringLiteral("signin.username"), username);
    fill(window, QStringLiteral("signin.password"), password);
    if (auto *combo = find<QComboBox>(window, QStringLiteral("signin.flow")))
        combo->setCurrentIndex(flow);
    click(window, QStringLiteral("signin.submit"));
}

Prepare challenged(const QByteArray &json, bool withParameters)
{
    return [json, withParameters](ScreenBench &bench, QWidget *window) {
        bench.answer(json);
        signIn(window, sunny, 1);
        waitFor(window, QStringLiteral("challenge.submit"));
        if (withParameters)
            click(window, QStringLiteral("challenge.parameters"));
    };
}

void addSignInShots(ShotList &list)
{
    addSignIn(list, QStringLiteral("empty"), Service::Sandbox, [](ScreenBench &, QWidget *) {});
    addSignIn(list, QStringLiteral("wrong-password"), Service::Sandbox, [](ScreenBench &bench, QWidget *window) {
        bench.addUser(sunny, QStringLiteral("Another-horse-7"));
        signIn(window, sunny, 0);
        waitForCallout(window);
    });
    addSignIn(list, QStringLiteral("new-password"), Service::Scripted,
              challenged("{'ChallengeName':'NEW_PASSWORD_REQUIRED','Session':'session-of-twenty-characters',"
                         "'ChallengeParameters':{'requiredAttributes':'[\\\"userAttributes.given_name\\\","
                         "\\\"userAttributes.birthdate\\\"]','userAttributes':'{}'}}",
                         false));
    addSignIn(list, QStringLiteral("unknown-challenge"), Service::Scripted,
              challenged("{'ChallengeName':'RETINA_SCAN','Session':'session-of-twenty-characters',"
                         "'ChallengeParameters':{'EYE':'left','DEVICE':'scanner in the lobby'}}",
                         true));
    addSignIn(list, QStringLiteral("reset"), Service::Sandbox, [](ScreenBench &bench, QWidget *window) {
        bench.addUser(sunny, password);
        fill(window, QStringLiteral("signin.username"), sunny);
        click(window, QStringLiteral("signin.forgot"));
        click(window, QStringLiteral("reset.submit"));
        waitFor(window, QStringLiteral("reset.code"));
    });
    addSignIn(list, QStringLiteral("two-sessions"), Service::Sandbox, [](ScreenBench &bench, QWidget *) {
        for (const QString &user : {sunny, QStringLiteral("rainy.day.with.a.long.name@example.com")}) {
            bench.addUser(user, password);
            bench.signIn(user, password);
        }
    });
}

void addTokens(ShotList &list, const QString &id, bool signedIn, const Prepare &prepare)
{
    addScreen(
        list, QStringLiteral("tokens-") + id, Service::Sandbox,
        [](ScreenBench &bench, QWidget *parent) { return new TokensPage(bench.workspace(), parent); },
        [signedIn, prepare](ScreenBench &bench, QWidget *window) {
            if (signedIn) {
                bench.addUser(sunny, password);
                bench.signIn(sunny, password);
                waitFor(window, QStringLiteral("verdict"));
                QTest::qWait(300); // the keys come after the first verdict
            }
            prepare(bench, window);
            QTest::qWait(200);
        });
}

void addTokensShots(ShotList &list)
{
    addTokens(list, QStringLiteral("id"), true, [](ScreenBench &, QWidget *) {});
    addTokens(list, QStringLiteral("access"), true,
              [](ScreenBench &, QWidget *window) { click(window, QStringLiteral("tokenSource.access")); });
    addTokens(list, QStringLiteral("refresh"), true,
              [](ScreenBench &, QWidget *window) { click(window, QStringLiteral("tokenSource.refresh")); });
    addTokens(list, QStringLiteral("none"), false, [](ScreenBench &, QWidget *) {});
    addTokens(list, QStringLiteral("pasted-bad"), false, [](ScreenBench &, QWidget *window) {
        window->findChild<TokensPage *>()->paste(
            QStringLiteral("Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSIsImV4cCI6MTcwMDAwMDAwMH0."));
    });
    addTokens(list, QStringLiteral("expired"), true,
              [](ScreenBench &bench, QWidget *) { bench.clock().setOffsetMs(2 * 3600 * 1000); });
    addTokens(list, QStringLiteral("json"), true,
              [](ScreenBench &, QWidget *window) { click(window, QStringLiteral("tokenForm.json")); });
}

void addSandbox(ShotList &list, const QString &id, const Prepare &prepare)
{
    addScreen(
        list, QStringLiteral("sandboxusers-") + id, Service::Sandbox,
        [](ScreenBench &bench, QWidget *parent) { return new SandboxPage(bench.workspace(), bench.sandbox(), parent); },
        prepare);
}

} // namespace

void addShots_screens(ShotList &list)
{
    addSignUpShots(list);
    addSignInShots(list);
    addTokensShots(list);
    addSandbox(list, QStringLiteral("users"), [](ScreenBench &bench, QWidget *window) {
        for (const char *user : {"sunny@example.com", "rainy@example.com", "a.rather.long.address@mail.example.com"})
            bench.addUser(QString::fromLatin1(user), password);
        click(window, QStringLiteral("users.reload"));
        QTest::qWait(400);
    });
    addSandbox(list, QStringLiteral("empty"), [](ScreenBench &, QWidget *) { QTest::qWait(400); });
}

} // namespace poolscope::ui
