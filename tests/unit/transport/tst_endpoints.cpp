#include "core/loopback.h"
#include "support/vectors.h"
#include "transport/awsjsonrequest.h"
#include "transport/endpoints.h"
#include "json/reader.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::transport;

class TestEndpoints : public QObject
{
    Q_OBJECT

private slots:
    void rules_data();
    void rules();
    void partitions();
    void endpoint_data();
    void endpoint();
    void regionOfPool_data();
    void regionOfPool();
    void issuers_data();
    void issuers();
    void mismatch();
    void loopback_data();
    void loopback();
};

namespace {

json::Value readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? json::read(file.readAll()).value().root : json::Value();
}

const QString fips = QStringLiteral("FIPS: no connection asks for it");
const QString dualStack = QStringLiteral("dual stack: no connection asks for it");
const QString global = QStringLiteral("the global endpoint of sts: always the region's own is called");

// Empty where the rule applies.
QString reasonToPassOver(const json::Value &parameters)
{
    if (parameters.value(u"UseFIPS").toBool())
        return fips;
    if (parameters.value(u"UseDualStack").toBool())
        return dualStack;
    // A region that never was global, and an address of one's own, come to the same with and without the setting.
    const QString region = parameters.value(u"Region").toString();
    const bool always = region == u"us-east-3" || parameters.contains(u"Endpoint");
    const bool isGlobal = parameters.value(u"UseGlobalEndpoint").toBool() || region == u"aws-global";
    return isGlobal && !always ? global : QString();
}

// Where requests go: nowhere, to the service in the region, or to an address of one's own.
QUrl chosen(const QString &service, const json::Value &parameters)
{
    const QString own = parameters.value(u"Endpoint").toString();
    const QUrl endpoint = own.isEmpty() ? endpointFor(service, parameters.value(u"Region").toString()) : QUrl(own);
    return endpoint.isEmpty() ? QUrl() : requestUrl(endpoint);
}

} // namespace

void TestEndpoints::rules_data()
{
    using Counts = QMap<QString, int>;
    QTest::addColumn<QString>("service");
    QTest::addColumn<Counts>("counts"); // under "": those that are met
    QTest::newRow("cognito-idp") << QStringLiteral("cognito-idp")
                                 << Counts{{QString(), 37}, {fips, 16}, {dualStack, 4}};
    QTest::newRow("cognito-identity") << QStringLiteral("cognito-identity")
                                      << Counts{{QString(), 12}, {fips, 16}, {dualStack, 7}};
    QTest::newRow("sts") << QStringLiteral("sts") << Counts{{QString(), 35}, {fips, 13}, {dualStack, 4}, {global, 17}};
}

// All 161: met, or passed over by a reason with a name.
void TestEndpoints::rules()
{
    POOLSCOPE_REQUIRE_VECTORS(root, QStringLiteral("endpoints"));
    using Counts = QMap<QString, int>;
    QFETCH(QString, service);
    QFETCH(Counts, counts);
    Counts found;
    const json::Value tests =
        readJson(root + u'/' + service + QStringLiteral("/endpoint-tests-1.json")).value(u"testCases");
    for (const json::Value &test : tests.elements()) {
        const json::Value parameters = test.value(u"params");
        const QString reason = reasonToPassOver(parameters);
        ++found[reason];
        if (!reason.isEmpty())
            continue;
        const json::Value expected = test.value(u"expect");
        const QUrl url = chosen(service, parameters);
        const QString wanted = expected.value(u"endpoint").value(u"url").toString();
        QVERIFY2(expected.contains(u"error") || !wanted.isEmpty(), qPrintable(service));
        QCOMPARE(url.toString(), wanted.isEmpty() ? QString() : wanted + u'/');
    }
    QCOMPARE(found, counts);
}

void TestEndpoints::partitions()
{
    POOLSCOPE_REQUIRE_VECTORS(root, QStringLiteral("endpoints"));
    const json::Value list = readJson(root + QStringLiteral("/partitions.json")).value(u"partitions");
    QVERIFY(list.size() >= 3);
    for (const json::Value &partition : list.elements()) {
        const QString suffix = partition.value(u"outputs").value(u"dnsSuffix").toString();
        for (const json::Member &region : partition.value(u"regions").members()) {
            if (region.name.endsWith(u"-global"))
                continue;
            QCOMPARE(endpointFor(u"cognito-idp", region.name).host(),
                     QStringLiteral("cognito-idp.%1.%2").arg(region.name, suffix));
        }
    }
}

