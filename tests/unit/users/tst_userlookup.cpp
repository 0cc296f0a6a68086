#include "cognito/idpclient.h"
#include "support/scriptedserver.h"
#include "transport/awsjsonchannel.h"
#include "transport/credentials.h"
#include "users/userlookup.h"
#include "json/reader.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::tests;
using namespace poolscope::users;

namespace {

struct LookupBench
{
    ScriptedServer server;
    transport::FixedCredentials credentials{
        {.accessKeyId = QStringLiteral("AKIDEXAMPLE"), .secretAccessKey = QStringLiteral("example")}};
    transport::AwsJsonChannel channel;
    cognito::IdpClient client{&channel};
    std::unique_ptr<UserLookup> lookup = std::make_unique<UserLookup>(client, QStringLiteral("us-east-1_Test12345"));
    QSignalSpy found{lookup.get(), &UserLookup::found};
    QSignalSpy failed{lookup.get(), &UserLookup::failed};

    explicit LookupBench(bool withCredentials = true)
        : channel({.endpoint = server.url(),
                   .region = QStringLiteral("us-east-1"),
                   .credentials = withCredentials ? &credentials : nullptr})
    {
    }

    QStringList filters() const
    {
        QStringList list;
        for (const ReceivedRequest &request : server.requests())
            list += json::read(request.body)->root.value(u"Filter").toString();
        return list;
    }
    LookupResult result() const { return found.value(0).value(0).value<LookupResult>(); }
};

const QByteArray none = R"({"Users":[]})";

QByteArray user(const QByteArray &name, const QByteArray &email = {})
{
    const QByteArray attributes =
        email.isEmpty() ? QByteArray() : ",\"Attributes\":[{\"Name\":\"email\",\"Value\":\"" + email + "\"}]";
    return "{\"Username\":\"" + name + '"' + attributes + '}';
}

QByteArray page(const QByteArrayList &users)
{
    return "{\"Users\":[" + users.join(',') + "]}";
}

} // namespace

class TestUserLookup final : public QObject
{
    Q_OBJECT

private slots:
    void cleansNames_data();
    void cleansNames();
    void asksByShape_data();
    void asksByShape();
    void refusesByItself_data();
    void refusesByItself();
    void findsSomebodyOnce();
    void nearestFirst();
    void emptyPagesGoOn();
    void aServerWithoutEndIsLeft();
    void exactOnesAreReadToTheEnd();
    void similarOnesAreNotReadToTheEnd();
    void errorsAreTold();
    void withoutCredentialsNothingIsSent();
    void cancelled();
    void aNewSearchEndsTheOneBefore();
    void resolves();
    void mayGoInItsOwnSignal();
    void mayGoWhenANewOneBegins_data();
    void mayGoWhenANewOneBegins();
};

void TestUserLookup::cleansNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("blanks around") << "  sunny \n"
                                   << "sunny";
    QTest::newRow("with a display name") << "Sunny Day <sunny@example.com>"
                                         << "sunny@example.com";
    QTest::newRow("a mail link") << "mailto:sunny@example.com"
                                 << "sunny@example.com";
    QTest::newRow("a phone number") << "+1 (415) 555-01.23"
                                    << "+14155550123";
    QTest::newRow("a number without plus stays") << "415 555-0123"
                                                 << "415 555-0123";
    QTest::newRow("brackets in a name stay") << "a<b>"
                                             << "a<b>";
}

void TestUserLookup::cleansNames()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QCOMPARE(cleanName(text), name);
}

void TestUserLookup::asksByShape_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("first"); // filters, all empty
    const auto row = [](const char *name, const QString &typed, const QStringList &first) {
        QTest::newRow(name) << typed << first;
    };
    row("e-mail address", QStringLiteral("sunny@example.com"),
        {QStringLiteral("email = \"sunny@example.com\""), QStringLiteral("username = \"sunny@example.com\""),
         QStringLiteral("preferred_username = \"sunny@example.com\"")});
    row("phone number", QStringLiteral("+14155550123"),
        {QStringLiteral("phone_number = \"+14155550123\""), QStringLiteral("username = \"+14155550123\""),
         QStringLiteral("phone_number ^= \"+14155550\"")});
    row("sub", QStringLiteral("7d8e2c1a-0b5d-44e7-ac10-41f0aabbccdd"),
        {QStringLiteral("sub = \"7d8e2c1a-0b5d-44e7-ac10-41f0aabbccdd\""),
         QStringLiteral("username = \"7d8e2c1a-0b5d-44e7-ac10-41f0aabbccdd\"")});
    row("user name", QStringLiteral("Sunny"),
        {QStringLiteral("username = \"Sunny\""), QStringLiteral("preferred_username = \"Sunny\""),
         QStringLiteral("username = \"sunny\""), QStringLiteral("username = \"SUNNY\""),
         QStringLiteral("email ^= \"Sun\""), QStringLiteral("username ^= \"Sun\"")});
    row("quotation marks", QStringLiteral("a\"b\\"), {QStringLiteral("username = \"a\\\"b\\\\\"")});
}

