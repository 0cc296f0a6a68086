#include "cognito/stsclient.h"
#include "support/scriptedserver.h"
#include "transport/activitylog.h"
#include "transport/credentials.h"
#include "json/writer.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::cognito;
using namespace Qt::StringLiterals;

namespace {

const QByteArray identity =
    "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\n"
    "  <GetCallerIdentityResult>\n    <Arn>arn:aws:iam::123456789012:user/mira</Arn>\n"
    "    <UserId>AIDA1</UserId>\n    <Account>123456789012</Account>\n"
    "  </GetCallerIdentityResult>\n  <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>\n"
    "</GetCallerIdentityResponse>\n";

QByteArray refusal(const QByteArray &code)
{
    return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code +
           "</Code><Message>No, &amp; why.</Message></Error><RequestId>r-2</RequestId></ErrorResponse>";
}

} // namespace

class StsClientTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysWhoseKeys();
    void refusalsKeepTheirNames();
    void badAnswers_data();
    void badAnswers();
    void answersInTime();
    void withoutKeysNothingIsSent();
    void keysThatComeTooLate();
    void goneWithWhoReadsTheLog_data();
    void goneWithWhoReadsTheLog();
    void onlyHttps();
    void nobodyHearsOfWhatIsGone_data();
    void nobodyHearsOfWhatIsGone();

private:
    std::unique_ptr<StsClient> client(const QUrl &endpoint = {});
    void ask(StsClient &sts, std::chrono::milliseconds deadline = std::chrono::seconds(30));

    std::unique_ptr<tests::ScriptedServer> m_server;
    std::unique_ptr<transport::ActivityLog> m_log;
    std::unique_ptr<transport::CredentialsSource> m_keys;
    std::optional<Result<CallerIdentity>> m_answer;
};

namespace {

class NoKeys final : public transport::CredentialsSource
{
public:
    void credentials(QObject *context, Handler handler) override
    {
        QMetaObject::invokeMethod(
            context, [handler] { handler(failure(Error::validation(u"MissingCredentials"_s, u"There are none."_s))); },
            Qt::QueuedConnection);
    }
};

} // namespace

namespace {

class LateKeys final : public transport::CredentialsSource
{
public:
    void credentials(QObject *, Handler) override {}
};

} // namespace

void StsClientTest::init()
{
    m_server = std::make_unique<tests::ScriptedServer>();
    m_log = std::make_unique<transport::ActivityLog>();
    m_keys = std::make_unique<transport::FixedCredentials>(
        transport::SigningCredentials{u"AKIDEXAMPLE"_s, u"cAnArY"_s, u"cAnArYtoken"_s});
    m_answer.reset();
}

std::unique_ptr<StsClient> StsClientTest::client(const QUrl &endpoint)
{
    return std::make_unique<StsClient>(StsClient::Settings{.endpoint = endpoint.isEmpty() ? m_server->url() : endpoint,
                                                           .region = u"eu-west-1"_s,
                                                           .credentials = m_keys.get(),
                                                           .log = m_log.get()});
}

void StsClientTest::ask(StsClient &sts, std::chrono::milliseconds deadline)
{
    sts.callerIdentity(this, [this](const Result<CallerIdentity> &answer) { m_answer = answer; },
                       {.action = u"Test"_s, .deadline = deadline});
}

void StsClientTest::saysWhoseKeys()
{
    m_server->addAnswer(200, identity, {"Content-Type: text/xml", "x-amzn-RequestId: r-1"});
    const auto sts = client();
    ask(*sts);
    QVERIFY(!m_answer); // never inside the call
    QTRY_VERIFY(m_answer);
    QVERIFY(*m_answer);
    QCOMPARE(m_answer->value().arn, u"arn:aws:iam::123456789012:user/mira"_s);
    QCOMPARE(m_answer->value().account, u"123456789012"_s);
    QCOMPARE(m_answer->value().userId, u"AIDA1"_s);
    const tests::ReceivedRequest request = m_server->requests().constFirst();
    QCOMPARE(request.method(), QByteArray("POST"));
    QCOMPARE(request.body, QByteArray("Action=GetCallerIdentity&Version=2011-06-15"));
    QVERIFY(request.header("Authorization").contains("/eu-west-1/sts/aws4_request"));
    QCOMPARE(request.header("X-Amz-Security-Token"), QByteArray("cAnArYtoken"));
    QCOMPARE(m_log->entries().size(), 1);
    const transport::ActivityEntry entry = m_log->entries().constFirst();
    QCOMPARE(entry.state, transport::ActivityEntry::State::Succeeded);
    QCOMPARE(entry.service, u"sts"_s);
    QVERIFY(!(json::write(entry.request) + json::write(entry.response)).contains("cAnArY"));
}

