#include "model/codec.h"
#include "model/cognitoidentity.h"
#include "model/cognitoidp.h"
#include "json/reader.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace poolscope;
using namespace Qt::StringLiterals;

namespace {

using Text = QByteArray;

json::Value parsed(const QByteArray &text)
{
    auto document = json::read(text);
    if (!document)
        qFatal("not JSON: %s", text.constData());
    return document->root;
}

// A text of one repeated character, in quotes.
QByteArray quoted(int count, const char *character = "a")
{
    return '"' + QByteArray(character).repeated(count) + '"';
}

} // namespace

class ConstraintsTest final : public QObject
{
    Q_OBJECT

private slots:
    void wordings_data();
    void wordings();
    void longPasswordsTakeNoTime();
    void countsCodePoints_data();
    void countsCodePoints();
    void patternsMatchTheWholeText_data();
    void patternsMatchTheWholeText();
    void tokensAreJudgedAsByTheirPattern();
    void passesOverWrongTypes();
    void judgesTheLastDuplicate();
    void saysWhereInBothWays();
    void ofAnObject();
};

void ConstraintsTest::wordings_data()
{
    QTest::addColumn<QString>("structure");
    QTest::addColumn<Text>("request");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, QStringView structure, const Text &request, const QString &message) {
        QTest::newRow(name) << structure.toString() << request << message;
    };
    const QString one = u"1 validation error detected: "_s;
    const QString pattern = u" failed to satisfy constraint: Member must satisfy regular expression pattern: "_s;
    const Text who = R"({"ClientId":"c","Username":"u","Password":)";

    row("fine", u"SignUpRequest", who + R"("abcdef"})", QString());
    row("password short", u"SignUpRequest", who + R"("abc"})",
        one +
            u"Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6"_s);
    row("password with outer blank", u"SignUpRequest", who + R"("abcdef "})",
        one + u"Value at 'password'"_s + pattern + u"^[\\S]+.*[\\S]+$"_s);
    row("password with inner blank", u"SignUpRequest", who + R"("abc def"})", QString());
    row("password with a line end inside", u"SignUpRequest", who + R"("abc\ndef"})",
        one + u"Value at 'password'"_s + pattern + u"^[\\S]+.*[\\S]+$"_s);
    row("password with a tab before it", u"SignUpRequest", who + R"("\tabcdef"})",
        one + u"Value at 'password'"_s + pattern + u"^[\\S]+.*[\\S]+$"_s);
    row("password empty", u"SignUpRequest", who + R"(""})",
        u"2 validation errors detected: Value at 'password' failed to satisfy constraint: Member must have length "
        u"greater than or equal to 6; Value at 'password'"_s +
            pattern + u"^[\\S]+.*[\\S]+$"_s);
    row("password long", u"SignUpRequest", who + quoted(257) + "}",
        one + u"Value at 'password' failed to satisfy constraint: Member must have length less than or equal to 256"_s);
    row("unknown flow", u"InitiateAuthRequest", R"({"AuthFlow":"MAGIC","ClientId":"c"})",
        one + u"Value 'MAGIC' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: "
              u"[ADMIN_NO_SRP_AUTH, ADMIN_USER_PASSWORD_AUTH, CUSTOM_AUTH, REFRESH_TOKEN, REFRESH_TOKEN_AUTH, "
              u"USER_AUTH, USER_PASSWORD_AUTH, USER_SRP_AUTH]"_s);
    row("required and absent", u"DescribeUserPoolRequest", "{}",
        one + u"Value null at 'userPoolId' failed to satisfy constraint: Member must not be null"_s);
    row("required and null", u"DescribeUserPoolRequest", R"({"UserPoolId":null})",
        one + u"Value null at 'userPoolId' failed to satisfy constraint: Member must not be null"_s);
    row("required, sensitive and absent", u"GetUserRequest", "{}",
        one + u"Value at 'accessToken' failed to satisfy constraint: Member must not be null"_s);
    row("pool id", u"DescribeUserPoolRequest", R"({"UserPoolId":"us-east-1"})",
        one + u"Value 'us-east-1' at 'userPoolId'"_s + pattern + u"[\\w-]+_[0-9a-zA-Z]+"_s);
    row("sensitive name with a blank", u"SignUpRequest", R"({"ClientId":"c","Username":"a b"})",
        one + u"Value at 'username'"_s + pattern + u"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"_s);
    row("number too small", u"ListUserPoolsRequest", R"({"MaxResults":0})",
        one +
            u"Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1"_s);
    row("number too large", u"ListUserPoolsRequest", R"({"MaxResults":61})",
        one +
            u"Value '61' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 60"_s);
    row("number nested", u"CreateUserPoolRequest",
        R"({"PoolName":"p","Policies":{"PasswordPolicy":{"MinimumLength":5}}})",
        one + u"Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: "
              u"Member must have value greater than or equal to 6"_s);
    row("inside a list", u"SignUpRequest",
        R"({"ClientId":"c","Username":"u","UserAttributes":[{"Name":"a"},{"Name":"","Value":"secret"}]})",
        u"2 validation errors detected: Value '' at 'userAttributes.2.member.name' failed to satisfy constraint: "
        u"Member must have length greater than or equal to 1; Value '' at 'userAttributes.2.member.name'"_s +
            pattern + u"[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+"_s);
    row("sensitive inside a list", u"SignUpRequest",
        R"({"ClientId":"c","Username":"u","UserAttributes":[{"Name":"a","Value":)" + quoted(2049) + "}]}",
        one + u"Value at 'userAttributes.1.member.value' failed to satisfy constraint: "
              u"Member must have length less than or equal to 2048"_s);
    row("enum in a list", u"CreateUserPoolRequest", R"({"PoolName":"p","AliasAttributes":["email","fax"]})",
        one + u"Value '[email, fax]' at 'aliasAttributes' failed to satisfy constraint: Member must satisfy "
              u"constraint: [Member must satisfy enum value set: [email, phone_number, preferred_username]]"_s);
    row("list too short", u"AddCustomAttributesRequest", R"({"UserPoolId":"a_b","CustomAttributes":[]})",
        one + u"Value '[]' at 'customAttributes' failed to satisfy constraint: "
              u"Member must have length greater than or equal to 1"_s);
    row("code is shown, as it is not the service's secret", u"ConfirmSignUpRequest",
        R"({"ClientId":"c","Username":"u","ConfirmationCode":"1 2"})",
        one + u"Value '1 2' at 'confirmationCode'"_s + pattern + u"[\\S]+"_s);
}

