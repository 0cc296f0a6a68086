#include "diagnosis/guide.h"
#include "diagnosis/pastederror.h"

#include <QRegularExpression>
#include <QTest>

using namespace poolscope;
using namespace poolscope::diagnosis;

namespace {

const QString notAuthorized = QStringLiteral("NotAuthorizedException");
const QString incorrect = QStringLiteral("Incorrect username or password.");

QStringList idsOf(const QList<GuideEntry> &entries)
{
    QStringList ids;
    for (const GuideEntry &entry : entries)
        ids += entry.id;
    return ids;
}

} // namespace

class TestPastedError final : public QObject
{
    Q_OBJECT

private slots:
    void recognised_data();
    void recognised();
    void nothingRecognised_data();
    void nothingRecognised();
    void severalInOneText();
    void secretsAreRedacted();
    void longTextsEnd();
    void guideIsWhole();
    void searches_data();
    void searches();
    void explains_data();
    void explains();
    void aConditionIsNoFact();
};

void TestPastedError::recognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("requestId");
    const auto row = [](const char *name, const QString &text, const QString &code, const QString &message,
                        const QString &operation = {}, const QString &requestId = {}) {
        QTest::newRow(name) << text << code << message << operation << requestId;
    };
    const QString id = QStringLiteral("3f2a9c1e-0b5d-44e7-ac10-41f0aabbccdd");
    row("the service's JSON",
        QStringLiteral(R"({"__type":"NotAuthorizedException","message":"Incorrect username or password."})"),
        notAuthorized, incorrect);
    row("with a name space",
        QStringLiteral(
            R"({"__type": "com.amazonaws.cognito#UserNotFoundException", "Message": "User does not exist."})"),
        QStringLiteral("UserNotFoundException"), QStringLiteral("User does not exist."));
    row("JSON inside a log line",
        QStringLiteral(
            R"(12:00 WARN body={"__type":"NotAuthorizedException","message":"Incorrect username or password."} end)"),
        notAuthorized, incorrect);
    row("JSON as a string in a log",
        QStringLiteral(
            R"("body":"{\"__type\":\"NotAuthorizedException\",\"message\":\"Incorrect username or password.\"}")"),
        notAuthorized, incorrect);
    row("nested JSON",
        QStringLiteral(R"({"error":{"code":"NotAuthorizedException","message":"Incorrect username or password."}})"),
        notAuthorized, incorrect);
    row("AWS CLI",
        QStringLiteral(
            "\nAn error occurred (NotAuthorizedException) when calling the InitiateAuth operation: Incorrect "
            "username or password.\n"),
        notAuthorized, incorrect, QStringLiteral("InitiateAuth"));
    row("AWS CLI, as people shorten it",
        QStringLiteral("NotAuthorizedException when calling the InitiateAuth operation: Incorrect username or "
                       "password."),
        notAuthorized, incorrect, QStringLiteral("InitiateAuth"));
    row("AWS CLI after retries",
        QStringLiteral("An error occurred (TooManyRequestsException) when calling the ListUsers operation (reached max "
                       "retries: 2): Rate exceeded"),
        QStringLiteral("TooManyRequestsException"), QStringLiteral("Rate exceeded"), QStringLiteral("ListUsers"));
    row("boto3 stack trace",
        QStringLiteral("Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\n"
                       "botocore.errorfactory.UserNotConfirmedException: An error occurred (UserNotConfirmedException) "
                       "when calling the InitiateAuth operation: User is not confirmed."),
        QStringLiteral("UserNotConfirmedException"), QStringLiteral("User is not confirmed."),
        QStringLiteral("InitiateAuth"));
    row("an SDK's line", QStringLiteral("NotAuthorizedException: Incorrect username or password."), notAuthorized,
        incorrect);
    row("JavaScript stack trace",
        QStringLiteral("Uncaught (in promise) NotAuthorizedException: Incorrect username or password.\n    at "
                       "handler (index.js:10:5)\n    at process"),
        notAuthorized, incorrect);
    row("AWS SDK for JavaScript 3",
        QStringLiteral("NotAuthorizedException: Incorrect username or password.\n    at de_error (x.js:1:2) {\n  "
                       "'$fault': 'client',\n  '$metadata': {\n    httpStatusCode: 400,\n    requestId: '%1',\n"
                       "    attempts: 1\n  }\n}")
            .arg(id),
        notAuthorized, incorrect, {}, id);
    row("Amplify's wrapper", QStringLiteral("AuthException: NotAuthorizedException: Incorrect username or password."),
        notAuthorized, incorrect);
    row("Java 1",
        QStringLiteral(
            "com.amazonaws.services.cognitoidp.model.NotAuthorizedException: Incorrect username or password. "
            "(Service: AWSCognitoIdentityProvider; Status Code: 400; Error Code: NotAuthorizedException; "
            "Request ID: %1; Proxy: null)\n\tat com.amazonaws.http.AmazonHttpClient.a(A.java:1)")
            .arg(id),
        notAuthorized, incorrect, {}, id);
    row("Java 2",
        QStringLiteral(
            "software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException: Incorrect "
            "username or password. (Service: CognitoIdentityProvider, Status Code: 400, Request ID: %1)")
            .arg(id),
        notAuthorized, incorrect, {}, id);
    row("Kotlin", QStringLiteral("aws.sdk.kotlin.NotAuthorizedException(message=Incorrect username or password.)"),
        notAuthorized, incorrect);
    row("Go 2",
        QStringLiteral("operation error Cognito Identity Provider: InitiateAuth, https response error StatusCode: 400, "
                       "RequestID: %1, NotAuthorizedException: Incorrect username or password.")
            .arg(id),
        notAuthorized, incorrect, QStringLiteral("InitiateAuth"), id);
    row("Go 1",
        QStringLiteral("NotAuthorizedException: Incorrect username or password.\n\tstatus code: 400, request id: %1")
            .arg(id),
        notAuthorized, incorrect, {}, id);
    row(".NET",
        QStringLiteral(
            "Amazon.CognitoIdentityProvider.Model.NotAuthorizedException: Incorrect username or password.\r\n"
            " ---> Amazon.Runtime.Internal.HttpErrorResponse"),
        notAuthorized, incorrect);
    row("HTTP headers",
        QStringLiteral(
            "HTTP/1.1 400 Bad Request\r\nx-amzn-RequestId: %1\r\nx-amzn-ErrorType: NotAuthorizedException:\r\n"
            "x-amzn-ErrorMessage: Incorrect username or password.\r\n")
            .arg(id),
        notAuthorized, incorrect);
    row("only the name", QStringLiteral("  NotAuthorizedException "), notAuthorized, QString());
}

void TestPastedError::recognised()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(QString, operation);
    QFETCH(QString, requestId);
    const QList<Error> errors = errorsIn(text);
    QVERIFY(!errors.isEmpty());
    QCOMPARE(errors.first().code, code);
    QCOMPARE(errors.first().message, message);
    QCOMPARE(errors.first().operation, operation);
    if (!requestId.isEmpty())
        QCOMPARE(errors.first().requestId, requestId);
    for (const Error &error : errors)
        QVERIFY2(error.code == code || error.code == u"AuthException", qPrintable(error.code + error.message));
}

