#include "channelfixture.h"
#include "protocolshapes.h"

#include "model/codec.h"
#include "support/vectors.h"
#include "json/reader.h"
#include "json/writer.h"

#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::tests;

// The awsJson1.1 cases that botocore is tested with, sent and answered through the channel and the codec. What the services
// that we call can never ask for is passed over, by a reason that passedOver() names and counts.
class TestProtocolVectors : public QObject
{
    Q_OBJECT

private slots:
    void requests_data();
    void requests();
    void answers_data();
    void answers();
    void passedOver();
};

namespace {

constexpr int requestsInAll = 54;
constexpr int answersInAll = 58;

// No member of a service's model has one of these, and model::Kind could not say it.
const QString fractions = QStringLiteral("numbers with fractions: no member has one");
const QString textTimes = QStringLiteral("times as text: all members have seconds");
const QString hosts = QStringLiteral("the operation's own part of the host name, or a path: no operation has one");
const QString compression = QStringLiteral("compressed requests: no operation asks for them");

// Empty where the case applies.
QString reasonToPassOver(const QString &id)
{
    for (const QStringView part : {u"float", u"double", u"Float"}) {
        if (id.contains(part))
            return fractions;
    }
    for (const QStringView part : {u"iso8601", u"httpdate", u"DateTimeWith"}) {
        if (id.contains(part))
            return textTimes;
    }
    for (const QStringView part : {u"EndpointTrait", u"HostWithPath"}) {
        if (id.contains(part))
            return hosts;
    }
    return id.contains(u"_awsJson1_1") ? compression : QString();
}

struct Case
{
    json::Value suite;
    json::Value test;

    QString id() const { return test.value(u"id").toString(); }
    QString shape(QStringView which) const { return test.value(u"given").value(which).value(u"shape").toString(); }
};

QList<Case> casesIn(const QString &path)
{
    QFile file(path);
    QList<Case> cases;
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    const json::Value suites = json::read(file.readAll()).value().root;
    for (const json::Value &suite : suites.elements()) {
        const json::Value tests = suite.value(u"cases");
        for (const json::Value &test : tests.elements())
            cases.append({suite, test});
    }
    return cases;
}

// Members have no order on the wire.
json::Value sorted(const json::Value &value)
{
    if (value.isArray()) {
        json::Value list = json::Value::array();
        for (const json::Value &element : value.elements())
            list.append(sorted(element));
        return list;
    }
    if (!value.isObject())
        return value;
    QList<json::Member> members;
    for (const json::Member &member : value.members())
        members.append({member.name, sorted(member.value)});
    std::ranges::sort(members, {}, &json::Member::name);
    return members;
}

QByteArray written(const json::Value &value)
{
    return json::write(sorted(value));
}

// The operation of a case, and one call of it.
struct ProtocolCall
{
    explicit ProtocolCall(const Case &test)
        : shapes(test.suite.value(u"shapes"))
        , prefix(test.suite.value(u"metadata").value(u"targetPrefix").toString().toLatin1())
        , name(test.test.value(u"given").value(u"name").toString().toLatin1())
        , service{.id = QLatin1StringView("protocol"), .targetPrefix = QLatin1StringView(prefix)}
    {
        operation.name = QLatin1StringView(name);
        operation.service = &service;
        operation.input = shapes.structure(test.shape(u"input"));
        operation.output = shapes.structure(test.shape(u"output"));
        operation.hasOutput = !operation.output->members.empty();
    }

    void send(const json::Value &parameters)
    {
        const Record request = ProtocolShapes::fromPlain(*operation.input, parameters);
        fixture.channel->send(operation, model::encodeStruct(*operation.input, &request), &fixture.context,
                              [this](Result<json::Value> result) { fixture.outcome = std::move(result); });
    }

    ProtocolShapes shapes;
    QByteArray prefix;
    QByteArray name;
    model::ServiceDescriptor service;
    model::OperationDescriptor operation;
    ChannelFixture fixture;
};

void addCases(const QString &path)
{
    QTest::addColumn<Case>("test");
    const QList<Case> cases = casesIn(path);
    for (qsizetype index = 0; index < cases.size(); ++index) {
        if (reasonToPassOver(cases[index].id()).isEmpty())
            QTest::addRow("%d %s", int(index), qPrintable(cases[index].id())) << cases[index];
    }
}

} // namespace

