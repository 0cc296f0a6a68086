#include "ui/common/callout.h"
#include "ui/common/chip.h"
#include "ui/common/monotextview.h"
#include "ui/keyboard.h"
#include "ui/tokens/tokenreader.h"
#include "ui/tokenspagebench.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::ui;

// The pool's keys come late, not at all, or without the one that is needed.
class TestTokenKeys final : public TokensPageBench
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void keysThatDoNotComeAreSaid();
    void keyThatIsNotThereIsAskedForOnce();
    void lateKeysLeaveWhatIsShownInPlace();
    void sameVerdictOnceMoreLeavesItsChips();
    void lateAnswerForAReplacedToken_data();
    void lateAnswerForAReplacedToken();
    void destroyedWhileKeysAreFetched();
    void requestStandsInActivity_data();
    void requestStandsInActivity();
    void requestThatWasGivenUpIsSo();

private:
    QString token() const; // nothing is wrong with it but, perhaps, its signature
};

QString TestTokenKeys::token() const
{
    const auth::UserPoolAccess &access = m_bench->access();
    const QString payload = QStringLiteral(R"({"iss":"%1","aud":"%2","token_use":"id","exp":4102444800})")
                                .arg(access.issuers().constFirst(), access.clientId());
    const auto encoded = [](const QByteArray &bytes) {
        return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    };
    return encoded(R"({"alg":"RS256","kid":"k"})") + u'.' + encoded(payload.toUtf8()) + QLatin1StringView(".AAAA");
}

void TestTokenKeys::keysThatDoNotComeAreSaid()
{
    open(Service::Scripted);
    m_bench->server().addAnswer(404, "no");
    m_page->paste(token());
    QTRY_VERIFY(!verdict().isEmpty());
    QVERIFY(verdict() != QStringLiteral("Valid"));
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    QCOMPARE(m_bench->server().requests().first().target(), QByteArray("/us-east-1_Test12345/.well-known/jwks.json"));
    const auto isSaid = [this] {
        const auto callouts = m_page->findChildren<Callout *>();
        return std::any_of(callouts.cbegin(), callouts.cend(), [](const Callout *callout) {
            return callout->isVisible() && callout->content().title.contains(u"could not be fetched");
        });
    };
    QTRY_VERIFY(isSaid());
    QCOMPARE(verdict(), QStringLiteral("Not verified"));
}

void TestTokenKeys::keyThatIsNotThereIsAskedForOnce()
{
    open(Service::Scripted);
    m_bench->server().addOk(R"({"keys":[]})");
    auto *reader = m_page->findChild<TokenReader *>();
    QSignalSpy read(reader, &TokenReader::finished);
    QSignalSpy judged(reader, &TokenReader::judged);
    m_page->paste(token());
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QCOMPARE(m_bench->server().requests().size(), 1);
    QCOMPARE(read.count(), 1);
    QCOMPARE(judged.count(), 1);
}

void TestTokenKeys::lateKeysLeaveWhatIsShownInPlace()
{
    open(Service::Scripted);
    QPointer<QTcpSocket> waiting;
    m_bench->server().add([&waiting](QTcpSocket *socket, const tests::ReceivedRequest &) { waiting = socket; });
    m_page->paste(token());
    QTRY_COMPARE(verdict(), QStringLiteral("Not verified"));
    QTRY_VERIFY(waiting);
    auto *bytes = find<MonoTextView>(m_page.get(), QStringLiteral("tokenBytes"));
    bytes->selectAll();
    waiting->write("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"keys\":[]}");
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    QCOMPARE(bytes->selectedText(), bytes->text());
}

void TestTokenKeys::sameVerdictOnceMoreLeavesItsChips()
{
    open(Service::Scripted);
    m_bench->server().addOk(R"({"keys":[]})");
    QSignalSpy judged(m_page->findChild<TokenReader *>(), &TokenReader::judged);
    m_page->paste(token());
    QTRY_COMPARE(judged.count(), 1);
    QCOMPARE(verdict(), QStringLiteral("Not valid"));
    const QPointer<Chip> chip = m_page->findChild<Chip *>(QStringLiteral("verdict"));
    m_page->paste(token()); // read and judged anew, with the keys that are there by now
    QTRY_COMPARE(judged.count(), 2);
    QVERIFY(chip && chip->isVisible());
    m_page->paste(QStringLiteral("not a token"));
    QTRY_VERIFY(!chip);
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
}