void TestUserLookup::asksByShape()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, first);
    LookupBench bench;
    bench.server.addOk(none);
    bench.lookup->find(typed);
    QVERIFY(bench.lookup->isBusy());
    QTRY_COMPARE(bench.found.size(), 1);
    QVERIFY(!bench.lookup->isBusy());
    const QStringList filters = bench.filters();
    QCOMPARE(filters.first(first.size()), first);
    QVERIFY2(filters.size() <= 12, qPrintable(filters.join(u'\n')));
    QVERIFY(bench.result().exact.isEmpty());
    QCOMPARE(bench.result().asked.size(), filters.size());
}

void TestUserLookup::refusesByItself_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QString() << "NameMissing";
    QTest::newRow("blanks") << QStringLiteral(" \t ") << "NameMissing";
    QTest::newRow("too long") << QString(260, u'a') << "NameTooLong";
}

void TestUserLookup::refusesByItself()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    LookupBench bench;
    bench.lookup->find(typed);
    QCOMPARE(bench.failed.size(), 1);
    QCOMPARE(bench.failed[0][0].value<Error>().code, code);
    QCOMPARE(bench.server.requests().size(), 0);
}

void TestUserLookup::findsSomebodyOnce()
{
    LookupBench bench;
    bench.server.addOk(page({user("sunny", "sunny@example.com")})); // for every question
    bench.lookup->find(QStringLiteral("sunny@example.com"));
    QTRY_COMPARE(bench.found.size(), 1);
    QCOMPARE(bench.result().exact.size(), 1);
    QVERIFY(bench.result().similar.isEmpty());
    QCOMPARE(bench.server.requests().size(), 3); // nobody similar is looked for
    QCOMPARE(bench.result().asked.first().found, 1);
}

void TestUserLookup::nearestFirst()
{
    LookupBench bench;
    for (int i = 0; i < 3; ++i)
        bench.server.addOk(none);
    QByteArrayList many;
    for (char c = 'a'; c <= 'z'; ++c)
        many << user(QByteArray(1, c), "su" + QByteArray(12, c) + "@example.com");
    many << user("right", "sunny@example.com");
    bench.server.addOk(page(many));
    bench.lookup->find(QStringLiteral("suny@example.com"));
    QTRY_COMPARE(bench.found.size(), 1);
    QCOMPARE(bench.result().similar.size(), 8);
    QCOMPARE(bench.result().similar.first().username, QStringLiteral("right"));
}

void TestUserLookup::emptyPagesGoOn()
{
    LookupBench bench;
    bench.server.addOk(R"({"Users":[],"PaginationToken":"one"})");
    bench.server.addOk(R"({"Users":[],"PaginationToken":"two"})");
    bench.server.addOk(page({user("sunny")}));
    bench.server.addOk(none);
    bench.lookup->find(QStringLiteral("sunny"));
    QTRY_COMPARE(bench.found.size(), 1);
    QCOMPARE(bench.result().exact.size(), 1);
    QCOMPARE(json::read(bench.server.requests().value(2).body)->root.value(u"PaginationToken").toString(),
             QStringLiteral("two"));
}