void TestProtocolVectors::requests_data()
{
    POOLSCOPE_REQUIRE_VECTORS(root, QStringLiteral("protocol"));
    addCases(root + QStringLiteral("/input-json.json"));
}

void TestProtocolVectors::requests()
{
    QFETCH(Case, test);
    ProtocolCall call(test);
    call.fixture.server.addOk("{}");
    call.send(test.test.value(u"params"));
    QTRY_COMPARE(call.fixture.server.requests().size(), 1);

    const ReceivedRequest &request = call.fixture.server.requests().first();
    const json::Value expected = test.test.value(u"serialized");
    QCOMPARE(request.method(), expected.value(u"method").toString().toLatin1());
    QCOMPARE(request.target(), expected.value(u"uri").toString().toLatin1());
    const json::Value headers = expected.value(u"headers");
    for (const json::Member &header : headers.members())
        QCOMPARE(request.header(header.name.toLatin1()), header.value.toString().toLatin1());
    const json::Value required = expected.value(u"requireHeaders");
    for (const json::Value &header : required.elements())
        QVERIFY2(!request.header(header.toString().toLatin1()).isEmpty(), qPrintable(header.toString()));
    if (!expected.contains(u"body"))
        return;
    const auto sent = json::read(request.body);
    const auto wanted = json::read(expected.value(u"body").toString().toUtf8());
    QVERIFY(sent && wanted);
    QCOMPARE(written(sent->root), written(wanted->root));
}

void TestProtocolVectors::answers_data()
{
    POOLSCOPE_REQUIRE_VECTORS(root, QStringLiteral("protocol"));
    addCases(root + QStringLiteral("/output-json.json"));
}

void TestProtocolVectors::answers()
{
    QFETCH(Case, test);
    const json::Value response = test.test.value(u"response");
    const QByteArray body = response.value(u"body").toString().toUtf8();
    QByteArray bytes = "HTTP/1.1 " + response.value(u"status_code").numberText() + " Scripted\r\n";
    const json::Value headers = response.value(u"headers");
    for (const json::Member &header : headers.members())
        bytes += header.name.toLatin1() + ": " + header.value.toString().toLatin1() + "\r\n";
    ProtocolCall call(test);
    call.fixture.server.addBytes(bytes + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    call.send(json::Value::object());
    QTRY_VERIFY(call.fixture.outcome);

    QCOMPARE(call.fixture.log.entries().first().requestId, headers.value(u"X-Amzn-Requestid").toString());
    if (test.test.contains(u"errorCode")) {
        QVERIFY(call.fixture.failed());
        QCOMPARE(toString(call.fixture.error().kind), QStringLiteral("service"));
        QCOMPARE(call.fixture.error().code, test.test.value(u"errorCode").toString());
        QCOMPARE(call.fixture.error().message, test.test.value(u"errorMessage").toString());
        return;
    }
    QVERIFY2(!call.fixture.failed(), qPrintable(call.fixture.error().message));
    Record record;
    const auto decoded = model::decodeStruct(*call.operation.output, **call.fixture.outcome, &record);
    QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().path + decoded.error().message));
    QCOMPARE(written(ProtocolShapes::toPlain(*call.operation.output, record)), written(test.test.value(u"result")));
}

void TestProtocolVectors::passedOver()
{
    POOLSCOPE_REQUIRE_VECTORS(root, QStringLiteral("protocol"));
    using Counts = QMap<QString, int>;
    const auto count = [](const QList<Case> &cases) {
        Counts counts;
        for (const Case &test : cases)
            ++counts[reasonToPassOver(test.id())];
        return counts;
    };
    const QList<Case> input = casesIn(root + QStringLiteral("/input-json.json"));
    const QList<Case> output = casesIn(root + QStringLiteral("/output-json.json"));
    QCOMPARE(input.size(), requestsInAll);
    QCOMPARE(output.size(), answersInAll);
    QCOMPARE(count(input), (Counts{{QString(), 42}, {fractions, 5}, {textTimes, 2}, {hosts, 3}, {compression, 2}}));
    QCOMPARE(count(output), (Counts{{QString(), 48}, {fractions, 5}, {textTimes, 5}}));
}

QTEST_GUILESS_MAIN(TestProtocolVectors)
#include "tst_protocolvectors.moc"
