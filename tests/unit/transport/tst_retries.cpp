#include "channelfixture.h"

#include "transport/replyfacts.h"
#include "transport/retries.h"

#include <QLocale>
#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;
using namespace poolscope::transport;
using namespace std::chrono_literals;

namespace {

const QByteArray tooMany = QByteArrayLiteral("TooManyRequestsException");
const QByteArray empty = QByteArrayLiteral("{}");

// Three attempts without pauses.
ChannelFixture atOnce()
{
    return ChannelFixture(QUrl(), {.attempts = 3, .jitter = [] { return 0.0; }});
}

Error serviceError(const QString &code, int status)
{
    Error error{.kind = Error::Kind::Service, .code = code};
    error.httpStatus = status;
    error.retryable = status >= 500 || isThrottling(code);
    return error;
}

// Sent once more by itself, to its end.
void sendAgain(ChannelFixture &fixture)
{
    fixture.outcome.reset();
    fixture.send(u"GetUser");
    QTRY_VERIFY(fixture.outcome);
}

} // namespace

// When a failed attempt is repeated, after which pause, and how the attempts look.
class TestRetries : public QObject
{
    Q_OBJECT

private slots:
    void reasons_data();
    void reasons();
    void delays_data();
    void delays();
    void quota();
    void throttledSignUpIsRepeated();
    void threeAttemptsAtMost();
    void aReadIsRepeatedWhenTheServiceFails();
    void aWriteIsNot();
    void refusedConnectionsAreTriedAgain();
    void whatMayHaveHappenedIsNotRepeated_data();
    void whatMayHaveHappenedIsNotRepeated();
    void deadlinesAreNotRepeated();
    void attemptsAreMarked();
    void cancelledInThePause();
    void contextGoneInThePause();
    void anEmptyQuotaLeavesOneAttempt();
    void successesFillTheQuotaAgain();
    void whatWasRepeatedWithSuccessIsRepaid();
    void theClockIsCorrected();
    void aWrongKeyIsNoSkew();
};

