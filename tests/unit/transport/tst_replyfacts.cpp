#include "core/redaction.h"
#include "model/descriptor.h"
#include "transport/replyfacts.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::transport;

namespace {

const model::OperationDescriptor &operation(QStringView name)
{
    return *model::findOperation(model::cognitoIdp(), name);
}

ReplyFacts answered(int status, const QByteArray &body)
{
    ReplyFacts facts;
    facts.host = QStringLiteral("pool.example");
    facts.requestSent = true;
    facts.httpStatus = status;
    facts.body = body;
    facts.networkError = status < 400 ? QNetworkReply::NoError : QNetworkReply::ProtocolInvalidOperationError;
    return facts;
}

} // namespace

class TestReplyFacts : public QObject
{
    Q_OBJECT

private slots:
    void success();
    void emptyWhereNothingIsExpected();
    void serviceErrors_data();
    void serviceErrors();
    void longWordsAreCut();
    void protocolErrors_data();
    void protocolErrors();
    void connectionErrors_data();
    void connectionErrors();
    void deadline_data();
    void deadline();
    void redirectSaysWhere();
    void excerptIsShortAndRedacted();
    void retryable_data();
    void retryable();
};

void TestReplyFacts::success()
{
    const Judgement judgement = judge(operation(u"SignUp"), answered(200, R"({"UserSub":"1","New":[1.10]})"));
    QVERIFY(judgement.result);
    QCOMPARE(judgement.result->value(u"New").elements().first().numberText(), "1.10");
    QVERIFY(judgement.seen == *judgement.result);
}

void TestReplyFacts::emptyWhereNothingIsExpected()
{
    const Judgement judgement = judge(operation(u"GlobalSignOut"), answered(200, {}));
    QVERIFY(judgement.result);
    QVERIFY(judgement.result->isObject());
}

void TestReplyFacts::serviceErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");

    const QString name = QStringLiteral("NotAuthorizedException");
    const QString words = QStringLiteral("Incorrect username or password.");
    const QByteArray none;
    QTest::newRow("plain") << QByteArray(
                                  R"({"__type":"NotAuthorizedException","message":"Incorrect username or password."})")
                           << none << name << words;
    QTest::newRow("Message with a capital")
        << QByteArray(R"({"__type":"NotAuthorizedException","Message":"Incorrect username or password."})") << none
        << name << words;
    QTest::newRow("namespace") << QByteArray(R"({"__type":"com.amazon.idp#NotAuthorizedException"})") << none << name
                               << QString();
    QTest::newRow("namespace and address")
        << QByteArray(R"({"__type":"aws.x#NotAuthorizedException:http://a.example/b#c"})") << none << name << QString();
    QTest::newRow("header only") << QByteArray(R"({"message":"Incorrect username or password."})")
                                 << QByteArray("NotAuthorizedException:") << name << words;
    QTest::newRow("header with an empty body")
        << none << QByteArray("NotAuthorizedException:http://internal.example/") << name << QString();
    QTest::newRow("body before header") << QByteArray(R"({"__type":"NotAuthorizedException"})")
                                        << QByteArray("OtherException:") << name << QString();
    QTest::newRow("type is not a text") << QByteArray(R"({"__type":7})") << QByteArray("NotAuthorizedException") << name
                                        << QString();
    QTest::newRow("unknown code") << QByteArray(R"({"__type":"BrandNewException","message":"New."})") << none
                                  << QStringLiteral("BrandNewException") << QStringLiteral("New.");
    QTest::newRow("a message with a token in it")
        << QByteArray(R"({"__type":"NotAuthorizedException","message":"Bad token eyJhbGciOi.eyJzdWIi.c2ln"})") << none
        << name << QStringLiteral("Bad token ") + redactedMark();
}

void TestReplyFacts::serviceErrors()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, header);
    QFETCH(QString, code);
    QFETCH(QString, message);

    ReplyFacts facts = answered(400, body);
    facts.errorType = header;
    facts.requestId = "id-7";
    const Judgement judgement = judge(operation(u"InitiateAuth"), facts);
    QVERIFY(!judgement.result);
    const Error &error = judgement.result.error();
    QCOMPARE(toString(error.kind), QStringLiteral("service"));
    QCOMPARE(error.code, code);
    QCOMPARE(error.message, message);
    QCOMPARE(error.operation, QStringLiteral("InitiateAuth"));
    QCOMPARE(error.httpStatus, 400);
    QCOMPARE(error.requestId, QStringLiteral("id-7"));
    QVERIFY(!error.retryable);
    QVERIFY(!error.outcomeUnknown);
}

