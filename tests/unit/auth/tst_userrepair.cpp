#include "auth/userrepair.h"
#include "model/codec.h"
#include "json/writer.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace Qt::StringLiterals;

// What an app client is sent when SRP is switched on for it. What the other repairs send is seen at a sandbox (tst_whyrepairs).
class TestUserRepair final : public QObject
{
    Q_OBJECT

private slots:
    void everySettingIsKnown();
    void keepsWhatIsSet();
    void flows_data();
    void flows();
};

// UpdateUserPoolClient resets what is left out: every member of it has to be found in a description.
void TestUserRepair::everySettingIsKnown()
{
    for (const model::MemberDescriptor &member : idp::UpdateUserPoolClientRequest::descriptor().members)
        QVERIFY2(idp::UserPoolClientType::descriptor().find(QString(member.name)), member.name.latin1());
}

void TestUserRepair::keepsWhatIsSet()
{
    const idp::UserPoolClientType client{
        .userPoolId = u"eu-west-1_A1"_s,
        .clientName = u"shop"_s,
        .clientId = u"client1"_s,
        .clientSecret = u"secret"_s,
        .lastModifiedDate = 1.5,
        .creationDate = 1.0,
        .refreshTokenValidity = 7,
        .accessTokenValidity = 20,
        .tokenValidityUnits = idp::TokenValidityUnitsType{.accessToken = u"minutes"_s},
        .readAttributes = QStringList{u"email"_s},
        .explicitAuthFlows = QStringList{u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s},
        .callbackURLs = QStringList{u"https://shop.example.com/"_s},
        .allowedOAuthFlowsUserPoolClient = true,
        .preventUserExistenceErrors = u"ENABLED"_s,
        .enableTokenRevocation = false,
        .authSessionValidity = 15,
        .refreshTokenRotation = idp::RefreshTokenRotationType{.feature = u"ENABLED"_s, .retryGracePeriodSeconds = 5},
        .clientType = u"x"_s};
    json::Value expected = model::encode(client);
    for (const auto name : {u"ClientSecret", u"LastModifiedDate", u"CreationDate", u"ClientType"})
        expected.remove(name);
    json::Value flows = json::Value::array();
    flows.append(u"ALLOW_ADMIN_USER_PASSWORD_AUTH"_s);
    flows.append(u"ALLOW_USER_SRP_AUTH"_s);
    expected.set(u"ExplicitAuthFlows"_s, flows);
    const json::Value sent = model::encode(withSrpAllowed(client));
    QCOMPARE(sent.members().size(), expected.members().size());
    for (const json::Member &member : expected.members())
        QCOMPARE(json::write(sent.value(member.name)), json::write(member.value));
}

void TestUserRepair::flows_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QStringList>("after");
    const QString srp = u"ALLOW_USER_SRP_AUTH"_s;
    const QString refresh = u"ALLOW_REFRESH_TOKEN_AUTH"_s;
    QTest::newRow("added") << QStringList{refresh} << QStringList{refresh, srp};
    QTest::newRow("there already") << QStringList{srp, refresh} << QStringList{srp, refresh};
    QTest::newRow("former names") << QStringList{u"CUSTOM_AUTH_FLOW_ONLY"_s, u"USER_PASSWORD_AUTH"_s}
                                  << QStringList{u"USER_PASSWORD_AUTH"_s};
    QTest::newRow("none") << QStringList{} << QStringList{};
}

void TestUserRepair::flows()
{
    QFETCH(QStringList, before);
    idp::UserPoolClientType client;
    client.explicitAuthFlows = before;
    QTEST(withSrpAllowed(client).explicitAuthFlows.value_or(QStringList()), "after");
}

QTEST_GUILESS_MAIN(TestUserRepair)
#include "tst_userrepair.moc"