void TestUserLookup::aServerWithoutEndIsLeft()
{
    LookupBench bench;
    int count = 0;
    for (int i = 0; i < 400; ++i)
        bench.server.addOk(R"({"Users":[],"PaginationToken":"t)" + QByteArray::number(++count) + R"("})");
    bench.lookup->find(QStringLiteral("sunny"));
    QTRY_COMPARE_WITH_TIMEOUT(bench.found.size(), 1, 30'000);
    QVERIFY(bench.server.requests().size() < 300);
    QVERIFY(!bench.result().sawAll());
    QVERIFY(!bench.result().asked.first().complete);
}

// The second holder of an address may stand on the next page.
void TestUserLookup::exactOnesAreReadToTheEnd()
{
    LookupBench bench;
    bench.server.addOk("{\"Users\":[" + user("sunny", "a@example.com") + "],\"PaginationToken\":\"one\"}");
    bench.server.addOk(page({user("zoe", "a@example.com")}));
    bench.server.addOk(none);
    bench.lookup->find(QStringLiteral("a@example.com"));
    QTRY_COMPARE(bench.found.size(), 1);
    QCOMPARE(bench.result().exact.size(), 2);
    QCOMPARE(bench.result().asked.first().found, 2);
    QVERIFY(bench.result().sawAll());
}

// Of those who only have a similar name one page is enough.
void TestUserLookup::similarOnesAreNotReadToTheEnd()
{
    LookupBench bench;
    for (int i = 0; i < 4; ++i) // exact ones, and other ways to write the name
        bench.server.addOk(none);
    bench.server.addOk("{\"Users\":[" + user("sunday") + "],\"PaginationToken\":\"one\"}");
    bench.lookup->find(QStringLiteral("sunny"));
    QTRY_COMPARE(bench.found.size(), 1);
    QCOMPARE(bench.result().similar.size(), 1);
    QVERIFY(bench.result().sawAll());
}

void TestUserLookup::errorsAreTold()
{
    LookupBench bench;
    bench.server.addError("AccessDeniedException", "Not you.");
    bench.lookup->find(QStringLiteral("sunny"));
    QTRY_COMPARE(bench.failed.size(), 1);
    QCOMPARE(bench.failed[0][0].value<Error>().code, QStringLiteral("AccessDeniedException"));
    QCOMPARE(bench.found.size(), 0);
    QVERIFY(!bench.lookup->isBusy());
    QCOMPARE(bench.server.requests().size(), 1);
}

void TestUserLookup::withoutCredentialsNothingIsSent()
{
    LookupBench bench(false);
    bench.lookup->find(QStringLiteral("sunny"));
    QTRY_COMPARE(bench.failed.size(), 1);
    QCOMPARE(bench.failed[0][0].value<Error>().code, QStringLiteral("MissingCredentials"));
    QCOMPARE(bench.server.requests().size(), 0);
}

void TestUserLookup::cancelled()
{
    LookupBench bench;
    QPointer<QTcpSocket> waiting;
    bench.server.add([&waiting](QTcpSocket *socket, const ReceivedRequest &) { waiting = socket; });
    bench.server.addOk(none);
    bench.lookup->find(QStringLiteral("sunny"));
    QTRY_VERIFY(waiting);
    bench.lookup->cancel();
    QVERIFY(!bench.lookup->isBusy());
    waiting->write("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: " +
                   QByteArray::number(none.size()) + "\r\n\r\n" + none);
    // The answer has come when two others have.
    for (int i = 0; i < 2; ++i) {
        bool answered = false;
        bench.client.call(idp::GetUserRequest{.accessToken = QStringLiteral("t")}, this,
                          [&answered](const auto &) { answered = true; });
        QTRY_VERIFY(answered);
    }
    QCOMPARE(bench.found.size() + bench.failed.size(), 0);
    QCOMPARE(bench.server.requests().size(), 3);
}

void TestUserLookup::aNewSearchEndsTheOneBefore()
{
    LookupBench bench;
    bench.server.addOk(page({user("sunny")}));
    bench.lookup->find(QStringLiteral("rainy"));
    bench.lookup->find(QStringLiteral("sunny"));
    QTRY_COMPARE(bench.found.size(), 1);
    QCOMPARE(bench.result().typed, QStringLiteral("sunny"));
    QVERIFY(!bench.filters().contains(QStringLiteral("preferred_username = \"rainy\"")));
}

void TestUserLookup::resolves()
{
    LookupBench bench;
    QSignalSpy resolved(bench.lookup.get(), &UserLookup::resolved);
    bench.server.addOk(R"({"Username":"zoe","UserStatus":"CONFIRMED"})");
    bench.server.addError("UserNotFoundException", "User does not exist.");
    bench.lookup->resolve(QStringLiteral("sunny@example.com"));
    QVERIFY(bench.lookup->isBusy());
    QTRY_COMPARE(resolved.size(), 1);
    bench.lookup->resolve(QStringLiteral("nobody"));
    QTRY_COMPARE(bench.failed.size(), 1);
    QVERIFY(!bench.lookup->isBusy());
}

void TestUserLookup::mayGoInItsOwnSignal()
{
    LookupBench bench;
    bench.server.addOk(none);
    connect(bench.lookup.get(), &UserLookup::busyChanged, this, [&bench](bool busy) {
        if (!busy)
            bench.lookup.reset();
    });
    bench.lookup->find(QStringLiteral("sunny"));
    QTRY_VERIFY(!bench.lookup);
    QCOMPARE(bench.found.size(), 0);
}

// What a new search ends tells so, and whoever hears it may end the lookup itself.
void TestUserLookup::mayGoWhenANewOneBegins_data()
{
    QTest::addColumn<bool>("resolves");
    QTest::newRow("a search") << false;
    QTest::newRow("a question for one user") << true;
}

void TestUserLookup::mayGoWhenANewOneBegins()
{
    QFETCH(bool, resolves);
    LookupBench bench;
    bench.server.addSilence();
    bench.lookup->find(QStringLiteral("sunny"));
    connect(bench.lookup.get(), &UserLookup::busyChanged, this, [&bench](bool busy) {
        if (!busy)
            bench.lookup.reset();
    });
    UserLookup *lookup = bench.lookup.get();
    if (resolves)
        lookup->resolve(QStringLiteral("rainy"));
    else
        lookup->find(QStringLiteral("rainy"));
    QVERIFY(!bench.lookup);
    QVERIFY(!bench.filters().contains(QStringLiteral("username = \"rainy\"")));
}

QTEST_GUILESS_MAIN(TestUserLookup)
#include "tst_userlookup.moc"
