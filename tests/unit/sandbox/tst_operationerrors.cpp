#include "errors/errortable.h"
#include "errors/requests.h"
#include "errors/tables.h"

#include "json/reader.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace poolscope::sandbox::test;
using namespace Qt::StringLiterals;

// Every operation of the sandbox and every error that it can give: condition, exception, exact text, status, headers.
// The rows stand in errors/; what the model says that an operation can refuse has to be among them.
class TestOperationErrors final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<TestWorld>(); }
    void cleanupTestCase() { m_world.reset(); }
    void error_data();
    void error();
    void contextHasNoEffect();
    void everyErrorOfTheModel();
    void everyText(); // of rules/refusals.h is given by some operation

private:
    void checkOnTheWire(const ServiceError &error) const;

    std::unique_ptr<TestWorld> m_world;
    QMap<QString, QSet<QString>> m_seen; // exceptions by operation
    QSet<QString> m_messages;
};

namespace {

QByteArray headerOf(const httpserver::HttpResponse &response, const QByteArray &name)
{
    for (const httpserver::Header &header : response.headers) {
        if (header.first == name)
            return header.second;
    }
    return {};
}

QSet<QString> words(const char *list)
{
    const QStringList parts = QString::fromLatin1(list).simplified().split(u' ');
    return {parts.begin(), parts.end()};
}

// What the model names and no operation of the sandbox ever gives: there are no quotas, no providers of mail and SMS, no
// firewall, no import jobs, no MFA and no managed login; faults are none of the operations' own.
QSet<QString> neverGiven()
{
    return words("TooManyRequestsException InternalErrorException InternalServerException ForbiddenException "
                 "AccessDeniedException OperationNotEnabledException CodeDeliveryFailureException "
                 "InvalidEmailRoleAccessPolicyException InvalidSmsRoleAccessPolicyException "
                 "InvalidSmsRoleTrustRelationshipException UserImportInProgressException "
                 "ConcurrentModificationException FeatureUnavailableInTierException TierChangeNotAllowedException "
                 "UserPoolTaggingException MFAMethodNotFoundException SoftwareTokenMFANotFoundException "
                 "InvalidUserPoolConfigurationException TooManyFailedAttemptsException ScopeDoesNotExistException "
                 "InvalidOAuthFlowException PreconditionNotMetException");
}

// Named by the model for the operation, but no source says what leads there, or it needs what is not simulated: codes of
// MFA, quotas of pools, limits on what administrators and lists of secrets do.
QSet<QString> unreachable()
{
    return words("AdminConfirmSignUp=LimitExceededException AdminResetUserPassword=LimitExceededException "
                 "ConfirmForgotPassword=UserNotConfirmedException CreateUserPool=LimitExceededException "
                 "DeleteUserPoolClientSecret=LimitExceededException ListUserPoolClientSecrets=LimitExceededException "
                 "GetTokensFromRefreshToken=UserNotFoundException InitiateAuth=UnsupportedOperationException "
                 "AdminInitiateAuth=UnsupportedOperationException RespondToAuthChallenge=CodeMismatchException "
                 "RespondToAuthChallenge=ExpiredCodeException AdminRespondToAuthChallenge=CodeMismatchException "
                 "AdminRespondToAuthChallenge=ExpiredCodeException SignUp=LimitExceededException "
                 "UpdateUserAttributes=CodeMismatchException UpdateUserAttributes=ExpiredCodeException");
}

// Given though the model does not name it: documented in words (AdminCreateUser), or as all operations with a client or
// a token do.
QSet<QString> beyondTheModel()
{
    return words("AdminCreateUser=AliasExistsException RevokeToken=ResourceNotFoundException "
                 "GlobalSignOut=UserNotFoundException");
}

bool isGivenByAll(const QString &exception)
{
    return exception == u"SerializationException"_s || exception == u"NotSimulatedException"_s;
}

// The permissions of administrators are not looked at.
bool isRequired(const model::OperationDescriptor &operation, const QString &exception)
{
    const bool permission =
        operation.authorization == model::Authorization::SigV4 && exception == u"NotAuthorizedException"_s;
    return !permission && !neverGiven().contains(exception) &&
           !unreachable().contains(QString(operation.name) + u'=' + exception);
}

// The texts of rules/refusals.h by their names.
QMap<QString, QString> refusalTexts()
{
    QFile file(QStringLiteral(SANDBOX_REFUSALS));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression definition(u"Refusal (\\w+)\\{(.*?)\\};"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression literal(u"\"([^\"]*)\""_s);
    QMap<QString, QString> texts;
    for (auto found = definition.globalMatch(source); found.hasNext();) {
        const auto match = found.next();
        // The last QLatin1StringView is the text, in pieces.
        const QString body = match.captured(2).section(u"QLatin1StringView("_s, -1);
        QString text;
        for (auto piece = literal.globalMatch(body); piece.hasNext();)
            text += piece.next().captured(1);
        texts.insert(match.captured(1), text);
    }
    return texts;
}

} // namespace

void TestOperationErrors::error_data()
{
    addErrorColumns();
    signUpErrors_data();
    confirmationErrors_data();
    passwordResetErrors_data();
    administratorErrors_data();
    signInErrors_data();
    tokenErrors_data();
    accessTokenErrors_data();
    ownAccountErrors_data();
    ownAttributeErrors_data();
    refreshErrors_data();
    adminAccountErrors_data();
    adminSignInErrors_data();
    groupErrors_data();
    settingsErrors_data();
    namedErrors_data();
    triggerErrors_data();
    protocolErrors_data();
}

void TestOperationErrors::checkOnTheWire(const ServiceError &error) const
{
    const auto response = toHttp(tl::unexpected(error), u"request-1"_s, m_world->bench.clock);
    QCOMPARE(response.status, 400);
    QCOMPARE(headerOf(response, "x-amzn-RequestId"), QByteArray("request-1"));
    QCOMPARE(headerOf(response, "x-amzn-ErrorType"), error.code.toLatin1() + ':');
    QCOMPARE(headerOf(response, "x-amzn-ErrorMessage"), error.message.toLatin1());
    QCOMPARE(headerOf(response, "Content-Type"), QByteArray("application/x-amz-json-1.1"));
    const auto body = json::read(response.body);
    QVERIFY(body);
    QCOMPARE(body->root.value(u"__type").toString(), error.code);
    QCOMPARE(body->root.value(u"message").toString(), error.message);
}

void TestOperationErrors::error()
{
    QFETCH(const Act, act);
    QFETCH(const QString, expected);
    m_world->bench.lastFailure.reset();
    m_world->bench.triggers.answer = {};
    const QString got = act(*m_world);
    m_world->bench.triggers.answer = {};
    QCOMPARE(got, expected);
    if (expected.isEmpty())
        return;
    const auto &failure = m_world->bench.lastFailure;
    QVERIFY(failure);
    QCOMPARE(failure->operation, QString::fromUtf8(QTest::currentDataTag()).section(u':', 0, 0));
    checkOnTheWire(failure->error);
    m_seen[failure->operation].insert(failure->error.code);
    m_messages.insert(failure->error.message);
}

// Operations answer the same with what is accepted without effect, and say so.
void TestOperationErrors::contextHasNoEffect()
{
    const json::Value text(u"x"_s);
    const auto object = [](const QString &name, const json::Value &value) {
        json::Value made = json::Value::object();
        made.set(name, value);
        return made;
    };
    json::Value context = object(u"IpAddress"_s, u"127.0.0.1"_s);
    context.set(u"ServerName"_s, text);
    context.set(u"ServerPath"_s, text);
    context.set(u"HttpHeaders"_s, json::Value::array());
    const QMap<QString, json::Value> members{{u"AnalyticsMetadata"_s, object(u"AnalyticsEndpointId"_s, text)},
                                             {u"UserContextData"_s, object(u"EncodedData"_s, text)},
                                             {u"ContextData"_s, context}};
    int seen = 0;
    for (const Operation *operation : m_world->bench.registry().operations()) {
        const QString name(operation->descriptor->name);
        for (auto member = members.cbegin(); member != members.cend(); ++member) {
            if (!operation->descriptor->input->find(member.key()))
                continue;
            json::Value request = smallestRequest(*m_world, *operation->descriptor);
            const QString without = verdict(m_world->bench.callJson(name, request));
            request.set(member.key(), *member);
            QCOMPARE(verdict(m_world->bench.callJson(name, request)), without);
            QVERIFY2(acceptedWithoutEffect(*operation).contains(member.key()), qPrintable(name));
            ++seen;
        }
    }
    QVERIFY(seen > 15);
    const auto &initiate = *m_world->bench.registry().find(u"InitiateAuth");
    QVERIFY(acceptedWithoutEffect(initiate).contains(u"AuthParameters.*"_s));
}

void TestOperationErrors::everyErrorOfTheModel()
{
    if (m_seen.size() <= 1)
        QSKIP("Only when all rows ran.");
    QStringList findings;
    for (const Operation *operation : m_world->bench.registry().operations()) {
        const QString name(operation->descriptor->name);
        QSet<QString> named;
        for (const QLatin1StringView error : operation->descriptor->errors)
            named.insert(QString(error));
        for (const QString &error : std::as_const(named)) {
            if (isRequired(*operation->descriptor, error) && !m_seen[name].contains(error))
                findings << u"no row: "_s + name + u' ' + error;
        }
        for (const QString &error : std::as_const(m_seen[name])) {
            if (!named.contains(error) && !isGivenByAll(error) && !beyondTheModel().contains(name + u'=' + error))
                findings << u"not of the model: "_s + name + u' ' + error;
        }
    }
    findings.sort();
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

void TestOperationErrors::everyText()
{
    if (m_seen.size() <= 1)
        QSKIP("Only when all rows ran.");
    const QMap<QString, QString> texts = refusalTexts();
    QVERIFY(texts.size() > 50);
    const QSet<QString> byChoice = words("aliasTakenDocumented rotationWithFlow"); // see tst_operationchoices
    QStringList findings;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        const QStringList fixed = text->split(u"%1"_s);
        const bool given = std::any_of(m_messages.begin(), m_messages.end(), [&](const QString &message) {
            return message.startsWith(fixed.first()) && message.endsWith(fixed.last());
        });
        if (!given && !byChoice.contains(text.key()))
            findings << text.key() + u": "_s + *text;
    }
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestOperationErrors)
#include "tst_operationerrors.moc"