void TestTokenKeys::lateAnswerForAReplacedToken_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("keys") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"keys\":[]}");
    QTest::newRow("refusal") << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
}

void TestTokenKeys::lateAnswerForAReplacedToken()
{
    QFETCH(QByteArray, answer);
    open(Service::Scripted);
    QPointer<QTcpSocket> waiting;
    m_bench->server().add([&waiting](QTcpSocket *socket, const tests::ReceivedRequest &) { waiting = socket; });
    auto *reader = m_page->findChild<TokenReader *>();
    QSignalSpy judged(reader, &TokenReader::judged);
    m_page->paste(token());
    QTRY_VERIFY(waiting);
    m_page->paste(QStringLiteral("not a token")); // needs no key
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    waiting->write(answer);
    bool answered = false;
    m_bench->workspace().keys().keys(m_bench->access().jwksUrl(), QStringLiteral("k"), this,
                                     [&answered](const auto &) { answered = true; });
    QTRY_VERIFY(answered);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(judged.count(), 0);
    const auto callouts = m_page->findChildren<Callout *>();
    for (const Callout *callout : callouts)
        QVERIFY(!callout->isVisible() || !callout->content().title.contains(u"could not be fetched"));
}

void TestTokenKeys::destroyedWhileKeysAreFetched()
{
    open(Service::Scripted);
    m_bench->server().addSilence();
    m_page->paste(token());
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    m_page.reset();
    m_bench->server().stop(); // the answer comes to nobody
    QVERIFY(m_bench->workspace().keys().cached(m_bench->access().jwksUrl()) == nullptr);
}

void TestTokenKeys::requestStandsInActivity_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<transport::ActivityEntry::State>("state");
    QTest::addColumn<QString>("errorCode");
    using State = transport::ActivityEntry::State;
    QTest::newRow("keys") << 200 << QByteArray(R"({"keys":[]})") << State::Succeeded << QString();
    QTest::newRow("refusal") << 404 << QByteArray("no") << State::Failed << QStringLiteral("JwksStatus");
    QTest::newRow("no key set") << 200 << QByteArray(R"({"key":1})") << State::Failed << QStringLiteral("JwksInvalid");
}

void TestTokenKeys::requestStandsInActivity()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(transport::ActivityEntry::State, state);
    QFETCH(QString, errorCode);
    open(Service::Scripted);
    m_bench->server().addAnswer(status, body);
    m_page->paste(token());
    QTRY_COMPARE(m_bench->log().entries().size(), 1);
    QTRY_VERIFY(!m_bench->log().entries().constFirst().pending());
    const transport::ActivityEntry entry = m_bench->log().entries().constFirst();
    QCOMPARE(entry.state, state);
    QCOMPARE(entry.operation, QStringLiteral("GET jwks.json"));
    QCOMPARE(entry.httpStatus, status);
    QCOMPARE(entry.errorCode, errorCode);
    QCOMPARE(entry.request.value(u"url").toString(), m_bench->access().jwksUrl().toString());
    QCOMPARE(entry.response.isNull(), !body.startsWith('{'));
    QCOMPARE(entry.bodyBytes, body.size());
    QVERIFY(entry.durationMs >= 0);
}

void TestTokenKeys::requestThatWasGivenUpIsSo()
{
    open(Service::Scripted);
    m_bench->server().addSilence();
    m_page->paste(token());
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    m_page.reset();
    m_bench->open(m_bench->access().userPoolId(), m_bench->access().clientId());
    QCOMPARE(m_bench->log().entries().size(), 1);
    QCOMPARE(m_bench->log().entries().constFirst().state, transport::ActivityEntry::State::Cancelled);
}

QTEST_MAIN(TestTokenKeys)
#include "tst_tokenkeys.moc"
