#include "auth/keysetactivity.h"
#include "core/clock.h"
#include "support/scriptedserver.h"
#include "tokens/jwkscache.h"
#include "transport/activitylog.h"
#include "json/writer.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;

// What Activity keeps of a key set, whoever answered.
class KeySetActivityTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsOnlyWhatIsPublic_data();
    void keepsOnlyWhatIsPublic();
    void keepsNoPassword();
};

void KeySetActivityTest::keepsOnlyWhatIsPublic_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("hasKey");
    const QByteArray key = "{\"kty\":\"RSA\",\"kid\":\"shown-kid\",\"alg\":\"RS256\",\"use\":\"sig\",\"n\":\"AQAB\","
                           "\"e\":\"AQAB\",\"d\":\"hidden\",\"p\":\"hidden\",\"kid2\":{\"n\":\"hidden\"}}";
    const QByteArray set = "{\"keys\":[" + key + ",\"hidden\"],\"access_token\":\"hidden\"}";
    QByteArray large = set;
    large.chop(1);
    large += ",\"filling\":\"" + QByteArray(100'000, 'x') + "\"}";
    QTest::newRow("a private key, and more") << 200 << set << true;
    QTest::newRow("one that takes long to read") << 200 << large << true;
    QTest::newRow("an error") << 500 << set << true;
    QTest::newRow("no key set") << 200 << QByteArray("{\"id_token\":\"hidden\"}") << false;
    QTest::newRow("keys that are none") << 200 << QByteArray("{\"keys\":\"hidden\"}") << false;
    QTest::newRow("a list") << 200 << QByteArray("[\"hidden\"]") << false;
}

void KeySetActivityTest::keepsOnlyWhatIsPublic()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, hasKey);
    ScriptedServer server;
    server.addAnswer(status, body);
    QNetworkAccessManager network;
    ManualClock clock(1'760'000'000'000);
    transport::ActivityLog log;
    tokens::JwksCache keys(&network, clock);
    auth::logKeySetRequests(keys, log);
    keys.keys(server.url().resolved(QUrl(QStringLiteral("/pool/.well-known/jwks.json"))), QStringLiteral("shown-kid"),
              this, [](const auto &) {});
    QCOMPARE(log.entries().size(), 1);
    QTRY_VERIFY(!log.entries().first().pending());
    const transport::ActivityEntry &entry = log.entries().first();
    QCOMPARE(entry.httpStatus, status);
    QCOMPARE(entry.bodyBytes, body.size());
    const QByteArray recorded = json::write(entry.response);
    QVERIFY(!entry.response.isNull());
    QVERIFY2(!recorded.contains("hidden"), recorded.constData());
    QVERIFY(!recorded.contains("xxx"));
    QCOMPARE(recorded.contains("shown-kid"), hasKey);
    QCOMPARE(recorded.contains("AQAB"), hasKey);
}

void KeySetActivityTest::keepsNoPassword()
{
    ScriptedServer server;
    server.addOk("{\"keys\":[]}");
    QNetworkAccessManager network;
    ManualClock clock(1'760'000'000'000);
    transport::ActivityLog log;
    tokens::JwksCache keys(&network, clock);
    auth::logKeySetRequests(keys, log);
    QUrl url = server.url().resolved(QUrl(QStringLiteral("/pool/.well-known/jwks.json")));
    const QString plain = url.toString();
    url.setUserInfo(QStringLiteral("user:hidden"));
    keys.keys(url, QStringLiteral("kid"), this, [](const auto &) {});
    QCOMPARE(log.entries().size(), 1);
    const transport::ActivityEntry &entry = log.entries().first();
    QCOMPARE(entry.url.toString(), plain);
    QVERIFY(!json::write(entry.request).contains("hidden"));
}

QTEST_GUILESS_MAIN(KeySetActivityTest)
#include "tst_keysetactivity.moc"
