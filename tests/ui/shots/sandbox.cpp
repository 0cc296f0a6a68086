#include "ui/sandbox/sandboxpage.h"
#include "ui/shotscreens.h"

namespace poolscope::ui {

namespace {

ScreenShot sandboxShot(const QString &state, const ScreenShot::Prepare &prepare)
{
    return {.id = QStringLiteral("sandboxusers-") + state,
            .page = [](ScreenBench &bench,
                       QWidget *parent) { return new SandboxPage(bench.workspace(), bench.sandbox(), parent); },
            .prepare = prepare};
}

void showUsers(ScreenBench &bench, QWidget *window)
{
    for (const QString &user :
         {sunny, QStringLiteral("rainy@example.com"), QStringLiteral("a.rather.long.address@mail.example.com")})
        addUser(bench, user, rightPassword);
    click(window, QStringLiteral("users.reload"));
    waitForRows(window, QStringLiteral("users.table"), 3);
}

// A pool of user names, with everything as long as the service allows.
void openLongNames(ScreenBench &bench)
{
    const auto pool = bench.call(idp::CreateUserPoolRequest{
        .poolName =
            QStringLiteral("Customers of the northern regions, second attempt, with everything that was asked for in "
                           "spring, and a little more still"),
        .autoVerifiedAttributes = {{QStringLiteral("email")}}});
    must(pool && pool->userPool, "The pool was not made.");
    const QString poolId = pool->userPool->id.value_or(QString());
    const auto client = bench.call(idp::CreateUserPoolClientRequest{
        .userPoolId = poolId,
        .clientName = QStringLiteral("web-and-mobile-and-everything-else-that-signs-in-here-production-eu-west-1")});
    must(client && client->userPoolClient, "The app client was not made.");
    bench.open(poolId, client->userPoolClient->clientId.value_or(QString()));
}

void showLongUsers(ScreenBench &bench, QWidget *window)
{
    const auto add = [&](const QString &name, const QString &email) {
        const auto created = bench.call(
            idp::AdminCreateUserRequest{.userPoolId = bench.access().userPoolId(),
                                        .username = name,
                                        .userAttributes = {{{.name = QStringLiteral("email"), .value = email}}},
                                        .desiredDeliveryMediums = {{QStringLiteral("EMAIL")}}});
        must(created.has_value(), "The user was not made.");
    };
    add(QStringLiteral("maximiliana-theodora-").repeated(6), longAddress);
    add(QStringLiteral("김하늘"), QStringLiteral("haneul@example.com"));
    click(window, QStringLiteral("users.reload"));
    waitForRows(window, QStringLiteral("users.table"), 2);
    waitFor(window, QStringLiteral("messageCard"));
}

} // namespace

void addShots_sandbox(ShotList &list)
{
    addScreen(list, sandboxShot(QStringLiteral("users"), showUsers));
    addScreen(list, sandboxShot(QStringLiteral("empty"), [](ScreenBench &, QWidget *window) {
                  waitFor(window, QStringLiteral("emptyAction.signup"));
              }));
    ScreenShot beside = sandboxShot(QStringLiteral("mailbox"), showUsers);
    beside.size = smallScreen;
    beside.mailbox = true;
    addScreen(list, beside);
    beside.id = QStringLiteral("sandboxusers-mailbox-narrow");
    beside.size = ShotList::smallWindow;
    addScreen(list, beside);
    ScreenShot longNames = sandboxShot(QStringLiteral("long"), showLongUsers);
    longNames.size = smallScreen;
    longNames.mailbox = true;
    longNames.before = openLongNames;
    addScreen(list, longNames);
}

} // namespace poolscope::ui