void TestPastedError::nothingRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << QStringLiteral("expired code");
    QTest::newRow("JSON of something else") << QStringLiteral(R"({"name":"Sunny","code":7,"list":[{},{}]})");
    QTest::newRow("broken JSON") << QStringLiteral(R"({"__type":)");
    QTest::newRow("brackets") << QString(5000, u'{');
    QTest::newRow("quotation marks") << QString(5000, u'"');
    QTest::newRow("a word that ends so") << QStringLiteral("exception: none");
}

void TestPastedError::nothingRecognised()
{
    QFETCH(QString, text);
    QVERIFY(errorsIn(text).isEmpty());
}

void TestPastedError::severalInOneText()
{
    QString text;
    for (int i = 0; i < 30; ++i)
        text += QStringLiteral("Sample%1Exception: no\n").arg(QChar(u'A' + i % 26));
    QCOMPARE(errorsIn(text).size(), 10);
    const QList<Error> two = errorsIn(QStringLiteral("UserNotFoundException: User does not exist.\n"
                                                     "UserNotFoundException: User does not exist.\n"
                                                     "NotAuthorizedException: Incorrect username or password."));
    QCOMPARE(two.size(), 2);
    QCOMPARE(two.first().code, QStringLiteral("UserNotFoundException"));
}

void TestPastedError::secretsAreRedacted()
{
    const QList<Error> errors = errorsIn(QStringLiteral(
        "NotAuthorizedException: no, Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.c2lnbmF0dXJl"));
    QCOMPARE(errors.size(), 1);
    QVERIFY(!errors.first().message.contains(QStringLiteral("eyJ")));
}