void ConstraintsTest::wordings()
{
    QFETCH(QString, structure);
    QFETCH(Text, request);
    QFETCH(QString, message);
    const model::StructDescriptor *descriptor = model::findStruct(model::cognitoIdp(), structure);
    QVERIFY(descriptor);
    QCOMPARE(model::violationMessage(model::violations(*descriptor, parsed(request))), message);
}

void ConstraintsTest::longPasswordsTakeNoTime()
{
    const model::StructDescriptor *descriptor = model::findStruct(model::cognitoIdp(), u"SignUpRequest");
    const Text who = R"({"ClientId":"c","Username":"u","Password":)";
    const json::Value request = parsed(who + '"' + Text(100'000, 'a') + " \"}");
    QElapsedTimer elapsed;
    elapsed.start();
    for (int i = 0; i < 50; ++i)
        QCOMPARE(model::violations(*descriptor, request).size(), 2);
    QVERIFY2(elapsed.elapsed() < 3'000, qPrintable(QString::number(elapsed.elapsed())));
}

void ConstraintsTest::countsCodePoints_data()
{
    QTest::addColumn<Text>("password");
    QTest::addColumn<int>("count");
    QTest::newRow("six letters of two bytes") << quoted(6, "é") << 0;
    QTest::newRow("six emoji of four bytes") << quoted(6, "😀") << 0;
    QTest::newRow("five emoji") << quoted(5, "😀") << 1;
    QTest::newRow("256 emoji") << quoted(256, "😀") << 0;
    QTest::newRow("257 emoji") << quoted(257, "😀") << 1;
}

void ConstraintsTest::countsCodePoints()
{
    QFETCH(Text, password);
    QFETCH(int, count);
    const json::Value request = parsed(R"({"ClientId":"c","Username":"u","Password":)" + password + "}");
    QCOMPARE(model::violations(idp::SignUpRequest::descriptor(), request).size(), count);
}

void ConstraintsTest::patternsMatchTheWholeText_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<bool>("good");
    QTest::newRow("letters") << u"jane"_s << true;
    QTest::newRow("e-mail address") << u"jane+x@example.com"_s << true;
    QTest::newRow("Hangul") << u"제인"_s << true;
    QTest::newRow("emoji") << u"😀"_s << true;
    QTest::newRow("combining mark") << u"e\u0301"_s << true;
    QTest::newRow("blank inside") << u"ja ne"_s << false;
    QTest::newRow("line break at the end") << u"jane\n"_s << false;
    QTest::newRow("no-break space") << u"ja\u00A0ne"_s << false;
    QTest::newRow("control character") << u"ja\u0001ne"_s << false;
}

void ConstraintsTest::patternsMatchTheWholeText()
{
    QFETCH(QString, username);
    QFETCH(bool, good);
    QCOMPARE(model::violations(idp::SignUpRequest{.clientId = u"c"_s, .username = username}).isEmpty(), good);
}

// The characters of tokens are judged by hand: as the model's pattern would.
void ConstraintsTest::tokensAreJudgedAsByTheirPattern()
{
    const QRegularExpression pattern(u"\\A[A-Za-z0-9-_=.]+\\z"_s);
    QStringList tokens{QString(), u"a.b\n"_s, u"\na.b"_s, u"가"_s, u"😀"_s, QString(2000, u'x')};
    for (char16_t c = 0; c < 0x180; ++c)
        tokens << QString(QChar(c)) << u"a%1b"_s.arg(QChar(c));
    for (const QString &token : std::as_const(tokens))
        QCOMPARE(model::violations(idp::GetUserRequest{.accessToken = token}).isEmpty(),
                 pattern.match(token).hasMatch());
}

void ConstraintsTest::passesOverWrongTypes()
{
    const json::Value request =
        parsed(R"({"ClientId":[],"Username":1,"Password":{},"UserAttributes":{"Name":""},"ClientMetadata":[1]})");
    QVERIFY(model::violations(idp::SignUpRequest::descriptor(), request).isEmpty());
}

void ConstraintsTest::judgesTheLastDuplicate()
{
    const json::Value bad = parsed(R"({"UserPoolId":"us-east-1_a","UserPoolId":"?"})");
    QCOMPARE(model::violations(idp::DescribeUserPoolRequest::descriptor(), bad).size(), 1);
    const json::Value good = parsed(R"({"UserPoolId":"?","UserPoolId":"us-east-1_a"})");
    QVERIFY(model::violations(idp::DescribeUserPoolRequest::descriptor(), good).isEmpty());
}

void ConstraintsTest::saysWhereInBothWays()
{
    const json::Value request = parsed(R"({"ClientId":"c","Username":"u","UserAttributes":[{"Value":"x"}]})");
    const auto found = model::violations(idp::SignUpRequest::descriptor(), request);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).path, u"userAttributes.1.member.name"_s);
    QCOMPARE(found.at(0).pointer, u"/UserAttributes/0/Name"_s);
    QCOMPARE(found.at(0).rule, model::Violation::Rule::Required);

    const json::Value roles = parsed(R"({"IdentityPoolId":"r:1","Roles":{},"RoleMappings":{"a/b":{"Type":"X"}}})");
    const auto mapped = model::violations(identity::SetIdentityPoolRolesInput::descriptor(), roles);
    QCOMPARE(mapped.size(), 1);
    QCOMPARE(mapped.at(0).path, u"roleMappings.a/b.member.type"_s);
    QCOMPARE(mapped.at(0).pointer, u"/RoleMappings/a~1b/Type"_s);
}

void ConstraintsTest::ofAnObject()
{
    const auto found = model::violations(idp::ConfirmSignUpRequest{.clientId = u"c"_s, .username = u"u"_s});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).path, u"confirmationCode"_s);
}

QTEST_APPLESS_MAIN(ConstraintsTest)
#include "tst_constraints.moc"
