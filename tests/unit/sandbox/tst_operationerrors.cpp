#include "errors/errortable.h"
#include "errors/requests.h"
#include "errors/sourcetexts.h"
#include "errors/tables.h"

#include "sandbox/unverifiedtexts.h"
#include "json/writer.h"

#include <QRegularExpression>
#include <QSet>
#include <QUuid>

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
    void withoutEffectInsideOfStructures();
    void everyErrorOfTheModel();
    void everyText();             // of rules/*refusals.h is given by some operation
    void everyTextOfTheService(); // as data/service-errors.tsv has it, is given by some operation, too
    void everyThingNotSimulated();
    void unverifiedTextsAreListed();
    void textsStandInOnePlace();

private:
    void checkOnTheWire() const;

    std::unique_ptr<TestWorld> m_world;
    bool isGiven(const QString &pattern) const; // by some row: "AException: Text with %1."

    QMap<QString, QSet<QString>> m_seen; // exceptions by operation
    QSet<QString> m_verdicts;
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

// Given though the model does not name it: documented in words (AdminCreateUser), where a user comes to a preferred_username
// that another one has, or as all operations with a client or a token do.
QSet<QString> beyondTheModel()
{
    return words("AdminCreateUser=AliasExistsException AdminConfirmSignUp=AliasExistsException "
                 "AdminSetUserPassword=AliasExistsException ConfirmForgotPassword=AliasExistsException "
                 "RevokeToken=ResourceNotFoundException "
                 "GlobalSignOut=UserNotFoundException");
}

bool isGivenByAll(const QString &exception)
{
    return exception == u"SerializationException"_s || exception == u"NotSimulatedException"_s ||
           exception == u"MissingAuthenticationTokenException"_s;
}

// The permissions of administrators are not looked at.
bool isRequired(const model::OperationDescriptor &operation, const QString &exception)
{
    const bool permission =
        operation.authorization == model::Authorization::SigV4 && exception == u"NotAuthorizedException"_s;
    return !permission && !neverGiven().contains(exception) &&
           !unreachable().contains(QString(operation.name) + u'=' + exception);
}

} // namespace

void TestOperationErrors::error_data()
{
    everyError_data();
}

