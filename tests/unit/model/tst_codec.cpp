#include "model/codec.h"
#include "model/cognitoidentity.h"
#include "model/cognitoidp.h"
#include "json/reader.h"
#include "json/writer.h"

#include <QTest>

using namespace poolscope;
using namespace Qt::StringLiterals;

namespace {

json::Value parsed(const char *text)
{
    auto document = json::read(text);
    if (!document)
        qFatal("not JSON: %s", text);
    return document->root;
}

} // namespace

class CodecTest final : public QObject
{
    Q_OBJECT

private slots:
    void encodesInTheOrderOfTheModel();
    void encodesEveryKind();
    void decodesEveryKind();
    void leavesMissingMembersEmpty();
    void takesNullAsAbsent();
    void dropsNullsInCollections();
    void keepsUnknownEnumValues();
    void ignoresUnknownMembers();
    void lastDuplicateCounts_data();
    void lastDuplicateCounts();
    void refusesWrongTypes_data();
    void refusesWrongTypes();
    void readsNumbers_data();
    void readsNumbers();
    void roundTripsEveryStruct();
};

void CodecTest::encodesInTheOrderOfTheModel()
{
    const idp::SignUpRequest request{
        .clientId = u"client"_s,
        .username = u"jane"_s,
        .userAttributes = QList<idp::AttributeType>{{.name = u"email"_s, .value = u"j@example.com"_s}},
        .clientMetadata = QMap<QString, QString>{{u"b"_s, u"2"_s}, {u"a"_s, u""_s}},
    };
    QCOMPARE(json::write(model::encode(request)),
             QByteArray(R"({"ClientId":"client","Username":"jane",)"
                        R"("UserAttributes":[{"Name":"email","Value":"j@example.com"}],)"
                        R"("ClientMetadata":{"a":"","b":"2"}})"));
    QCOMPARE(json::write(model::encode(idp::SignUpRequest())), QByteArray("{}"));
}

void CodecTest::encodesEveryKind()
{
    const idp::AssetType asset{.category = idp::values::AssetCategoryType::FaviconIco,
                               .bytes = QByteArray("\0\xFF", 2)};
    QCOMPARE(json::write(model::encode(asset)), QByteArray(R"({"Category":"FAVICON_ICO","Bytes":"AP8="})"));

    const idp::UserType user{.userCreateDate = 1700000000.5, .enabled = false};
    QCOMPARE(json::write(model::encode(user)), QByteArray(R"({"UserCreateDate":1700000000.5,"Enabled":false})"));

    const idp::CompleteWebAuthnRegistrationRequest registration{.credential = parsed(R"({"z":1.10,"a":[null]})")};
    QCOMPARE(json::write(model::encode(registration)), QByteArray(R"({"Credential":{"z":1.10,"a":[null]}})"));

    const identity::GetIdentityPoolRolesResponse roles{
        .roleMappings = QMap<QString, identity::RoleMapping>{{u"p"_s, {.type = u"Token"_s}}},
    };
    QCOMPARE(json::write(model::encode(roles)), QByteArray(R"({"RoleMappings":{"p":{"Type":"Token"}}})"));
}

void CodecTest::decodesEveryKind()
{
    const auto asset = model::decode<idp::AssetType>(parsed(R"({"Category":"FAVICON_ICO","Bytes":"AP8="})"));
    QVERIFY(asset);
    QCOMPARE(*asset->bytes, QByteArray("\0\xFF", 2));

    const auto users = model::decode<idp::ListUsersResponse>(parsed(
        R"({"Users":[{"Username":"a","Attributes":[{"Name":"sub","Value":"1"}],"UserCreateDate":1.7E9,"Enabled":true},
                     {"Username":"b","UserStatus":"CONFIRMED"}],"PaginationToken":"next"})"));
    QVERIFY(users);
    QCOMPARE(users->users->size(), 2);
    QCOMPARE(*users->users->at(0).userCreateDate, 1.7e9);
    QCOMPARE(*users->users->at(0).attributes->at(0).name, u"sub"_s);
    QCOMPARE(*users->users->at(0).enabled, true);
    QCOMPARE(*users->users->at(1).userStatus, idp::values::UserStatusType::Confirmed);
    QCOMPARE(*users->paginationToken, u"next"_s);

    const auto challenge = model::decode<idp::InitiateAuthResponse>(
        parsed(R"({"ChallengeName":"PASSWORD_VERIFIER","ChallengeParameters":{"SALT":"1f","USERNAME":"jane"}})"));
    QVERIFY(challenge);
    QCOMPARE(challenge->challengeParameters->value(u"SALT"_s), u"1f"_s);

    const auto options = model::decode<idp::StartWebAuthnRegistrationResponse>(
        parsed(R"({"CredentialCreationOptions":{"timeout":60000}})"));
    QVERIFY(options);
    QCOMPARE(options->credentialCreationOptions->value("timeout").toInteger(), 60000);
}