void TestEndpoints::endpoint_data()
{
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("url");
    QTest::newRow("aws") << QStringLiteral("us-east-1")
                         << QStringLiteral("https://cognito-idp.us-east-1.amazonaws.com");
    QTest::newRow("aws-cn") << QStringLiteral("cn-north-1")
                            << QStringLiteral("https://cognito-idp.cn-north-1.amazonaws.com.cn");
    QTest::newRow("aws-us-gov") << QStringLiteral("us-gov-west-1")
                                << QStringLiteral("https://cognito-idp.us-gov-west-1.amazonaws.com");
    QTest::newRow("a region of tomorrow")
        << QStringLiteral("xx-new-9") << QStringLiteral("https://cognito-idp.xx-new-9.amazonaws.com");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("another host") << QStringLiteral("evil.example/") << QString();
    QTest::newRow("user info") << QStringLiteral("a@evil") << QString();
    QTest::newRow("leading hyphen") << QStringLiteral("-us") << QString();
    QTest::newRow("line break") << QStringLiteral("us-east-1\n") << QString();
}

void TestEndpoints::endpoint()
{
    QFETCH(QString, region);
    QFETCH(QString, url);
    QCOMPARE(endpointFor(u"cognito-idp", region).toString(), url);
}

void TestEndpoints::regionOfPool_data()
{
    QTest::addColumn<QString>("poolId");
    QTest::addColumn<QString>("region");
    QTest::newRow("usual") << QStringLiteral("eu-west-2_AbCdEf123") << QStringLiteral("eu-west-2");
    QTest::newRow("emulator") << QStringLiteral("local_2vKQ5Xvj") << QStringLiteral("local");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("no underscore") << QStringLiteral("eu-west-2") << QString();
    QTest::newRow("blank") << QStringLiteral("eu-west-2 _AbC") << QString();
    QTest::newRow("nothing after") << QStringLiteral("eu-west-2_") << QString();
    QTest::newRow("nothing before") << QStringLiteral("_AbC") << QString();
    QTest::newRow("too long") << QStringLiteral("eu-west-2_").leftJustified(56, u'a') << QString();
}

void TestEndpoints::regionOfPool()
{
    QFETCH(QString, poolId);
    QFETCH(QString, region);
    QCOMPARE(regionOfPoolId(poolId), region);
    const QString issuer =
        region.isEmpty() ? QString() : QStringLiteral("https://cognito-idp.%1.amazonaws.com/%2").arg(region, poolId);
    QCOMPARE(issuerFor(poolId).toString(), issuer);
    QCOMPARE(issuersFor(poolId).value(0), issuer);
}

void TestEndpoints::issuers_data()
{
    QTest::addColumn<QString>("poolId");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("aws") << QStringLiteral("eu-west-1_X")
                         << QStringList{
                                QStringLiteral("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_X"),
                                QStringLiteral("https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_X")};
    QTest::newRow("aws-cn")
        << QStringLiteral("cn-north-1_X")
        << QStringList{QStringLiteral("https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_X"),
                       QStringLiteral("https://issuer-cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_X")};
    QTest::newRow("no pool id") << QStringLiteral("cn-north-1") << QStringList();
}

void TestEndpoints::issuers()
{
    QFETCH(QString, poolId);
    QFETCH(QStringList, expected);
    QCOMPARE(issuersFor(poolId), expected);
}

void TestEndpoints::mismatch()
{
    QVERIFY(regionMatchesPoolId(u"eu-west-1", u"eu-west-1_AbC"));
    QVERIFY(!regionMatchesPoolId(u"eu-west-2", u"eu-west-1_AbC"));
    QVERIFY(regionMatchesPoolId(u"", u"eu-west-1_AbC"));
    QVERIFY(regionMatchesPoolId(u"eu-west-1", u"not a pool"));
}

void TestEndpoints::loopback_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("expected");
    QTest::newRow("127.0.0.1") << QUrl(QStringLiteral("http://127.0.0.1:9229")) << true;
    QTest::newRow("127.9.8.7") << QUrl(QStringLiteral("http://127.9.8.7")) << true;
    QTest::newRow("::1") << QUrl(QStringLiteral("http://[::1]:80")) << true;
    QTest::newRow("localhost") << QUrl(QStringLiteral("http://LOCALHOST:1")) << true;
    QTest::newRow("localhost of another") << QUrl(QStringLiteral("http://localhost.example.com")) << false;
    QTest::newRow("0.0.0.0") << QUrl(QStringLiteral("http://0.0.0.0")) << false;
    QTest::newRow("private") << QUrl(QStringLiteral("http://10.0.0.1")) << false;
    QTest::newRow("user info") << QUrl(QStringLiteral("http://127.0.0.1@example.com")) << false;
    QTest::newRow("empty") << QUrl() << false;
}

void TestEndpoints::loopback()
{
    QFETCH(QUrl, url);
    QFETCH(bool, expected);
    QCOMPARE(isLoopback(url), expected);
}

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
