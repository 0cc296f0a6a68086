#include "crypto/secrethash.h"
#include "sandbox/rules/clientrules.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

class TestClientRules final : public QObject
{
    Q_OBJECT

private slots:
    void secretHash_data();
    void secretHash();
    void flows_data();
    void flows();
    void mixedFlowNames();
    void lifetimes_data();
    void lifetimes();
    void lifetimeRanges_data();
    void lifetimeRanges();
    void defaults();
};

void TestClientRules::secretHash_data()
{
    QTest::addColumn<QStringList>("secrets");
    QTest::addColumn<QString>("given"); // empty: not sent
    QTest::addColumn<QString>("expected");
    const QString right = crypto::secretHash(u"jane"_s, u"abc"_s, u"first-secret"_s);
    const QString second = crypto::secretHash(u"jane"_s, u"abc"_s, u"second-secret"_s);
    const QStringList two{u"first-secret"_s, u"second-secret"_s};
    const QString wrong = u"NotAuthorizedException: Unable to verify secret hash for client abc"_s;
    QTest::newRow("public") << QStringList() << QString() << QString();
    QTest::newRow("public with hash")
        << QStringList() << right
        << u"InvalidParameterException: App client abc is not configured for secret but secret hash was received"_s;
    QTest::newRow("missing") << two << QString()
                             << u"NotAuthorizedException: Client abc is configured with secret but SECRET_HASH was not "
                                "received"_s;
    QTest::newRow("right") << two << right << QString();
    QTest::newRow("by the second secret") << two << second << QString();
    QTest::newRow("the secret itself") << two << u"first-secret"_s << wrong;
    QTest::newRow("of another name") << two << crypto::secretHash(u"joe"_s, u"abc"_s, u"first-secret"_s) << wrong;
    QTest::newRow("of another client") << two << crypto::secretHash(u"jane"_s, u"abd"_s, u"first-secret"_s) << wrong;
}

void TestClientRules::secretHash()
{
    QFETCH(const QStringList, secrets);
    QFETCH(const QString, given);
    QFETCH(const QString, expected);
    ClientRecord client{.id = u"abc"_s, .settings = {}};
    for (const QString &secret : secrets)
        client.secrets << ClientSecret{.id = secret, .value = secret};
    const auto outcome = checkSecretHash(
        client, u"jane"_s, given.isEmpty() ? std::nullopt : std::optional<QString>(given), GoodSecrets::All);
    QCOMPARE(outcome ? QString() : outcome.error().code + u": "_s + outcome.error().message, expected);
}

void TestClientRules::flows_data()
{
    QTest::addColumn<QStringList>("configured");
    QTest::addColumn<QString>("enabled"); // s p a c r u
    QTest::newRow("none") << QStringList() << u"scr"_s;
    QTest::newRow("only srp") << QStringList{u"ALLOW_USER_SRP_AUTH"_s} << u"s"_s;
    QTest::newRow("password and refresh")
        << QStringList{u"ALLOW_USER_PASSWORD_AUTH"_s, u"ALLOW_REFRESH_TOKEN_AUTH"_s} << u"pr"_s;
    QTest::newRow("choice") << QStringList{u"ALLOW_USER_AUTH"_s} << u"u"_s;
    QTest::newRow("admin") << QStringList{u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s} << u"a"_s;
    QTest::newRow("old password") << QStringList{u"USER_PASSWORD_AUTH"_s} << u"spcr"_s;
    QTest::newRow("old admin") << QStringList{u"ADMIN_NO_SRP_AUTH"_s} << u"sacr"_s;
    QTest::newRow("old custom only") << QStringList{u"CUSTOM_AUTH_FLOW_ONLY"_s} << u"cr"_s;
}

void TestClientRules::flows()
{
    QFETCH(const QStringList, configured);
    QFETCH(const QString, enabled);
    idp::UserPoolClientType client;
    if (!configured.isEmpty())
        client.explicitAuthFlows = configured;
    const EnabledFlows flows = enabledFlows(client);
    QString letters;
    for (const auto &[on, letter] : {std::pair{flows.srp, u's'},
                                     {flows.password, u'p'},
                                     {flows.adminPassword, u'a'},
                                     {flows.custom, u'c'},
                                     {flows.refresh, u'r'},
                                     {flows.choice, u'u'}}) {
        if (on)
            letters += letter;
    }
    QCOMPARE(letters, enabled);
}

