#include "activity/har.h"
#include "core/redaction.h"
#include "entries.h"
#include "json/reader.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::activity;
using transport::ActivityEntry;
using transport::UserAction;

namespace {

using Type = json::Value::Type;

struct Required
{
    const char *name;
    Type type;
};

// What HAR 1.2 requires of each object.
const QHash<QString, QList<Required>> &requiredMembers()
{
    static const QHash<QString, QList<Required>> required{
        {QStringLiteral("log"), {{"version", Type::String}, {"creator", Type::Object}, {"entries", Type::Array}}},
        {QStringLiteral("creator"), {{"name", Type::String}, {"version", Type::String}}},
        {QStringLiteral("page"),
         {{"startedDateTime", Type::String},
          {"id", Type::String},
          {"title", Type::String},
          {"pageTimings", Type::Object}}},
        {QStringLiteral("entry"),
         {{"startedDateTime", Type::String},
          {"time", Type::Number},
          {"request", Type::Object},
          {"response", Type::Object},
          {"cache", Type::Object},
          {"timings", Type::Object}}},
        {QStringLiteral("request"),
         {{"method", Type::String},
          {"url", Type::String},
          {"httpVersion", Type::String},
          {"cookies", Type::Array},
          {"headers", Type::Array},
          {"queryString", Type::Array},
          {"headersSize", Type::Number},
          {"bodySize", Type::Number}}},
        {QStringLiteral("postData"), {{"mimeType", Type::String}, {"params", Type::Array}, {"text", Type::String}}},
        {QStringLiteral("response"),
         {{"status", Type::Number},
          {"statusText", Type::String},
          {"httpVersion", Type::String},
          {"cookies", Type::Array},
          {"headers", Type::Array},
          {"content", Type::Object},
          {"redirectURL", Type::String},
          {"headersSize", Type::Number},
          {"bodySize", Type::Number}}},
        {QStringLiteral("content"), {{"size", Type::Number}, {"mimeType", Type::String}}},
        {QStringLiteral("timings"), {{"send", Type::Number}, {"wait", Type::Number}, {"receive", Type::Number}}},
        {QStringLiteral("pair"), {{"name", Type::String}, {"value", Type::String}}}};
    return required;
}

void check(const json::Value &object, const QString &kind, QStringList &faults)
{
    for (const Required &one : requiredMembers().value(kind)) {
        if (object.value(QLatin1StringView(one.name)).type() != one.type)
            faults += kind + u'.' + QLatin1StringView(one.name);
    }
}

void checkPairs(const json::Value &message, QStringList &faults)
{
    for (const char *list : {"headers", "queryString"}) {
        for (const json::Value &pair : message.value(QLatin1StringView(list)).elements())
            check(pair, QStringLiteral("pair"), faults);
    }
}

void checkEntry(const json::Value &entry, const QStringList &pages, QStringList &faults)
{
    check(entry, QStringLiteral("entry"), faults);
    for (const QString &part : {QStringLiteral("request"), QStringLiteral("response"), QStringLiteral("timings")})
        check(entry.value(part), part, faults);
    const json::Value request = entry.value(QStringLiteral("request"));
    if (request.contains(QStringLiteral("postData")))
        check(request.value(QStringLiteral("postData")), QStringLiteral("postData"), faults);
    checkPairs(request, faults);
    checkPairs(entry.value(QStringLiteral("response")), faults);
    check(entry.value(QStringLiteral("response")).value(QStringLiteral("content")), QStringLiteral("content"), faults);
    double sum = 0;
    for (const char *phase : {"send", "wait", "receive"})
        sum += entry.value(QStringLiteral("timings")).value(QLatin1StringView(phase)).toDouble().value_or(-1);
    if (sum != entry.value(QStringLiteral("time")).toDouble().value_or(-1))
        faults += QStringLiteral("time is not the sum of its phases");
    const QString page = entry.value(QStringLiteral("pageref")).toString();
    if (entry.contains(QStringLiteral("pageref")) && !pages.contains(page))
        faults += QStringLiteral("no page of that id: ") + page;
    if (!QDateTime::fromString(entry.value(QStringLiteral("startedDateTime")).toString(), Qt::ISODateWithMs).isValid())
        faults += QStringLiteral("startedDateTime");
}

json::Value logOf(const QByteArray &har)
{
    const auto document = json::read(har);
    return document ? document->root.value(QStringLiteral("log")) : json::Value();
}

QStringList faultsOf(const QByteArray &har)
{
    QStringList faults;
    const json::Value log = logOf(har);
    check(log, QStringLiteral("log"), faults);
    check(log.value(QStringLiteral("creator")), QStringLiteral("creator"), faults);
    if (log.value(QStringLiteral("version")).toString() != u"1.2")
        faults += QStringLiteral("version");
    QStringList pages;
    for (const json::Value &page : log.value(QStringLiteral("pages")).elements()) {
        check(page, QStringLiteral("page"), faults);
        pages += page.value(QStringLiteral("id")).toString();
    }
    for (const json::Value &entry : log.value(QStringLiteral("entries")).elements())
        checkEntry(entry, pages, faults);
    return faults;
}

QList<ActivityEntry> someEntries()
{
    const UserAction action(QStringLiteral("Enter"), QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC));
    ActivityEntry first = failed(entryOf(QStringLiteral("InitiateAuth"), action), QStringLiteral("TooManyRequests"));
    first.errorMessage = QStringLiteral("Slow down");
    ActivityEntry second = succeeded(entryOf(QStringLiteral("InitiateAuth"), action));
    second.attempt = 2;
    second.request.set(QStringLiteral("Password"), redactedMark());
    second.response.set(QStringLiteral("Session"), redactedMark());
    ActivityEntry keys = succeeded(entryOf(QStringLiteral("GET jwks.json")));
    keys.url = QUrl(QStringLiteral("http://127.0.0.1:9229/pool/.well-known/jwks.json?a=b%20c"));
    ActivityEntry unreachable = entryOf(QStringLiteral("GetUser"), UserAction(QStringLiteral("Look")));
    unreachable.state = ActivityEntry::State::Failed;
    unreachable.durationMs = 3;
    unreachable.errorCode = QStringLiteral("ConnectionRefused");
    ActivityEntry dropped = second;
    dropped.request = {};
    dropped.response = {};
    dropped.bodiesDropped = true;
    dropped.fault = QStringLiteral("delay 500 ms");
    return {first, second, keys, unreachable, dropped, entryOf(QStringLiteral("SignUp"))};
}

} // namespace