void StsClientTest::refusalsKeepTheirNames()
{
    m_server->addAnswer(403, refusal("InvalidClientTokenId"));
    const auto sts = client();
    ask(*sts);
    QTRY_VERIFY(m_answer);
    QVERIFY(!*m_answer);
    QVERIFY(m_answer->error().kind == Error::Kind::Service);
    QCOMPARE(m_answer->error().code, u"InvalidClientTokenId"_s);
    QCOMPARE(m_answer->error().message, u"No, & why."_s);
    QCOMPARE(m_answer->error().requestId, u"r-2"_s);
    QCOMPARE(m_log->entries().constFirst().errorCode, u"InvalidClientTokenId"_s);
}

void StsClientTest::badAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QByteArray bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c < 'k'; ++c)
        bomb += QByteArray("<!ENTITY ") + c + " \"" + QByteArray("&") + char(c - 1) + ";&" + char(c - 1) + ";&" +
                char(c - 1) + ";&" + char(c - 1) + ";\">";
    bomb += "]><x><Arn>&j;</Arn></x>";
    QTest::newRow("empty") << 200 << QByteArray();
    QTest::newRow("JSON") << 200 << QByteArray("{}");
    QTest::newRow("cut off") << 200 << identity.left(200);
    QTest::newRow("without an ARN") << 200 << QByteArray("<a><Account>1</Account></a>");
    QTest::newRow("entities") << 200 << bomb;
    QTest::newRow("a redirect") << 302 << identity;
    QTest::newRow("a status without words") << 500 << QByteArray();
    QTest::newRow("a page") << 403 << QByteArray("<html><body>no</body></html>");
    QTest::newRow("too large") << 200 << QByteArray(StsClient::bodyCap + 1000, ' ');
    QTest::newRow("an error with status 200") << 200 << refusal("Throttling");
}

void StsClientTest::badAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_server->addAnswer(status, body, {"Location: http://127.0.0.1:1/"});
    const auto sts = client();
    ask(*sts);
    QTRY_VERIFY(m_answer);
    QVERIFY(!*m_answer);
    QVERIFY(m_answer->error().kind == Error::Kind::Protocol);
    QCOMPARE(m_server->requests().size(), 1);
}

void StsClientTest::answersInTime()
{
    m_server->addSilence();
    const auto sts = client();
    ask(*sts, std::chrono::milliseconds(50));
    QTRY_VERIFY(m_answer);
    QVERIFY(m_answer->error().kind == Error::Kind::Timeout);
    m_answer.reset();
    m_server->stop();
    ask(*sts);
    QTRY_VERIFY(m_answer);
    QVERIFY(m_answer->error().kind == Error::Kind::Transport);
}

void StsClientTest::withoutKeysNothingIsSent()
{
    m_keys = std::make_unique<NoKeys>();
    m_server->addAnswer(200, identity);
    const auto sts = client();
    ask(*sts);
    QTRY_VERIFY(m_answer);
    QCOMPARE(m_answer->error().message, u"There are none."_s);
    QCOMPARE(m_server->connectionCount(), 0);
}

void StsClientTest::keysThatComeTooLate()
{
    m_keys = std::make_unique<LateKeys>();
    const auto sts = client();
    ask(*sts, std::chrono::milliseconds(50));
    QTRY_VERIFY(m_answer);
    QVERIFY(m_answer->error().kind == Error::Kind::Storage);
    QCOMPARE(m_answer->error().code, u"KeysNotRead"_s);
    QCOMPARE(m_server->connectionCount(), 0);
}

void StsClientTest::goneWithWhoReadsTheLog_data()
{
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("answered") << false;
    QTest::newRow("cancelled") << true;
}

void StsClientTest::goneWithWhoReadsTheLog()
{
    QFETCH(bool, cancelled);
    if (cancelled)
        m_server->addSilence();
    else
        m_server->addAnswer(200, identity);
    auto sts = client();
    connect(m_log.get(), &transport::ActivityLog::entryChanged, this, [&sts] { sts.reset(); });
    transport::CallHandle call = sts->callerIdentity(this, [this](const auto &answer) { m_answer = answer; });
    QTRY_COMPARE(m_server->requests().size(), 1);
    if (cancelled)
        call.cancel();
    QTRY_VERIFY(!sts);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!m_answer);
}

void StsClientTest::onlyHttps()
{
    const auto sts = client(QUrl(u"http://sts.example.com"_s));
    ask(*sts);
    QTRY_VERIFY(m_answer);
    QCOMPARE(m_answer->error().code, u"InsecureEndpoint"_s);
}

void StsClientTest::nobodyHearsOfWhatIsGone_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"client", "context", "cancelled"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void StsClientTest::nobodyHearsOfWhatIsGone()
{
    QFETCH(QString, what);
    m_server->addSilence();
    auto sts = client();
    auto context = std::make_unique<QObject>();
    bool called = false;
    transport::CallHandle call = sts->callerIdentity(context.get(), [&called](const auto &) { called = true; });
    QTRY_COMPARE(m_server->requests().size(), 1);
    if (what == u"client")
        sts.reset();
    else if (what == u"context")
        context.reset();
    else
        call.cancel();
    QVERIFY(!call.isPending());
    QTRY_COMPARE(m_log->entries().constFirst().state, transport::ActivityEntry::State::Cancelled);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(StsClientTest)
#include "tst_stsclient.moc"