void TestPastedError::longTextsEnd()
{
    const QString long_ = QString(2'000'000, u'{') + QStringLiteral("NotAuthorizedException: x");
    QVERIFY(errorsIn(long_).isEmpty()); // beyond what is looked through
    const QString wide = QStringLiteral("NotAuthorizedException: ") + QString(60'000, u'x');
    QVERIFY(errorsIn(wide).first().message.size() <= 1000);
}

void TestPastedError::guideIsWhole()
{
    const QList<GuideEntry> all = guideEntries();
    QVERIFY(all.size() > 100);
    static const QRegularExpression placeholder(QStringLiteral(R"(\{[a-zA-Z.]+\})"));
    for (const GuideEntry &entry : all) {
        QVERIFY(!entry.what.isEmpty() && !entry.why.isEmpty() && !entry.todo.isEmpty());
        QVERIFY2(!(entry.what + entry.why + entry.todo).contains(placeholder), qPrintable(entry.id));
    }
}

void TestPastedError::searches_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("first");
    QTest::newRow("the error's name") << "codemismatchexception"
                                      << "code-replaced";
    QTest::newRow("the service's words") << "User is disabled"
                                         << "disabled";
    QTest::newRow("plain words") << "locked out passwords"
                                 << "locked-out";
    QTest::newRow("words in any order") << "secret client fit"
                                        << "secret-wrong";
    QTest::newRow("an operation") << "revoketoken"
                                  << "revocation-off";
}

void TestPastedError::searches()
{
    QFETCH(QString, words);
    QFETCH(QString, first);
    const QStringList ids = idsOf(searched(guideEntries(), words));
    QVERIFY2(ids.contains(first), qPrintable(ids.join(u' ')));
    QVERIFY2(ids.indexOf(first) < 4, qPrintable(ids.join(u' ')));
    QVERIFY(idsOf(searched(guideEntries(), words + QStringLiteral(" zebra"))).isEmpty());
    QCOMPARE(searched(guideEntries(), QStringLiteral("  ")).size(), guideEntries().size());
}

void TestPastedError::explains_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("absent"); // a catch-all that would only repeat it
    QTest::newRow("by its message") << "NotAuthorizedException: User is disabled."
                                    << "disabled"
                                    << "not-authorized";
    QTest::newRow("by the operation") << "An error occurred (ExpiredCodeException) when calling the "
                                         "ConfirmForgotPassword operation: Invalid code provided, please request a "
                                         "code again."
                                      << "code-expired-reset"
                                      << "code-expired";
    QTest::newRow("an unknown message of a known error") << "NotAuthorizedException: Something nobody has heard of."
                                                         << "not-authorized"
                                                         << "disabled";
    QTest::newRow("only the name") << "UserNotConfirmedException"
                                   << "not-confirmed"
                                   << "disabled";
    QTest::newRow("a client is no pool") << "ResourceNotFoundException: User pool client abc does not exist."
                                         << "client-unknown"
                                         << "pool-unknown";
    QTest::newRow("an administrator's sign-in") << "An error occurred (NotAuthorizedException) when calling the "
                                                   "AdminInitiateAuth operation: Incorrect username or password."
                                                << "incorrect"
                                                << "not-authorized";
    QTest::newRow("an administrator's answer")
        << "An error occurred (CodeMismatchException) when calling the "
           "AdminRespondToAuthChallenge operation: Invalid code received for user"
        << "code-mismatch-challenge"
        << "code-mismatch";
    QTest::newRow("the present password") << "An error occurred (NotAuthorizedException) when calling the "
                                             "ChangePassword operation: Incorrect username or password."
                                          << "incorrect-previous"
                                          << "incorrect";
    QTest::newRow("AWS keys")
        << "An error occurred (UnrecognizedClientException) when calling the ListUsers operation: "
           "The security token included in the request is invalid."
        << "keys-unknown"
        << "service";
    QTest::newRow("a session that is over")
        << "NotAuthorizedException: Invalid session for the user, session is expired."
        << "session-expired"
        << "session-invalid";
}

void TestPastedError::explains()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    QFETCH(QString, absent);
    const QList<Error> errors = errorsIn(text);
    QVERIFY(!errors.isEmpty());
    const QStringList ids = idsOf(explaining(guideEntries(), errors.first()));
    QVERIFY(!ids.isEmpty());
    QCOMPARE(ids.first(), first);
    QVERIFY(!ids.contains(absent));
    QVERIFY(explaining(guideEntries(), {.code = QStringLiteral("NeverHeardOfException")}).isEmpty());
    const Error sentence{.message = QStringLiteral("it says Password attempts exceeded, why?")};
    QCOMPARE(idsOf(explaining(guideEntries(), sentence)).value(0), QStringLiteral("locked-out"));
}

// Whether the app client rotates is not known of another program's: it must not come first, nor read as a fact.
void TestPastedError::aConditionIsNoFact()
{
    const QString text = QStringLiteral("An error occurred (NotAuthorizedException) when calling the InitiateAuth "
                                        "operation: Invalid Refresh Token.");
    const QList<GuideEntry> found = explaining(guideEntries(), errorsIn(text).constFirst());
    QCOMPARE(idsOf(found), (QStringList{QStringLiteral("refresh-invalid"), QStringLiteral("refresh-rotates")}));
    QVERIFY(found.last().what.startsWith(QStringLiteral("Where refresh tokens are rotated")));
}

QTEST_GUILESS_MAIN(TestPastedError)
#include "tst_pastederror.moc"