class TestHar final : public QObject
{
    Q_OBJECT

private slots:
    void theCheckerFindsFaults();
    void hasWhatIsRequired();
    void empty();
    void pagesAreActions();
    void saysWhatHappened();
};

void TestHar::theCheckerFindsFaults()
{
    QVERIFY(!faultsOf("{}").isEmpty());
    QByteArray har = harOf(someEntries());
    QVERIFY(faultsOf(har.replace("\"pageref\": \"action_1\"", "\"pageref\": \"action_9\"")).size() >= 1);
    har = harOf(someEntries());
    QCOMPARE(faultsOf(har.replace("redirectURL", "redirect")).constFirst(), QStringLiteral("response.redirectURL"));
}

void TestHar::hasWhatIsRequired()
{
    QCOMPARE(faultsOf(harOf(someEntries())), QStringList());
    QCOMPARE(logOf(harOf(someEntries())).value(QStringLiteral("entries")).size(), 5); // one still waits
}

void TestHar::empty()
{
    QCOMPARE(faultsOf(harOf({})), QStringList());
    QCOMPARE(faultsOf(harOf({entryOf(QStringLiteral("SignUp"))})), QStringList());
}

void TestHar::pagesAreActions()
{
    const json::Value log = logOf(harOf(someEntries()));
    QCOMPARE(log.value(QStringLiteral("pages")).size(), 2);
    const json::Value page = log.value(QStringLiteral("pages")).elements().constFirst();
    QCOMPARE(page.value(QStringLiteral("title")).toString(), QStringLiteral("Enter"));
    QCOMPARE(page.value(QStringLiteral("startedDateTime")).toString(), QStringLiteral("2023-11-14T22:13:20.123Z"));
    QStringList references;
    for (const json::Value &entry : log.value(QStringLiteral("entries")).elements())
        references += entry.value(QStringLiteral("pageref")).toString();
    QCOMPARE(references, QStringList({QStringLiteral("action_1"), QStringLiteral("action_1"), QString(),
                                      QStringLiteral("action_2"), QStringLiteral("action_1")}));
}

void TestHar::saysWhatHappened()
{
    const json::Value log = logOf(harOf(someEntries()));
    const QList<json::Value> entries = log.value(QStringLiteral("entries")).elements();
    QCOMPARE(entries.at(0).value(QStringLiteral("comment")).toString(), QStringLiteral("TooManyRequests: Slow down"));
    QCOMPARE(entries.at(1).value(QStringLiteral("comment")).toString(), QStringLiteral("attempt 2"));
    QCOMPARE(entries.at(1).value(QStringLiteral("time")).toInteger(), 42);
    const json::Value posted = entries.at(1).value(QStringLiteral("request")).value(QStringLiteral("postData"));
    QVERIFY(posted.value(QStringLiteral("text")).toString().contains(redactedMark()));
    const json::Value keys = entries.at(2).value(QStringLiteral("request"));
    QCOMPARE(keys.value(QStringLiteral("method")).toString(), QStringLiteral("GET"));
    QVERIFY(!keys.contains(QStringLiteral("postData")));
    const json::Value query = keys.value(QStringLiteral("queryString")).elements().constFirst();
    QCOMPARE(query.value(QStringLiteral("value")).toString(), QStringLiteral("b c"));
    QCOMPARE(entries.at(3).value(QStringLiteral("response")).value(QStringLiteral("status")).toInteger(), 0);
    QVERIFY(entries.at(4).value(QStringLiteral("comment")).toString().contains(QStringLiteral("not kept")));
    QVERIFY(entries.at(4)
                .value(QStringLiteral("comment"))
                .toString()
                .contains(QStringLiteral("fault on demand: delay 500 ms")));
}

QTEST_GUILESS_MAIN(TestHar)
#include "tst_har.moc"
