#include "ui/sandbox/sandboxpage.h"
#include "ui/shotscreens.h"

#include <QTest>

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
        bench.addUser(user, rightPassword);
    click(window, QStringLiteral("users.reload"));
    QTest::qWait(400);
}

// A pool of user names, with everything as long as the service allows.
void openLongNames(ScreenBench &bench)
{
    const auto pool = bench.call(idp::CreateUserPoolRequest{
        .poolName =
            QStringLiteral("Customers of the northern regions, second attempt, with everything that was asked for in "
                           "spring, and a little more still"),
        .autoVerifiedAttributes = {{QStringLiteral("email")}}});
    const QString poolId = pool && pool->userPool ? pool->userPool->id.value_or(QString()) : QString();
    const auto client = bench.call(idp::CreateUserPoolClientRequest{
        .userPoolId = poolId,
        .clientName = QStringLiteral("web-and-mobile-and-everything-else-that-signs-in-here-production-eu-west-1")});
    bench.open(poolId,
               client && client->userPoolClient ? client->userPoolClient->clientId.value_or(QString()) : QString());
}

void showLongUsers(ScreenBench &bench, QWidget *window)
{
    const auto add = [&](const QString &name, const QString &email) {
        bench.call(idp::AdminCreateUserRequest{.userPoolId = bench.access().userPoolId(),
                                               .username = name,
                                               .userAttributes = {{{.name = QStringLiteral("email"), .value = email}}},
                                               .desiredDeliveryMediums = {{QStringLiteral("EMAIL")}}});
    };
    add(QStringLiteral("maximiliana-theodora-").repeated(6), longAddress);
    add(QStringLiteral("김하늘"), QStringLiteral("haneul@example.com"));
    click(window, QStringLiteral("users.reload"));
    QTest::qWait(400);
}

} // namespace

void addShots_sandbox(ShotList &list)
{
    addScreen(list, sandboxShot(QStringLiteral("users"), showUsers));
    addScreen(list, sandboxShot(QStringLiteral("empty"), [](ScreenBench &, QWidget *) { QTest::qWait(400); }));
    ScreenShot beside = sandboxShot(QStringLiteral("mailbox"), showUsers);
    beside.size = smallScreen;
    beside.mailbox = true;
    addScreen(list, beside);
    ScreenShot longNames = sandboxShot(QStringLiteral("long"), showLongUsers);
    longNames.size = smallScreen;
    longNames.mailbox = true;
    longNames.before = openLongNames;
    addScreen(list, longNames);
}

} // namespace poolscope::ui
