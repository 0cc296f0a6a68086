#include "core/redaction.h"
#include "model/codec.h"
#include "model/cognitoidentity.h"
#include "model/cognitoidp.h"
#include "json/reader.h"
#include "json/writer.h"

#include <QTest>

using namespace poolscope;
using namespace Qt::StringLiterals;

class ModelRedactionTest final : public QObject
{
    Q_OBJECT

private slots:
    void redacts_data();
    void redacts();
    void everySensitiveMemberIsRedacted();
    void everySecretNameIsKnownToTexts();
};

// In the rows, ### stands for the mark.
void ModelRedactionTest::redacts_data()
{
    QTest::addColumn<const model::StructDescriptor *>("structure");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const model::StructDescriptor &structure, const char *text,
                        const char *expected) {
        QTest::newRow(name) << &structure << QByteArray(text) << QByteArray(expected);
    };
    row("members in their order", idp::SignUpRequest::descriptor(),
        R"({"Password":"p","ClientMetadata":{"a":"1"},"Username":"u","SecretHash":"h"})",
        R"({"Password":"###","ClientMetadata":{"a":"1"},"Username":"###","SecretHash":"###"})");
    row("nulls stay", idp::SignUpRequest::descriptor(), R"({"Password":null})", R"({"Password":null})");
    row("a code", idp::ConfirmSignUpRequest::descriptor(), R"({"ConfirmationCode":"123456","ForceAliasCreation":true})",
        R"({"ConfirmationCode":"###","ForceAliasCreation":true})");
    row("values of a sensitive map", idp::InitiateAuthRequest::descriptor(),
        R"({"AuthFlow":"USER_SRP_AUTH","AuthParameters":{"USERNAME":"u","SRP_A":"ff"}})",
        R"({"AuthFlow":"USER_SRP_AUTH","AuthParameters":{"USERNAME":"###","SRP_A":"###"}})");
    row("responses to a challenge", idp::RespondToAuthChallengeRequest::descriptor(),
        R"({"ChallengeName":"SMS_MFA","Session":"s","ChallengeResponses":{"SMS_MFA_CODE":"123456"}})",
        R"({"ChallengeName":"SMS_MFA","Session":"###","ChallengeResponses":{"SMS_MFA_CODE":"###"}})");
    row("parameters of a challenge", idp::InitiateAuthResponse::descriptor(),
        R"({"ChallengeParameters":{"SALT":"1","SRP_B":"2","SECRET_BLOCK":"3","hint":"h"}})",
        R"({"ChallengeParameters":{"SALT":"###","SRP_B":"###","SECRET_BLOCK":"###","hint":"h"}})");
    for (const model::StructDescriptor *answer :
         {&idp::InitiateAuthResponse::descriptor(), &idp::RespondToAuthChallengeResponse::descriptor(),
          &idp::AdminInitiateAuthResponse::descriptor(), &idp::AdminRespondToAuthChallengeResponse::descriptor()})
        row(answer->name.data(), *answer,
            R"({"ChallengeParameters":{"USER_ID_FOR_SRP":"u","USERNAME":"u","userAttributes":"{}","hint":"h"}})",
            R"({"ChallengeParameters":{"USER_ID_FOR_SRP":"###","USERNAME":"###","userAttributes":"###","hint":"h"}})");
    row("a filter that names a user", idp::ListUsersRequest::descriptor(),
        R"({"UserPoolId":"p","Filter":"email = 'a@b'"})", R"({"UserPoolId":"p","Filter":"###"})");
    row("tokens inside a structure", idp::InitiateAuthResponse::descriptor(),
        R"({"AuthenticationResult":{"AccessToken":"a","IdToken":"i","RefreshToken":"r","ExpiresIn":3600}})",
        R"({"AuthenticationResult":{"AccessToken":"###","IdToken":"###","RefreshToken":"###","ExpiresIn":3600}})");
    row("values inside a list", idp::AdminGetUserResponse::descriptor(),
        R"({"UserAttributes":[{"Name":"email","Value":"a@b"},{"Name":"sub"}],"UserStatus":"CONFIRMED"})",
        R"({"UserAttributes":[{"Name":"email","Value":"###"},{"Name":"sub"}],"UserStatus":"CONFIRMED"})");
    row("a sensitive structure", idp::SignUpRequest::descriptor(), R"({"UserContextData":{"IpAddress":"1.2.3.4"}})",
        R"({"UserContextData":"###"})");
    row("secrets of a provider", idp::CreateIdentityProviderRequest::descriptor(),
        R"({"ProviderDetails":{"client_id":"i","client_secret":"s"}})",
        R"({"ProviderDetails":{"client_id":"i","client_secret":"###"}})");
    row("credentials", identity::GetCredentialsForIdentityResponse::descriptor(),
        R"({"IdentityId":"i","Credentials":{"AccessKeyId":"k","SecretKey":"s","SessionToken":"t","Expiration":1}})",
        R"({"IdentityId":"i","Credentials":{"AccessKeyId":"k","SecretKey":"###","SessionToken":"###","Expiration":1}})");
    row("unknown members", idp::SignUpResponse::descriptor(), R"({"UserSub":"s","NewToken":"t","Other":null})",
        R"({"UserSub":"s","NewToken":"###","Other":null})");
    row("sensitive member of another type", idp::SignUpRequest::descriptor(), R"({"Password":{"a":["p"]}})",
        R"({"Password":"###"})");
    row("sensitive map of another type", idp::InitiateAuthRequest::descriptor(), R"({"AuthParameters":["p"]})",
        R"({"AuthParameters":"###"})");
    row("plain member of another type", idp::SignUpResponse::descriptor(), R"({"UserSub":{"Password":"p"}})",
        R"({"UserSub":"###"})");
    row("structure of another type", idp::SignUpResponse::descriptor(), R"({"CodeDeliveryDetails":"p"})",
        R"({"CodeDeliveryDetails":"###"})");
    row("map with secret keys of another type", idp::InitiateAuthResponse::descriptor(),
        R"({"ChallengeParameters":["p"]})", R"({"ChallengeParameters":"###"})");
    row("duplicates", idp::SignUpRequest::descriptor(), R"({"Password":"a","Password":"b"})",
        R"({"Password":"###","Password":"###"})");
    row("not an object", idp::SignUpRequest::descriptor(), R"("text")", R"("###")");
}

void ModelRedactionTest::redacts()
{
    QFETCH(const model::StructDescriptor *, structure);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto document = json::read(text);
    QVERIFY(document);
    QCOMPARE(json::write(model::redact(*structure, document->root)), expected.replace("###", redactedMark().toUtf8()));
}

void ModelRedactionTest::everySensitiveMemberIsRedacted()
{
    int sensitive = 0;
    for (const auto *service : {&model::cognitoIdp(), &model::cognitoIdentity()}) {
        for (const model::StructDescriptor *structure : service->structs) {
            for (const model::MemberDescriptor &member : structure->members) {
                QVERIFY2(!member.sensitive || member.redacted,
                         qPrintable(QString(structure->name) + u'.' + member.name));
                sensitive += member.sensitive;
            }
        }
    }
    QVERIFY(sensitive > 100);
}

// Texts without a structure know the names of secrets by heart.
void ModelRedactionTest::everySecretNameIsKnownToTexts()
{
    // These say whom a request is about, and stand in messages of the service that are of no use without them.
    const QStringList aboutPeople{u"ClientId"_s, u"Filter"_s, u"LastIPAddress"_s, u"Username"_s, u"Value"_s};
    int names = 0;
    for (const auto *service : {&model::cognitoIdp(), &model::cognitoIdentity()}) {
        for (const model::StructDescriptor *structure : service->structs) {
            for (const model::MemberDescriptor &member : structure->members) {
                const QString name(member.name);
                if (!member.redacted || member.type != &model::types::text || aboutPeople.contains(name))
                    continue;
                const QString text = redactText(u"{\"%1\":\"planted\"}"_s.arg(name));
                QVERIFY2(!text.contains(u"planted"), qPrintable(name));
                ++names;
            }
        }
    }
    QVERIFY(names > 40);
}

QTEST_APPLESS_MAIN(ModelRedactionTest)
#include "tst_modelredaction.moc"