void TestOperationErrors::checkOnTheWire() const
{
    const auto &[operation, error, response] = *m_world->bench.lastFailure;
    QCOMPARE(response.status, error.code == u"InternalErrorException"_s ? 500 : 400);
    QCOMPARE(headerOf(response, "x-amzn-ErrorType"), error.code.toLatin1() + ':');
    QByteArray line = error.message.toLatin1();
    line.replace('\n', '?');
    QCOMPARE(headerOf(response, "x-amzn-ErrorMessage"), line);
    QCOMPARE(headerOf(response, "Content-Type"), QByteArray("application/x-amz-json-1.1"));
    QCOMPARE(headerOf(response, "Date"), httpserver::httpDate(m_world->bench.clock.now()));
    const QByteArray requestId = headerOf(response, "x-amzn-RequestId");
    QCOMPARE(QUuid(QString::fromLatin1(requestId)).toByteArray(QUuid::WithoutBraces), requestId);
    json::Value body = json::Value::object();
    body.set(u"__type"_s, error.code);
    body.set(u"message"_s, error.message);
    QCOMPARE(response.body, json::write(body));
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
    checkOnTheWire();
    m_seen[failure->operation].insert(failure->error.code);
    m_verdicts.insert(failure->error.code + u": "_s + failure->error.message);
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

void TestOperationErrors::withoutEffectInsideOfStructures()
{
    for (const Operation *operation : m_world->bench.registry().operations()) {
        const QStringList accepted = acceptedWithoutEffect(*operation);
        for (const QString &path : accepted) {
            const QStringList steps = path.split(u'.');
            const auto *member = operation->descriptor->input->find(steps.first());
            QVERIFY2(member, qPrintable(path));
            if (steps.size() == 1 || steps.last() == u"*"_s)
                continue;
            QVERIFY2(member->type->structure && member->type->structure->find(steps.at(1)), qPrintable(path));
            QVERIFY2(operation->support.members.contains(steps.first()), qPrintable(path)); // the rest of it counts
        }
    }
    for (const QString &name : {u"CreateUserPool"_s, u"UpdateUserPool"_s}) {
        const QStringList accepted = acceptedWithoutEffect(*m_world->bench.registry().find(name));
        QVERIFY(accepted.contains(u"VerificationMessageTemplate.EmailMessageByLink"_s));
        QVERIFY(accepted.contains(u"VerificationMessageTemplate.EmailSubjectByLink"_s));
        QVERIFY(accepted.contains(u"EmailConfiguration.ReplyToEmailAddress"_s));
        QVERIFY(!accepted.contains(u"EmailConfiguration"_s)); // the sender of mails: see tst_sesmailbox
    }
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

bool TestOperationErrors::isGiven(const QString &pattern) const
{
    const QRegularExpression whole = wholeText(pattern);
    return std::any_of(m_verdicts.begin(), m_verdicts.end(),
                       [&](const QString &verdict) { return whole.match(verdict).hasMatch(); });
}

void TestOperationErrors::everyText()
{
    if (m_seen.size() <= 1)
        QSKIP("Only when all rows ran.");
    const QMap<QString, QString> texts = refusalTexts();
    QVERIFY(texts.size() > 100);
    // Given where a choice or a fault is asked for, or over HTTP: see tst_operationchoices, tst_sandboxfaults, tst_controls.
    const QSet<QString> elsewhere = words("aliasTakenDocumented rotationWithFlow refreshTokenUnknown rateExceeded "
                                          "signatureLate signatureEarly");
    QStringList findings;
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (!elsewhere.contains(text.key()) && !isGiven(*text))
            findings << text.key() + u": "_s + *text;
    }
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

void TestOperationErrors::everyTextOfTheService()
{
    if (m_seen.size() <= 1)
        QSKIP("Only when all rows ran.");
    const QList<ServiceText> texts = serviceTexts();
    QVERIFY(texts.size() > 50);
    QStringList findings;
    for (const ServiceText &text : texts) {
        if (text.where == u"row"_s && !isGiven(text.pattern))
            findings << text.pattern;
    }
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

void TestOperationErrors::everyThingNotSimulated()
{
    if (m_seen.size() <= 1)
        QSKIP("Only when all rows ran.");
    const QStringList things = thingsNotSimulated();
    QVERIFY(things.size() > 15);
    QStringList findings;
    for (const QString &thing : things) {
        if (!isGiven(u"NotSimulatedException: The sandbox does not simulate "_s + thing + u'.'))
            findings << thing;
    }
    QVERIFY2(findings.isEmpty(), qPrintable(u'\n' + findings.join(u'\n')));
}

void TestOperationErrors::unverifiedTextsAreListed()
{
    QStringList listed;
    for (const UnverifiedText &one : unverifiedTexts())
        listed << one.text;
    QStringList marked = textsMarkedUnverified();
    QVERIFY(marked.size() > 40);
    marked << listed.filter(u"Invitations and"_s); // messages' texts are no refusals
    QVERIFY(listed.contains(u"ResourceNotFoundException: Group not found."_s));
    listed.sort();
    marked.sort();
    QCOMPARE(listed, marked);
}

// Otherwise everyText() would not see them. The texts about signatures have their rows in tst_signatures, over HTTP.
void TestOperationErrors::textsStandInOnePlace()
{
    const QStringList known{u"control/faults.cpp"_s, u"control/faults.h"_s, u"rules/protocolrefusals.h"_s,
                            u"rules/refusals.h"_s, u"signatures.cpp"_s};
    QCOMPARE(filesNamingExceptions(), known);
}

QTEST_GUILESS_MAIN(TestOperationErrors)
#include "tst_operationerrors.moc"
