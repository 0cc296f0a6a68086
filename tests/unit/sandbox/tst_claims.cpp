#include "sandbox/rules/claims.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

class TestClaims final : public QObject
{
    Q_OBJECT

private slots:
    void idToken();
    void idTokenWithTexts();
    void accessToken();
    void withoutRevocation();
};

namespace {

TokenFacts facts()
{
    return {.issuer = u"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_aaaaaaaaa"_s,
            .clientId = u"client"_s,
            .username = u"jane"_s,
            .sub = u"sub-1"_s,
            .attributes = {{u"email"_s, u"j@example.com"_s},
                           {u"email_verified"_s, u"true"_s},
                           {u"phone_number_verified"_s, u"false"_s},
                           {u"address"_s, u"1 Main Street"_s},
                           {u"updated_at"_s, u"1700000000"_s},
                           {u"custom:age"_s, u"42"_s}},
            .eventId = u"event"_s,
            .originJti = u"origin"_s,
            .authTimeSeconds = 1000,
            .nowSeconds = 2000};
}

QStringList namesOf(const json::Value &claims)
{
    QStringList names;
    for (const json::Member &member : claims.members())
        names << member.name;
    names.sort();
    return names;
}

} // namespace

void TestClaims::idToken()
{
    const json::Value claims = idClaims(facts(), u"jti"_s, 3600);
    QCOMPARE(namesOf(claims),
             QStringList({u"address"_s, u"aud"_s, u"auth_time"_s, u"cognito:username"_s, u"custom:age"_s, u"email"_s,
                          u"email_verified"_s, u"event_id"_s, u"exp"_s, u"iat"_s, u"iss"_s, u"jti"_s, u"origin_jti"_s,
                          u"phone_number_verified"_s, u"sub"_s, u"token_use"_s, u"updated_at"_s}));
    QCOMPARE(claims.value(u"aud").toString(), u"client"_s);
    QCOMPARE(claims.value(u"token_use").toString(), u"id"_s);
    QVERIFY(claims.value(u"email_verified").isBool() && claims.value(u"email_verified").toBool());
    QVERIFY(claims.value(u"phone_number_verified").isBool() && !claims.value(u"phone_number_verified").toBool());
    QCOMPARE(claims.value(u"address").value(u"formatted").toString(), u"1 Main Street"_s);
    QVERIFY(claims.value(u"updated_at").isNumber());
    QVERIFY(claims.value(u"custom:age").isString());
    QCOMPARE(claims.value(u"auth_time").toInteger(), 1000);
    QCOMPARE(claims.value(u"iat").toInteger(), 2000);
    QCOMPARE(claims.value(u"exp").toInteger(), 5600);
}

void TestClaims::idTokenWithTexts()
{
    TokenFacts texts = facts();
    texts.addressAsText = texts.updatedAtAsText = true;
    const json::Value claims = idClaims(texts, u"jti"_s, 3600);
    QCOMPARE(claims.value(u"address").toString(), u"1 Main Street"_s);
    QVERIFY(claims.value(u"updated_at").isString());
}

void TestClaims::accessToken()
{
    const json::Value claims = accessClaims(facts(), u"jti"_s, 300);
    QCOMPARE(namesOf(claims),
             QStringList({u"auth_time"_s, u"client_id"_s, u"event_id"_s, u"exp"_s, u"iat"_s, u"iss"_s, u"jti"_s,
                          u"origin_jti"_s, u"scope"_s, u"sub"_s, u"token_use"_s, u"username"_s}));
    QCOMPARE(claims.value(u"scope").toString(), u"aws.cognito.signin.user.admin"_s);
    QCOMPARE(claims.value(u"token_use").toString(), u"access"_s);
    QCOMPARE(claims.value(u"exp").toInteger(), 2300);
}

void TestClaims::withoutRevocation()
{
    TokenFacts without = facts();
    without.originJti.clear();
    QVERIFY(!idClaims(without, u"jti"_s, 60).contains(u"origin_jti"));
    QVERIFY(!accessClaims(without, u"jti"_s, 60).contains(u"origin_jti"));
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