// They are shown in labels, and a hostile server writes megabytes.
void TestReplyFacts::longWordsAreCut()
{
    const QByteArray longOne(1'000'000, 'x');
    const QByteArray secret = R"(\"Password\":\"planted)";
    const Judgement judgement =
        judge(operation(u"InitiateAuth"), answered(400, R"({"__type":")" + longOne + R"(","message":")" +
                                                            QByteArray(3'980, 'y') + secret + longOne + R"(\""})"));
    QVERIFY(!judgement.result);
    QCOMPARE(judgement.result.error().code.size(), 200);
    const QString message = judgement.result.error().message;
    QVERIFY(message.startsWith(u"yyy"));
    QVERIFY2(message.size() <= 4'001, qPrintable(QString::number(message.size())));
    QVERIFY(!message.contains(u"planted"));
}

void TestReplyFacts::protocolErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("outcomeUnknown");

    const QByteArray html = "<html><body>Sign in to the hotel's network</body></html>";
    QTest::newRow("HTML, 200") << 200 << html << QStringLiteral("InvalidJson") << true;
    QTest::newRow("empty, 200") << 200 << QByteArray() << QStringLiteral("EmptyBody") << true;
    QTest::newRow("blank, 200") << 200 << QByteArray("  ") << QStringLiteral("InvalidJson") << true;
    QTest::newRow("array, 200") << 200 << QByteArray("[1,2]") << QStringLiteral("NotAnObject") << true;
    QTest::newRow("null, 200") << 200 << QByteArray("null") << QStringLiteral("NotAnObject") << true;
    QTest::newRow("cut, 200") << 200 << QByteArray(R"({"UserSub":")") << QStringLiteral("InvalidJson") << true;
    QTest::newRow("two values, 200") << 200 << QByteArray("{}{}") << QStringLiteral("InvalidJson") << true;
    QTest::newRow("invalid UTF-8, 200") << 200 << QByteArray("{\"UserSub\":\"\xff\"}") << QStringLiteral("InvalidJson")
                                        << true;
    QTest::newRow("65 deep, 200") << 200 << R"({"a":)" + QByteArray(65, '[') + QByteArray(65, ']') + '}'
                                  << QStringLiteral("InvalidJson") << true;
    QTest::newRow("100,000 deep, 200") << 200 << QByteArray(100'000, '[') << QStringLiteral("InvalidJson") << true;
    QTest::newRow("HTML, 404") << 404 << html << QStringLiteral("UnexpectedAnswer") << false;
    QTest::newRow("empty, 403") << 403 << QByteArray() << QStringLiteral("UnexpectedAnswer") << false;
    QTest::newRow("empty, 500") << 500 << QByteArray() << QStringLiteral("UnexpectedAnswer") << true;
    QTest::newRow("HTML, 502") << 502 << html << QStringLiteral("UnexpectedAnswer") << true;
    QTest::newRow("status 101") << 101 << QByteArray() << QStringLiteral("UnexpectedAnswer") << true;
    QTest::newRow("no status") << 0 << QByteArray() << QStringLiteral("UnexpectedAnswer") << true;
}

void TestReplyFacts::protocolErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(bool, outcomeUnknown);

    const Judgement writing = judge(operation(u"SignUp"), answered(status, body));
    QVERIFY(!writing.result);
    QCOMPARE(toString(writing.result.error().kind), QStringLiteral("protocol"));
    QCOMPARE(writing.result.error().code, code);
    QCOMPARE(writing.result.error().outcomeUnknown, outcomeUnknown);
    QVERIFY(!writing.result.error().message.isEmpty());

    const Judgement reading = judge(operation(u"GetUser"), answered(status, body));
    QVERIFY(!reading.result);
    QVERIFY(!reading.result.error().outcomeUnknown);
}

void TestReplyFacts::connectionErrors_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("networkError");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("outcomeUnknown");
    QTest::addColumn<bool>("retryable");

    QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << false << QStringLiteral("ConnectionRefused")
                             << false << true;
    QTest::newRow("host not found") << QNetworkReply::HostNotFoundError << false << QStringLiteral("HostNotFound")
                                    << false << true;
    QTest::newRow("cut") << QNetworkReply::RemoteHostClosedError << true << QStringLiteral("ConnectionCut") << true
                         << false;
    QTest::newRow("cut before sending") << QNetworkReply::RemoteHostClosedError << false
                                        << QStringLiteral("ConnectionCut") << false << true;
    QTest::newRow("not sent again") << QNetworkReply::ContentReSendError << true << QStringLiteral("ConnectionCut")
                                    << true << false;
    QTest::newRow("TLS") << QNetworkReply::SslHandshakeFailedError << false << QStringLiteral("TlsFailed") << false
                         << false;
    QTest::newRow("proxy") << QNetworkReply::ProxyConnectionRefusedError << false << QStringLiteral("ProxyFailed")
                           << false << true;
    QTest::newRow("other") << QNetworkReply::UnknownNetworkError << true << QStringLiteral("NetworkFailed") << true
                           << false;
}

void TestReplyFacts::connectionErrors()
{
    QFETCH(QNetworkReply::NetworkError, networkError);
    QFETCH(bool, sent);
    QFETCH(QString, code);
    QFETCH(bool, outcomeUnknown);
    QFETCH(bool, retryable);

    ReplyFacts facts{.networkError = networkError, .host = QStringLiteral("pool.example"), .requestSent = sent};
    const Error error = judge(operation(u"ForgotPassword"), facts).result.error();
    QCOMPARE(toString(error.kind), QStringLiteral("transport"));
    QCOMPARE(error.code, code);
    QCOMPARE(error.outcomeUnknown, outcomeUnknown);
    QCOMPARE(error.retryable, retryable);
    QVERIFY2(error.message.contains(QStringLiteral("pool.example")), qPrintable(error.message));
    QVERIFY(!judge(operation(u"GetUser"), facts).result.error().outcomeUnknown);

    // Half an answer with a good status is still a cut connection.
    facts.httpStatus = 200;
    facts.body = R"({"CodeDeliveryDetails":{}})";
    QCOMPARE(judge(operation(u"ForgotPassword"), facts).result.error().code, code);
}

void TestReplyFacts::deadline_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<bool>("outcomeUnknown");
    QTest::newRow("code, sent") << QStringLiteral("ForgotPassword") << true << true;
    QTest::newRow("session, sent") << QStringLiteral("RespondToAuthChallenge") << true << true;
    QTest::newRow("deletion, sent") << QStringLiteral("DeleteUser") << true << true;
    QTest::newRow("code, not sent") << QStringLiteral("ForgotPassword") << false << false;
    QTest::newRow("read, sent") << QStringLiteral("GetUser") << true << false;
}

void TestReplyFacts::deadline()
{
    QFETCH(QString, name);
    QFETCH(bool, sent);
    QFETCH(bool, outcomeUnknown);
    const ReplyFacts facts{.host = QStringLiteral("pool.example"), .requestSent = sent, .deadlinePassed = true};
    const Error error = judge(operation(name), facts).result.error();
    QCOMPARE(toString(error.kind), QStringLiteral("timeout"));
    QCOMPARE(error.code, QStringLiteral("DeadlinePassed"));
    QCOMPARE(error.outcomeUnknown, outcomeUnknown);
    QCOMPARE(error.retryable, !outcomeUnknown);
}

void TestReplyFacts::redirectSaysWhere()
{
    ReplyFacts facts = answered(307, {});
    facts.location = "https://user:pw@elsewhere.example:8443/login?code=123456#x";
    const Error error = judge(operation(u"SignUp"), facts).result.error();
    QCOMPARE(toString(error.kind), QStringLiteral("protocol"));
    QCOMPARE(error.code, QStringLiteral("UnexpectedRedirect"));
    QVERIFY(error.message.contains(QStringLiteral("https://elsewhere.example:8443/login")));
    QVERIFY(!error.message.contains(QStringLiteral("123456")));
    QVERIFY(!error.message.contains(QStringLiteral("pw")));
    QVERIFY(!error.outcomeUnknown);
}

void TestReplyFacts::excerptIsShortAndRedacted()
{
    const QByteArray page =
        "<p>token eyJhbGciOi.eyJzdWIi.c2ln</p>\n\n<p>{\"Password\":\"planted\"}</p>" + QByteArray(5'000, 'x');
    const Error error = judge(operation(u"SignUp"), answered(200, page)).result.error();
    QVERIFY(error.message.contains(redactedMark()));
    QVERIFY(!error.message.contains(QStringLiteral("eyJ")));
    QVERIFY(!error.message.contains(QStringLiteral("planted")));
    QVERIFY(error.message.size() < 400);
}

void TestReplyFacts::retryable_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("expected");
    // The AWS SDKs' throttling codes, then those of passing failures.
    for (const char *code :
         {"Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
          "TooManyRequestsException", "ProvisionedThroughputExceededException", "TransactionInProgressException",
          "RequestLimitExceeded", "BandwidthLimitExceeded", "RequestThrottled", "SlowDown", "PriorRequestNotComplete",
          "EC2ThrottledException", "RequestTimeout", "RequestTimeoutException", "IDPCommunicationError"})
        QTest::newRow(code) << 400 << QByteArray(code) << true;
    QTest::newRow("fault") << 500 << QByteArray("InternalErrorException") << true;
    QTest::newRow("unavailable") << 503 << QByteArray("BrandNewException") << true;
    QTest::newRow("limit of codes means stop") << 400 << QByteArray("LimitExceededException") << false;
    QTest::newRow("wrong code") << 400 << QByteArray("CodeMismatchException") << false;
}

void TestReplyFacts::retryable()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(bool, expected);
    const Error error =
        judge(operation(u"ConfirmSignUp"), answered(status, R"({"__type":")" + type + R"("})")).result.error();
    QCOMPARE(toString(error.kind), QStringLiteral("service"));
    QCOMPARE(error.retryable, expected);
    QVERIFY(!error.outcomeUnknown);
}

QTEST_GUILESS_MAIN(TestReplyFacts)
#include "tst_replyfacts.moc"