void TestRetries::reasons_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<Error>("error");
    QTest::addColumn<qint64>("correctedMs");
    QTest::addColumn<RetryReason>("expected");
    using enum RetryReason;
    const auto row = [](const QByteArray &name, const char *operation, const Error &error, RetryReason expected,
                        qint64 correctedMs = 0) {
        QTest::newRow(name.constData()) << QString::fromLatin1(operation) << error << correctedMs << expected;
    };
    for (const char *code : {"Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
                             "TooManyRequestsException", "ProvisionedThroughputExceededException",
                             "TransactionInProgressException", "RequestLimitExceeded", "BandwidthLimitExceeded",
                             "RequestThrottled", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException"}) {
        for (const char *operation : {"GetUser", "SignUp"})
            row(QByteArray(code) + " of " + operation, operation, serviceError(QString::fromLatin1(code), 400),
                Throttled);
    }
    for (const char *code : {"RequestTimeout", "RequestTimeoutException", "IDPCommunicationError"}) {
        Error passing = serviceError(QString::fromLatin1(code), 400);
        passing.retryable = true;
        row(QByteArray(code) + " of a read", "GetUser", passing, Transient);
        row(QByteArray(code) + " of a write", "SignUp", passing, None);
    }
    row("limit of codes", "ForgotPassword", serviceError(QStringLiteral("LimitExceededException"), 400), None);
    row("refusal", "GetUser", serviceError(QStringLiteral("NotAuthorizedException"), 400), None);
    row("500 of a read", "GetUser", serviceError(QStringLiteral("InternalErrorException"), 500), Transient);
    row("500 of a write", "SignUp", serviceError(QStringLiteral("InternalErrorException"), 500), None);
    row("500 of a session", "RespondToAuthChallenge", serviceError(QStringLiteral("InternalErrorException"), 500),
        None);
    Error cut{.kind = Error::Kind::Transport, .code = QStringLiteral("ConnectionCut")};
    cut.retryable = true;
    row("no connection for a write", "SignUp", cut, Transient);
    cut.outcomeUnknown = true;
    row("unknown outcome", "SignUp", cut, None);
    Error late{.kind = Error::Kind::Timeout, .code = QStringLiteral("DeadlinePassed")};
    late.retryable = true;
    row("deadline of a read", "GetUser", late, None);
    const auto skewed = [](const char *code) { return serviceError(QString::fromLatin1(code), 400); };
    row("expired, corrected", "AdminGetUser", skewed("RequestExpired"), Skewed, 1'000);
    row("expired, clock is right", "AdminGetUser", skewed("RequestExpired"), None);
    row("signature, corrected", "AdminGetUser", skewed("InvalidSignatureException"), Skewed, -300'000);
    row("signature, hardly corrected", "AdminGetUser", skewed("InvalidSignatureException"), None, 200'000);
    row("write, corrected", "AdminCreateUser", skewed("SignatureDoesNotMatch"), Skewed, 300'000);
}

void TestRetries::reasons()
{
    QFETCH(QString, operation);
    QFETCH(Error, error);
    QFETCH(qint64, correctedMs);
    QFETCH(RetryReason, expected);
    QCOMPARE(retryReason(error, ChannelFixture::operation(operation), correctedMs), expected);
}

void TestRetries::delays_data()
{
    QTest::addColumn<RetryReason>("reason");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<double>("jitter");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<int>("expected");
    using enum RetryReason;
    QTest::newRow("first") << Transient << 1 << 1.0 << QByteArray() << 50;
    QTest::newRow("second") << Transient << 2 << 1.0 << QByteArray() << 100;
    QTest::newRow("half") << Transient << 2 << 0.5 << QByteArray() << 50;
    QTest::newRow("throttled") << Throttled << 1 << 1.0 << QByteArray() << 1'000;
    QTest::newRow("throttled again") << Throttled << 2 << 1.0 << QByteArray() << 2'000;
    QTest::newRow("never longer") << Throttled << 30 << 1.0 << QByteArray() << 20'000;
    QTest::newRow("asked for more") << Transient << 1 << 1.0 << QByteArray("300") << 300;
    QTest::newRow("asked for less") << Transient << 2 << 1.0 << QByteArray("30") << 100;
    QTest::newRow("asked for far more") << Transient << 1 << 1.0 << QByteArray("10000") << 5'050;
    QTest::newRow("negative") << Transient << 1 << 1.0 << QByteArray("-1") << 50;
    QTest::newRow("no number") << Transient << 1 << 1.0 << QByteArray("abc") << 50;
    QTest::newRow("endless") << Transient << 1 << 1.0 << QByteArray("inf") << 5'050;
    QTest::newRow("nan") << Transient << 1 << 1.0 << QByteArray("nan") << 50;
    QTest::newRow("corrected clock") << Skewed << 1 << 1.0 << QByteArray() << 0;
}

void TestRetries::delays()
{
    QFETCH(RetryReason, reason);
    QFETCH(int, attempt);
    QFETCH(double, jitter);
    QFETCH(QByteArray, retryAfter);
    QFETCH(int, expected);
    QCOMPARE(retryDelay(reason, attempt, jitter, retryAfter).count(), expected);
}

void TestRetries::quota()
{
    RetryQuota quota;
    QCOMPARE(RetryQuota::costOf(RetryReason::Transient), 14);
    QCOMPARE(RetryQuota::costOf(RetryReason::Throttled), 5);
    quota.giveBack(1);
    QCOMPARE(quota.left(), 500);
    for (int i = 0; i < 35; ++i)
        QVERIFY(quota.take(14));
    QCOMPARE(quota.left(), 10);
    QVERIFY(!quota.take(14));
    QCOMPARE(quota.left(), 10);
    QVERIFY(quota.take(5));
    quota.giveBack(14);
    QCOMPARE(quota.left(), 19);
}

void TestRetries::throttledSignUpIsRepeated()
{
    ChannelFixture fixture = atOnce();
    fixture.server.addError(tooMany, "Rate exceeded");
    fixture.server.addOk(R"({"UserConfirmed":false,"UserSub":"sub-1"})");
    fixture.send(u"SignUp", {.action = QStringLiteral("Sign up")});
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(*fixture.outcome);
    QCOMPARE(fixture.server.requests().size(), 2);
    QCOMPARE(fixture.log.entries().size(), 2);
    QVERIFY(fixture.log.entries().first().action == fixture.log.entries().last().action);
    QCOMPARE(fixture.log.entries().first().errorCode, QString::fromLatin1(tooMany));
    QCOMPARE(fixture.log.entries().last().attempt, 2);
    QCOMPARE(fixture.log.entries().last().state, ActivityEntry::State::Succeeded);
}

void TestRetries::threeAttemptsAtMost()
{
    ChannelFixture fixture = atOnce();
    fixture.server.addError(tooMany, "Rate exceeded");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QCOMPARE(fixture.error().code, QString::fromLatin1(tooMany));
    QCOMPARE(fixture.server.requests().size(), 3);
}

void TestRetries::aReadIsRepeatedWhenTheServiceFails()
{
    ChannelFixture fixture = atOnce();
    fixture.server.addAnswer(503, "<html>busy</html>");
    fixture.server.addAnswer(500, R"({"__type":"InternalErrorException","message":"no"})");
    fixture.server.addOk(R"({"Username":"jane","UserAttributes":[]})");
    fixture.send(u"GetUser");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(*fixture.outcome);
    QCOMPARE(fixture.server.requests().size(), 3);
}

void TestRetries::aWriteIsNot()
{
    ChannelFixture fixture = atOnce();
    fixture.server.addAnswer(500, R"({"__type":"InternalErrorException","message":"no"})");
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QCOMPARE(fixture.error().code, QStringLiteral("InternalErrorException"));
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestRetries::refusedConnectionsAreTriedAgain()
{
    ChannelFixture fixture = atOnce();
    fixture.server.stop();
    fixture.send(u"SignUp");
    QTRY_VERIFY(fixture.outcome);
    QCOMPARE(fixture.error().code, QStringLiteral("ConnectionRefused"));
    QCOMPARE(fixture.log.entries().size(), 3);
}

void TestRetries::whatMayHaveHappenedIsNotRepeated_data()
{
    QTest::addColumn<QString>("operation");
    for (const char *name : {"SignUp", "ForgotPassword", "ResendConfirmationCode", "RespondToAuthChallenge",
                             "ConfirmSignUp", "ChangePassword", "InitiateAuth"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestRetries::whatMayHaveHappenedIsNotRepeated()
{
    QFETCH(QString, operation);
    ChannelFixture fixture = atOnce();
    fixture.server.addClose();
    fixture.send(operation);
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(fixture.error().outcomeUnknown);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestRetries::deadlinesAreNotRepeated()
{
    ChannelFixture fixture = atOnce();
    fixture.server.addSilence();
    fixture.send(u"GetUser", {.deadline = 200ms});
    QTRY_VERIFY(fixture.outcome);
    QCOMPARE(fixture.error().code, QStringLiteral("DeadlinePassed"));
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestRetries::attemptsAreMarked()
{
    ChannelFixture fixture = atOnce();
    fixture.server.addError(tooMany, "Rate exceeded");
    fixture.server.addError(tooMany, "Rate exceeded");
    fixture.server.addOk(empty);
    fixture.send(u"AdminGetUser");
    QTRY_VERIFY(fixture.outcome);
    const auto &requests = fixture.server.requests();
    QCOMPARE(requests.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(requests[i].header("amz-sdk-request"), "attempt=" + QByteArray::number(i + 1) + "; max=3");
        QCOMPARE(requests[i].header("amz-sdk-invocation-id"), requests[0].header("amz-sdk-invocation-id"));
        QVERIFY(!requests[i].header("amz-sdk-invocation-id").isEmpty());
    }
    // What is signed differs, so each attempt has a signature of its own.
    QVERIFY(requests[0].header("Authorization") != requests[1].header("Authorization"));
    fixture.outcome.reset();
    fixture.send(u"AdminGetUser");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(requests[3].header("amz-sdk-invocation-id") != requests[0].header("amz-sdk-invocation-id"));
}

void TestRetries::cancelledInThePause()
{
    ChannelFixture fixture(QUrl(), {.attempts = 3, .jitter = [] { return 1.0; }});
    fixture.server.addError(tooMany, "Rate exceeded");
    CallHandle call = fixture.send(u"SignUp");
    QTRY_VERIFY(!fixture.log.entries().isEmpty() && !fixture.log.entries().first().pending());
    QVERIFY(call.isPending());
    call.cancel();
    QVERIFY(!call.isPending());
    QTRY_VERIFY(fixture.channel->findChildren<Call *>().isEmpty());
    QVERIFY(!fixture.outcome);
    QCOMPARE(fixture.log.entries().first().state, ActivityEntry::State::Failed);
}

void TestRetries::contextGoneInThePause()
{
    ChannelFixture fixture(QUrl(), {.attempts = 3, .jitter = [] { return 1.0; }});
    fixture.server.addError(tooMany, "Rate exceeded");
    bool answered = false;
    auto context = std::make_unique<QObject>();
    fixture.channel->send(ChannelFixture::operation(u"SignUp"), json::Value::object(), context.get(),
                          [&answered](const Result<json::Value> &) { answered = true; });
    QTRY_VERIFY(!fixture.log.entries().isEmpty() && !fixture.log.entries().first().pending());
    context.reset();
    QTRY_VERIFY(fixture.channel->findChildren<Call *>().isEmpty());
    QVERIFY(!answered);
    QCOMPARE(fixture.server.requests().size(), 1);
}

void TestRetries::anEmptyQuotaLeavesOneAttempt()
{
    ChannelFixture fixture = atOnce();
    fixture.server.addAnswer(500, R"({"__type":"InternalErrorException","message":"no"})");
    // 500 pay for 35 repetitions: 17 calls with two each, and one with one.
    for (int i = 0; i < 18; ++i)
        sendAgain(fixture);
    QCOMPARE(fixture.server.requests().size(), 18 + 35);
    sendAgain(fixture);
    QCOMPARE(fixture.server.requests().size(), 18 + 35 + 1);
}

void TestRetries::successesFillTheQuotaAgain()
{
    ChannelFixture fixture = atOnce();
    bool works = false;
    fixture.server.add([&works](QTcpSocket *socket, const ReceivedRequest &) {
        socket->write(works ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                            : "HTTP/1.1 500 Error\r\nContent-Length: 2\r\n\r\n{}");
    });
    const auto requests = [&fixture] { return fixture.server.requests().size(); };
    for (int i = 0; i < 18; ++i)
        sendAgain(fixture);
    QCOMPARE(requests(), 18 + 35); // 10 of 500 are left
    works = true;
    for (int i = 0; i < 4; ++i)
        sendAgain(fixture); // 1 each
    works = false;
    sendAgain(fixture);
    QCOMPARE(requests(), 18 + 35 + 4 + 2); // one repetition costs 14
    sendAgain(fixture);
    QCOMPARE(requests(), 18 + 35 + 4 + 2 + 1);
}

void TestRetries::whatWasRepeatedWithSuccessIsRepaid()
{
    ChannelFixture fixture = atOnce();
    int count = 0;
    fixture.server.add([&count](QTcpSocket *socket, const ReceivedRequest &) {
        socket->write(++count % 2 == 0 ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                                       : "HTTP/1.1 500 Error\r\nContent-Length: 2\r\n\r\n{}");
    });
    for (int i = 0; i < 40; ++i) { // 500 would pay for 35
        sendAgain(fixture);
        QVERIFY(fixture.outcome && *fixture.outcome);
    }
    QCOMPARE(fixture.server.requests().size(), 80);
}

void TestRetries::theClockIsCorrected()
{
    ChannelFixture fixture = atOnce();
    const QDateTime there = QDateTime::currentDateTimeUtc().addSecs(3 * 3600);
    const QByteArray date =
        "Date: " + QLocale::c().toString(there, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
    fixture.server.addAnswer(400, R"({"__type":"InvalidSignatureException","message":"Signature expired"})", {date});
    fixture.server.addAnswer(200, R"({"Username":"jane"})", {date});
    fixture.send(u"AdminGetUser");
    QTRY_VERIFY(fixture.outcome);
    QVERIFY(*fixture.outcome);
    QCOMPARE(fixture.server.requests().size(), 2);
    const auto dated = [&fixture](int request) {
        QDateTime time =
            QDateTime::fromString(QString::fromLatin1(fixture.server.requests().at(request).header("X-Amz-Date")),
                                  QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
        time.setTimeSpec(Qt::UTC);
        return time;
    };
    QVERIFY(qAbs(dated(1).secsTo(there)) < 60);
    QVERIFY(qAbs(dated(0).secsTo(there)) > 3 * 3600 - 60);
}

void TestRetries::aWrongKeyIsNoSkew()
{
    ChannelFixture fixture = atOnce();
    fixture.server.addError("InvalidSignatureException", "The request signature does not match.");
    fixture.send(u"AdminGetUser");
    QTRY_VERIFY(fixture.outcome);
    QCOMPARE(fixture.server.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestRetries)
#include "tst_retries.moc"