void CodecTest::leavesMissingMembersEmpty()
{
    const auto response = model::decode<idp::SignUpResponse>(parsed("{}"));
    QVERIFY(response);
    QVERIFY(!response->userConfirmed);
    QVERIFY(!response->codeDeliveryDetails);
    QVERIFY(!response->userSub);
}

void CodecTest::takesNullAsAbsent()
{
    const auto response =
        model::decode<idp::SignUpResponse>(parsed(R"({"CodeDeliveryDetails":null,"UserSub":null,"Session":null})"));
    QVERIFY(response);
    QVERIFY(!response->codeDeliveryDetails);
    QVERIFY(!response->userSub);
}

void CodecTest::dropsNullsInCollections()
{
    const auto request =
        model::decode<idp::CreateUserPoolClientRequest>(parsed(R"({"CallbackURLs":[null,"https://a"]})"));
    QVERIFY(request);
    QCOMPARE(*request->callbackURLs, QStringList{u"https://a"_s});
    const auto signUp = model::decode<idp::SignUpRequest>(parsed(R"({"ClientMetadata":{"a":null,"b":"1"}})"));
    QVERIFY(signUp);
    QCOMPARE(signUp->clientMetadata->keys(), QStringList{u"b"_s});
}

void CodecTest::keepsUnknownEnumValues()
{
    const auto response = model::decode<idp::InitiateAuthResponse>(
        parsed(R"({"ChallengeName":"RETINA_SCAN","AvailableChallenges":["PASSWORD","VOICE"]})"));
    QVERIFY(response);
    QCOMPARE(*response->challengeName, u"RETINA_SCAN"_s);
    QCOMPARE(response->availableChallenges->at(1), u"VOICE"_s);
    QCOMPARE(model::encode(*response).value("ChallengeName").toString(), u"RETINA_SCAN"_s);
}

void CodecTest::ignoresUnknownMembers()
{
    const json::Value value =
        parsed(R"({"UserSub":"s","New/One":1,"CodeDeliveryDetails":{"Destination":"d","Extra":{"UserSub":1}}})");
    const auto response = model::decode<idp::SignUpResponse>(value);
    QVERIFY(response);
    QCOMPARE(*response->userSub, u"s"_s);
    QCOMPARE(model::unknownMembers(idp::SignUpResponse::descriptor(), value),
             (QStringList{u"/New~1One"_s, u"/CodeDeliveryDetails/Extra"_s}));
    const json::Value list = parsed(R"({"Users":[{},{"Username":"a","Age":1}],"ClientMetadata":1})");
    QCOMPARE(model::unknownMembers(idp::ListUsersResponse::descriptor(), list),
             (QStringList{u"/Users/1/Age"_s, u"/ClientMetadata"_s}));
}

void CodecTest::lastDuplicateCounts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("username");
    QTest::newRow("two values") << QByteArray(R"({"Username":"a","Username":"b"})") << u"b"_s;
    QTest::newRow("null last") << QByteArray(R"({"Username":"a","Username":null})") << QString();
    QTest::newRow("null first") << QByteArray(R"({"Username":null,"Username":"b"})") << u"b"_s;
    QTest::newRow("wrong type first") << QByteArray(R"({"Username":1,"Username":"b"})") << u"b"_s;
}

void CodecTest::lastDuplicateCounts()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, username);
    const auto request = model::decode<idp::SignUpRequest>(parsed(text));
    QVERIFY(request);
    QCOMPARE(request->username.value_or(QString()), username);
}

void CodecTest::refusesWrongTypes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    QTest::newRow("array as the root") << QByteArray("[]") << QString();
    QTest::newRow("null as the root") << QByteArray("null") << QString();
    QTest::newRow("number as string") << QByteArray(R"({"PoolName":1})") << u"/PoolName"_s;
    QTest::newRow("string as object") << QByteArray(R"({"Policies":"x"})") << u"/Policies"_s;
    QTest::newRow("object as list") << QByteArray(R"({"Schema":{}})") << u"/Schema"_s;
    QTest::newRow("list as map") << QByteArray(R"({"UserPoolTags":[]})") << u"/UserPoolTags"_s;
    QTest::newRow("number in a map") << QByteArray(R"({"UserPoolTags":{"a/b":1}})") << u"/UserPoolTags/a~1b"_s;
    QTest::newRow("string as bool") << QByteArray(R"({"Schema":[{"Required":"true"}]})") << u"/Schema/0/Required"_s;
    QTest::newRow("number as bool") << QByteArray(R"({"Schema":[{},{"Required":1}]})") << u"/Schema/1/Required"_s;
    QTest::newRow("bool as enum") << QByteArray(R"({"MfaConfiguration":true})") << u"/MfaConfiguration"_s;
    QTest::newRow("string as number") << QByteArray(R"({"Policies":{"PasswordPolicy":{"MinimumLength":"8"}}})")
                                      << u"/Policies/PasswordPolicy/MinimumLength"_s;
    QTest::newRow("fraction as number") << QByteArray(R"({"Policies":{"PasswordPolicy":{"MinimumLength":8.5}}})")
                                        << u"/Policies/PasswordPolicy/MinimumLength"_s;
    QTest::newRow("number in a list of strings")
        << QByteArray(R"({"AliasAttributes":["email",7]})") << u"/AliasAttributes/1"_s;
}

