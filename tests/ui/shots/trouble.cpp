#include "diagnosis/remedies.h"
#include "sandbox/sandbox.h"
#include "ui/guide/guidepage.h"
#include "ui/shotscreens.h"
#include "ui/why/setpassworddialog.h"
#include "ui/why/troubles.h"
#include "ui/why/whypage.h"

#include <QCoreApplication>
#include <QPlainTextEdit>

#include <algorithm>

// Why somebody cannot sign in, and the error guide.
namespace poolscope::ui {

namespace {

const QString user = QStringLiteral("sunny@example.com");
const QString goodPassword = QStringLiteral("Correct-horse-7");
const QString longName = QStringLiteral("maximiliana.theodora.von.und.zu.hohenlohe.waldenburg.schillingsfuerst@mail."
                                        "correspondence.department.example.com");
constexpr qint64 dayMs = 86'400'000;

using Arrange = std::function<QString(ScreenBench &)>; // gives what is looked for

// `shown` is what the answer is known by; `told`: by the sandbox, too.
void addWhy(ShotList &list, const char *id, ScreenBench::Service service, const char *shown, const Arrange &arrange,
            bool told = false)
{
    auto shared = std::make_shared<std::weak_ptr<ScreenBench>>();
    list.add({QStringLiteral("why-") + QLatin1StringView(id), ShotList::window,
              [=](auto &keep) {
                  auto bench = std::make_shared<ScreenBench>(service);
                  *shared = bench;
                  keep.push_back(bench);
                  if (service == ScreenBench::Service::Sandbox)
                      bench->access().loadSettings();
                  else
                      bench->useNoKeys();
                  const QString title = QCoreApplication::translate("poolscope::Application", "Sign-in trouble");
                  return inMainWindow(QStringLiteral("why"), title, [bench = bench.get()](QWidget *parent) {
                      return new WhyPage(bench->workspace(), parent);
                  });
              },
              [=](QWidget *window) {
                  const auto bench = shared->lock();
                  if (!bench)
                      return;
                  const QString typed = arrange(*bench);
                  if (service == ScreenBench::Service::Sandbox)
                      waitForSettings(*bench);
                  if (told)
                      window->findChild<WhyPage *>()->lookInto(bench->sandbox());
                  if (!typed.isEmpty())
                      window->findChild<WhyPage *>()->lookFor(typed);
                  waitFor(window, QString::fromLatin1(shown));
                  if (!typed.isEmpty()) {
                      const auto *search = part<QWidget>(window, QStringLiteral("why.search"));
                      waitUntil([&] { return search->isEnabled(); }, "The search did not end.");
                  }
                  QTest::qWait(100); // lays out
              }});
}

void invite(ScreenBench &bench, const QString &name)
{
    const auto created = bench.call(idp::AdminCreateUserRequest{
        .userPoolId = bench.access().userPoolId(),
        .username = name,
        .userAttributes = {{{.name = QStringLiteral("email"), .value = name},
                            {.name = QStringLiteral("email_verified"), .value = QStringLiteral("true")}}},
        .desiredDeliveryMediums = QStringList{QStringLiteral("EMAIL")}});
    must(created.has_value(), "Nobody was invited.");
}

void addWhyShots(ShotList &list)
{
    using Service = ScreenBench::Service;
    addWhy(list, "empty", Service::Sandbox, "why.name", [](ScreenBench &) { return QString(); });
    addWhy(list, "expired-invitation", Service::Sandbox, "why.finding.temporary-expired", [](ScreenBench &bench) {
        invite(bench, user);
        bench.clock().setOffsetMs(8 * dayMs);
        return user;
    });
    addWhy(list, "nothing-wrong", Service::Sandbox, "why.finding.nothing", [](ScreenBench &bench) {
        addUser(bench, user, goodPassword);
        return user;
    });
    addWhy(list, "nobody", Service::Sandbox, "why.people", [](ScreenBench &bench) {
        for (const char *name : {"sunny@example.com", "sunita@example.com", "sundry.things@example.com"})
            addUser(bench, QString::fromLatin1(name), goodPassword);
        return QStringLiteral("suny@example.com");
    });
    addWhy(list, "long-name", Service::Sandbox, "why.finding.disabled", [](ScreenBench &bench) {
        invite(bench, longName);
        const auto disabled =
            bench.call(idp::AdminDisableUserRequest{.userPoolId = bench.access().userPoolId(), .username = longName});
        must(disabled.has_value(), "The user was not disabled.");
        return longName;
    });
    addWhy(
        list, "locked-out", Service::Sandbox, "why.finding.locked-out",
        [](ScreenBench &bench) {
            addUser(bench, user, goodPassword);
            constexpr qint64 minuteMs = 60'000;
            for (int wrong = 1; wrong <= 12; ++wrong) { // the last locks out for about two minutes
                must(bench.sandbox().setClockOffset(wrong * 2 * minuteMs).has_value(), "The clock was not moved.");
                (void)bench.call(idp::InitiateAuthRequest{
                    .authFlow = QStringLiteral("USER_PASSWORD_AUTH"),
                    .authParameters = {{{QStringLiteral("USERNAME"), user},
                                        {QStringLiteral("PASSWORD"), QStringLiteral("Wr0ng-password!")}}},
                    .clientId = bench.access().clientId()});
            }
            bench.clock().setOffsetMs(24 * minuteMs);
            return user;
        },
        true);
    list.add({QStringLiteral("why-set-password"), QSize(480, 380), [](auto &keep) -> std::unique_ptr<QWidget> {
                  auto bench = std::make_shared<ScreenBench>(Service::Sandbox);
                  keep.push_back(bench);
                  const diagnosis::Remedy remedy = diagnosis::remedy(auth::Repair::TemporaryPassword, {});
                  auto dialog = std::make_unique<SetPasswordDialog>(
                      bench->workspace(), SetPasswordDialog::User{user, user}, remedy, nullptr);
                  dialog->setAttribute(Qt::WA_DeleteOnClose, false);
                  return dialog;
              }});
    addWhy(list, "no-credentials", Service::Scripted, "why.callout", [](ScreenBench &) { return QString(); });
}

// One of those that the tests bring about too; before there is a page, because most have a pool of their own.
void addTrouble(ShotList &list, const char *id, const char *name)
{
    const QList<Trouble> all = troubles();
    const auto trouble =
        std::find_if(all.cbegin(), all.cend(), [name](const Trouble &one) { return qstrcmp(one.name, name) == 0; });
    must(trouble != all.cend(), "There is no such trouble.");
    const auto typed = std::make_shared<QString>();
    addScreen(list, {.id = QStringLiteral("why-") + QLatin1StringView(id),
                     .page = [](ScreenBench &bench, QWidget *parent) { return new WhyPage(bench.workspace(), parent); },
                     .prepare =
                         [typed, cause = trouble->causes.value(0)](ScreenBench &, QWidget *window) {
                             window->findChild<WhyPage *>()->lookFor(*typed);
                             waitFor(window, QStringLiteral("why.finding.") + cause);
                         },
                     .before = [typed, make = trouble->make](ScreenBench &bench) { *typed = make(bench); }});
}

void addGuide(ShotList &list, const char *id, const char *shown, const QString &text)
{
    list.add({QStringLiteral("guide-") + QLatin1StringView(id), ShotList::window,
              [](auto &) {
                  const QString title = QCoreApplication::translate("poolscope::Application", "Error guide");
                  return inMainWindow(QStringLiteral("guide"), title,
                                      [](QWidget *parent) { return new GuidePage(parent); });
              },
              [shown, text](QWidget *window) {
                  part<QPlainTextEdit>(window, QStringLiteral("guide.search"))->setPlainText(text);
                  waitFor(window, QString::fromLatin1(shown));
                  QTest::qWait(100); // lays out
              }});
}

} // namespace

void addShots_trouble(ShotList &list)
{
    addWhyShots(list);
    addTrouble(list, "unconfirmed", "not confirmed");
    addTrouble(list, "alias-taken", "alias taken by another user");
    addTrouble(list, "no-password-flow", "app client takes no passwords");
    addGuide(list, "all", "guide.list", {});
    addGuide(list, "pasted", "guide.what",
             QStringLiteral("Traceback (most recent call last):\n  File \"login.py\", line 7, in <module>\n"
                            "botocore.errorfactory.NotAuthorizedException: An error occurred (NotAuthorizedException) "
                            "when calling the InitiateAuth operation: Incorrect username or password."));
    addGuide(list, "unknown", "guide.search", QStringLiteral("NeverHeardOfException: not at all"));
}

} // namespace poolscope::ui