void TestClientRules::mixedFlowNames()
{
    QVERIFY(checkFlowNames({}));
    QVERIFY(checkFlowNames(QStringList{u"ALLOW_USER_SRP_AUTH"_s}));
    const auto mixed = checkFlowNames(QStringList{u"ALLOW_USER_SRP_AUTH"_s, u"USER_PASSWORD_AUTH"_s});
    QVERIFY(!mixed);
    QCOMPARE(mixed.error().code, u"InvalidParameterException"_s);
}

void TestClientRules::lifetimes_data()
{
    QTest::addColumn<qint64>("validity");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<qint64>("accessSeconds");
    QTest::addColumn<qint64>("refreshSeconds");
    const auto row = [](const char *name, qint64 validity, const char *unit, qint64 access, qint64 refresh) {
        QTest::newRow(name) << validity << QString::fromLatin1(unit) << access << refresh;
    };
    row("default units", 2, "", 7200, 2 * 86400);
    row("seconds", 7200, "seconds", 7200, 7200);
    row("minutes", 90, "minutes", 5400, 5400);
    row("hours", 3, "hours", 10800, 10800);
    row("days", 1, "days", 86400, 86400);
}

void TestClientRules::lifetimes()
{
    QFETCH(const qint64, validity);
    QFETCH(const QString, unit);
    QFETCH(const qint64, accessSeconds);
    QFETCH(const qint64, refreshSeconds);
    idp::UserPoolClientType client;
    client.accessTokenValidity = client.idTokenValidity = client.refreshTokenValidity = validity;
    if (!unit.isEmpty())
        client.tokenValidityUnits =
            idp::TokenValidityUnitsType{.accessToken = unit, .idToken = unit, .refreshToken = unit};
    const TokenLifetimes lifetimes = tokenLifetimes(client);
    QCOMPARE(lifetimes.accessSeconds, accessSeconds);
    QCOMPARE(lifetimes.idSeconds, accessSeconds);
    QCOMPARE(lifetimes.refreshSeconds, refreshSeconds);
    QVERIFY(checkTokenLifetimes(client));
}

void TestClientRules::lifetimeRanges_data()
{
    QTest::addColumn<qint64>("accessMinutes");
    QTest::addColumn<qint64>("refreshMinutes");
    QTest::addColumn<bool>("valid");
    QTest::newRow("least") << qint64(5) << qint64(60) << true;
    QTest::newRow("access too short") << qint64(4) << qint64(60) << false;
    QTest::newRow("access too long") << qint64(24 * 60 + 1) << qint64(60) << false;
    QTest::newRow("refresh too short") << qint64(60) << qint64(59) << false;
    QTest::newRow("refresh ten years") << qint64(60) << qint64(3650) * 1440 << true;
    QTest::newRow("refresh too long") << qint64(60) << qint64(3650) * 1440 + 1 << false;
}

void TestClientRules::lifetimeRanges()
{
    QFETCH(const qint64, accessMinutes);
    QFETCH(const qint64, refreshMinutes);
    QFETCH(const bool, valid);
    idp::UserPoolClientType client;
    client.accessTokenValidity = accessMinutes;
    client.refreshTokenValidity = refreshMinutes;
    client.tokenValidityUnits = idp::TokenValidityUnitsType{.accessToken = u"minutes"_s, .refreshToken = u"minutes"_s};
    QCOMPARE(checkTokenLifetimes(client).has_value(), valid);
}

void TestClientRules::defaults()
{
    const idp::UserPoolClientType client;
    const TokenLifetimes lifetimes = tokenLifetimes(client);
    QCOMPARE(lifetimes.accessSeconds, 3600);
    QCOMPARE(lifetimes.idSeconds, 3600);
    QCOMPARE(lifetimes.refreshSeconds, 30 * 86400);
    QCOMPARE(sessionLifetimeMs(client), 180'000);
    QVERIFY(revokesTokens(client));
    QVERIFY(!hidesUserExistence(client)); // LEGACY is the API's default
}

QTEST_GUILESS_MAIN(TestClientRules)
#include "tst_clientrules.moc"