void CodecTest::refusesWrongTypes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, path);
    const auto request = model::decode<idp::CreateUserPoolRequest>(parsed(text));
    QVERIFY(!request);
    QCOMPARE(request.error().path, path);
    QVERIFY(!request.error().message.isEmpty());
}

void CodecTest::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("integer") << QByteArray(R"({"Precedence":7})") << true;
    QTest::newRow("without fraction") << QByteArray(R"({"Precedence":7.0})") << true;
    QTest::newRow("too large") << QByteArray(R"({"Precedence":1e400})") << false;
    QTest::newRow("time with fraction") << QByteArray(R"({"CreationDate":1.5})") << true;
    QTest::newRow("time as text") << QByteArray(R"({"CreationDate":"2024-01-01T00:00:00Z"})") << false;
    QTest::newRow("time too large") << QByteArray(R"({"CreationDate":1e400})") << false;
}

void CodecTest::readsNumbers()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    QCOMPARE(model::decode<idp::GroupType>(parsed(text)).has_value(), good);
    QVERIFY(!model::decode<idp::AssetType>(parsed(R"({"Bytes":"not base64!"})")));
}

namespace {

// A value with every member set, three levels deep.
json::Value filled(const model::TypeDescriptor &type, int depth);

json::Value filledStruct(const model::StructDescriptor &descriptor, int depth)
{
    json::Value value = json::Value::object();
    for (const model::MemberDescriptor &member : descriptor.members)
        value.set(member.name, filled(*member.type, depth));
    return value;
}

json::Value filled(const model::TypeDescriptor &type, int depth)
{
    switch (type.kind) {
    case model::Kind::String:
        return u"text"_s;
    case model::Kind::Enum:
        return type.enumeration->values.front();
    case model::Kind::Integer:
        return 7;
    case model::Kind::Boolean:
        return true;
    case model::Kind::Timestamp:
        return 1700000000.25;
    case model::Kind::Blob:
        return u"AP8="_s;
    case model::Kind::Document:
        return parsed(R"({"any":[1.10]})");
    case model::Kind::List:
        return QList<json::Value>{filled(*type.element, depth), filled(*type.element, depth)};
    case model::Kind::Map:
        return QList<json::Member>{{u"key"_s, filled(*type.element, depth)}};
    case model::Kind::Struct:
        return depth > 0 ? filledStruct(*type.structure, depth - 1) : json::Value::object();
    }
    Q_UNREACHABLE();
}

} // namespace

// Through the types of those operations that hold every kind of member; offsets that are off by one would show.
void CodecTest::roundTripsEveryStruct()
{
    const auto check = []<class T>(const T &) {
        const json::Value value = filledStruct(T::descriptor(), 4);
        const auto object = model::decode<T>(value);
        if (!object)
            qWarning("%s: %s", qPrintable(object.error().path), qPrintable(object.error().message));
        return object && model::encode(*object) == value;
    };
    QVERIFY(check(idp::CreateUserPoolRequest()));
    QVERIFY(check(idp::DescribeUserPoolResponse()));
    QVERIFY(check(idp::DescribeUserPoolClientResponse()));
    QVERIFY(check(idp::DescribeRiskConfigurationResponse()));
    QVERIFY(check(idp::AdminInitiateAuthRequest()));
    QVERIFY(check(idp::AdminListUserAuthEventsResponse()));
    QVERIFY(check(idp::CreateManagedLoginBrandingRequest()));
    QVERIFY(check(idp::CreateIdentityProviderRequest()));
    QVERIFY(check(idp::StartWebAuthnRegistrationResponse()));
    QVERIFY(check(idp::DeleteUserResponse()));
    QVERIFY(check(identity::SetIdentityPoolRolesInput()));
    QVERIFY(check(identity::IdentityPool()));
    QVERIFY(check(identity::GetCredentialsForIdentityResponse()));
}

QTEST_APPLESS_MAIN(CodecTest)
#include "tst_codec.moc"
