#include "model/cognitoidentity.h"
#include "model/cognitoidp.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace Qt::StringLiterals;

class ModelTablesTest final : public QObject
{
    Q_OBJECT

private slots:
    void counts();
    void findsOperations();
    void findsStructs();
    void describesAuthorizationAndEffect_data();
    void describesAuthorizationAndEffect();
    void typesKnowTheirOperations();
    void patternsAreValid();
    void limitsMakeSense();
    void constants();
};

void ModelTablesTest::counts()
{
    QCOMPARE(model::cognitoIdp().operations.size(), size_t(140));
    QCOMPARE(model::cognitoIdentity().operations.size(), size_t(23));
    QCOMPARE(model::cognitoIdp().id, "cognito-idp"_L1);
    QCOMPARE(model::cognitoIdp().targetPrefix, "AWSCognitoIdentityProviderService"_L1);
    QCOMPARE(model::cognitoIdentity().targetPrefix, "AWSCognitoIdentityService"_L1);
}

void ModelTablesTest::findsOperations()
{
    for (const auto *service : {&model::cognitoIdp(), &model::cognitoIdentity()}) {
        for (const model::OperationDescriptor *operation : service->operations) {
            QCOMPARE(model::findOperation(*service, QString(operation->name)), operation);
            QCOMPARE(operation->service, service);
            QVERIFY(operation->input && operation->output);
            QCOMPARE(operation->hasOutput, !operation->output->members.empty());
        }
    }
    QVERIFY(!model::findOperation(model::cognitoIdp(), u"signUp"));
    QVERIFY(!model::findOperation(model::cognitoIdp(), u""));
    QVERIFY(!model::findOperation(model::cognitoIdp(), u"ZZZ"));
    QVERIFY(!model::findOperation(model::cognitoIdentity(), u"SignUp"));
}

void ModelTablesTest::findsStructs()
{
    for (const auto *service : {&model::cognitoIdp(), &model::cognitoIdentity()}) {
        for (const model::StructDescriptor *structure : service->structs) {
            QCOMPARE(model::findStruct(*service, QString(structure->name)), structure);
            for (const model::MemberDescriptor &member : structure->members)
                QCOMPARE(structure->find(QString(member.name)), &member);
        }
    }
    QVERIFY(!idp::SignUpRequest::descriptor().find(u"clientId"));
}

void ModelTablesTest::describesAuthorizationAndEffect_data()
{
    using model::Authorization;
    using model::Effect;
    QTest::addColumn<QString>("name");
    QTest::addColumn<Authorization>("authorization");
    QTest::addColumn<Effect>("effect");
    const auto row = [](const char *name, Authorization authorization, Effect effect) {
        QTest::newRow(name) << QString::fromLatin1(name) << authorization << effect;
    };
    row("SignUp", Authorization::None, Effect::SendsCode);
    row("ConfirmSignUp", Authorization::None, Effect::Writes);
    row("InitiateAuth", Authorization::None, Effect::UsesSession);
    row("RespondToAuthChallenge", Authorization::Session, Effect::UsesSession);
    row("GetUser", Authorization::AccessToken, Effect::Reads);
    row("AssociateSoftwareToken", Authorization::AccessTokenOrSession, Effect::Writes);
    row("GetTokensFromRefreshToken", Authorization::RefreshToken, Effect::UsesSession);
    row("GlobalSignOut", Authorization::AccessToken, Effect::Writes);
    row("RevokeToken", Authorization::RefreshToken, Effect::UsesSession);
    row("UpdateAuthEventFeedback", Authorization::FeedbackToken, Effect::Writes);
    row("DeleteUser", Authorization::AccessToken, Effect::Destroys);
    row("DeleteUserPool", Authorization::SigV4, Effect::Destroys);
    row("AdminCreateUser", Authorization::SigV4, Effect::SendsCode);
    row("ListUsers", Authorization::SigV4, Effect::Reads);
    row("UpdateUserPool", Authorization::SigV4, Effect::Writes);
}

void ModelTablesTest::describesAuthorizationAndEffect()
{
    QFETCH(QString, name);
    QFETCH(model::Authorization, authorization);
    QFETCH(model::Effect, effect);
    const model::OperationDescriptor *operation = model::findOperation(model::cognitoIdp(), name);
    QVERIFY(operation);
    QCOMPARE(model::toString(operation->authorization), model::toString(authorization));
    QCOMPARE(model::toString(operation->effect), model::toString(effect));
}

void ModelTablesTest::typesKnowTheirOperations()
{
    static_assert(std::is_same_v<idp::SignUpRequest::Response, idp::SignUpResponse>);
    static_assert(std::is_same_v<identity::CreateIdentityPoolInput::Response, identity::IdentityPool>);
    QCOMPARE(idp::SignUpRequest::operation().name, "SignUp"_L1);
    QCOMPARE(idp::SignUpRequest::operation().input, &idp::SignUpRequest::descriptor());
    QCOMPARE(idp::SignUpRequest::operation().output, &idp::SignUpResponse::descriptor());
    const auto errors = idp::SignUpRequest::operation().errors;
    QVERIFY(std::find(errors.begin(), errors.end(), idp::errors::UsernameExistsException) != errors.end());
}

void ModelTablesTest::patternsAreValid()
{
    int patterns = 0;
    for (const auto *service : {&model::cognitoIdp(), &model::cognitoIdentity()}) {
        for (const model::StructDescriptor *structure : service->structs) {
            for (const model::MemberDescriptor &member : structure->members) {
                const QRegularExpression pattern{QString(member.pattern)};
                QVERIFY2(pattern.isValid(), qPrintable(pattern.pattern()));
                patterns += !member.pattern.isEmpty();
                QVERIFY2(member.pattern.isEmpty() || member.type->kind == model::Kind::String,
                         qPrintable(QString(structure->name) + u'.' + member.name));
            }
        }
    }
    QVERIFY(patterns > 400);
}

void ModelTablesTest::limitsMakeSense()
{
    for (const auto *service : {&model::cognitoIdp(), &model::cognitoIdentity()}) {
        for (const model::StructDescriptor *structure : service->structs) {
            for (const model::MemberDescriptor &member : structure->members) {
                QVERIFY(member.maximum == model::noLimit || member.minimum <= member.maximum);
                QVERIFY(member.type && member.type->access);
            }
        }
    }
}

void ModelTablesTest::constants()
{
    QCOMPARE(idp::values::AuthFlowType::UserSrpAuth, "USER_SRP_AUTH"_L1);
    QCOMPARE(idp::values::DeviceRememberedStatusType::NotRemembered, "not_remembered"_L1);
    QCOMPARE(std::size(idp::values::ChallengeNameType::all), size_t(16));
    const idp::SchemaAttributeType attribute{.mutable_ = true};
    QVERIFY(*attribute.mutable_);
}

QTEST_APPLESS_MAIN(ModelTablesTest)
#include "tst_modeltables.moc"
