#include "flowbench.h"
#include "profiles/connection.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;
using namespace Qt::StringLiterals;

// What an open connection knows of its app client's secret and of its addresses.
class UserPoolAccessTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatWasTypedIsNewerThanTheKeychain_data();
    void whatWasTypedIsNewerThanTheKeychain();
    void showsNoPasswordOfAnAddress();
};

void UserPoolAccessTest::whatWasTypedIsNewerThanTheKeychain_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("another one") << u"typed"_s;
    QTest::newRow("none any more") << QString();
}

void UserPoolAccessTest::whatWasTypedIsNewerThanTheKeychain()
{
    QFETCH(QString, typed);
    FlowBench bench(true);
    std::optional<bool> ready;
    bench.access->whenReady(this, [&ready](const Result<void> &result) { ready = result.has_value(); });
    QVERIFY(!ready); // the keychain is being asked
    bench.access->setClientSecret(typed);
    QTRY_VERIFY(ready);
    QCOMPARE(*ready, !typed.isEmpty());
    QCOMPARE(bench.access->clientSecret().value_or(QString()), typed);
    // Asked once more, nothing was typed meanwhile.
    ready.reset();
    bench.access->whenReady(this, [&ready](const Result<void> &result) { ready = result.has_value(); });
    QTRY_VERIFY(ready);
    QCOMPARE(bench.access->clientSecret().value_or(QString()), typed.isEmpty() ? u"testsecret"_s : typed);
}

void UserPoolAccessTest::showsNoPasswordOfAnAddress()
{
    FlowBench bench;
    profiles::Connection connection = bench.connection;
    connection.kind = profiles::Connection::Kind::Endpoint;
    const QUrl endpoint(u"https://user:canary@idp.example.com:8443/?canary#canary"_s);
    const auth::UserPoolAccess access(
        connection, endpoint,
        {.channel = &bench.channel, .secrets = &bench.store, .clock = &bench.clock, .random = &bench.random});
    const QString base = u"https://idp.example.com:8443/"_s + connection.userPoolId;
    QCOMPARE(access.jwksUrl().toString(), base + u"/.well-known/jwks.json"_s);
    QCOMPARE(access.issuers().constLast(), base);
}

QTEST_GUILESS_MAIN(UserPoolAccessTest)
#include "tst_userpoolaccess.moc"
