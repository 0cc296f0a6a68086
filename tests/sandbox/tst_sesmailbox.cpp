#include "httpcaller.h"
#include "sandbox/sandbox.h"
#include "sandbox/sesmailbox.h"
#include "support/signingkeys.h"
#include "json/writer.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;
using poolscope::test::Answer;
using poolscope::test::HttpCaller;
using poolscope::test::object;

// The mailbox in the form that LocalStack gives it.
class TestSesMailbox final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void shape();
    void filters_data();
    void filters();
    void deletes();
    void deletesOne();
    void otherMethods();
    void sources_data();
    void sources();

private:
    QString addPool(const json::Value &more, const QString &user);
    QList<json::Value> mails(const QString &query = {});

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpCaller> m_caller;
    bool m_filled = false;
};

namespace {

json::Value list(const QString &one)
{
    json::Value array = json::Value::array();
    array.append(one);
    return array;
}

QStringList names(const json::Value &value)
{
    QStringList all;
    for (const auto &member : value.members())
        all << member.name;
    return all;
}

const QString defaultSource = u"no-reply@verificationemail.com"_s;

} // namespace

void TestSesMailbox::initTestCase()
{
    m_sandbox = std::make_unique<Sandbox>(Options{.makeKey = poolscope::tests::sharedSigningKey});
    QSignalSpy started(m_sandbox.get(), &Sandbox::started);
    m_sandbox->start();
    QVERIFY(started.wait(60'000));
    m_caller = std::make_unique<HttpCaller>(m_sandbox->endpoint());
}

void TestSesMailbox::cleanupTestCase()
{
    m_caller.reset();
    m_sandbox.reset();
}

// Two mails from the service's own address, an SMS, and one mail from a sender of the pool's.
void TestSesMailbox::init()
{
    if (std::exchange(m_filled, true))
        return;
    QSignalSpy done(m_sandbox.get(), &Sandbox::wasReset);
    m_sandbox->reset(this, [](const Result<void> &) {});
    QVERIFY(done.wait(60'000));
    const json::Value byMail = object({{u"AutoVerifiedAttributes"_s, list(u"email"_s)}});
    addPool(byMail, u"one@example.com"_s);
    addPool(byMail, u"two@example.com"_s);
    addPool(object({{u"AutoVerifiedAttributes"_s, list(u"phone_number"_s)}}), u"+12065550100"_s);
    addPool(object({{u"AutoVerifiedAttributes"_s, list(u"email"_s)},
                    {u"EmailConfiguration"_s, object({{u"From"_s, u"shop@example.com"_s}})}}),
            u"three@example.com"_s);
}

// And one user in it, who hears of it.
QString TestSesMailbox::addPool(const json::Value &more, const QString &user)
{
    json::Value request = object({{u"PoolName"_s, u"Mails"_s}});
    for (const auto &member : more.members())
        request.set(member.name, member.value);
    const Answer pool = m_caller->call("CreateUserPool", request, true);
    const QString id = pool.json.value(u"UserPool").value(u"Id").toString();
    const Answer client =
        m_caller->call("CreateUserPoolClient", object({{u"UserPoolId"_s, id}, {u"ClientName"_s, u"web"_s}}), true);
    json::Value attributes = json::Value::array();
    attributes.append(
        object({{u"Name"_s, user.startsWith(u'+') ? u"phone_number"_s : u"email"_s}, {u"Value"_s, user}}));
    m_caller->call("SignUp", object({{u"ClientId"_s, client.json.value(u"UserPoolClient").value(u"ClientId")},
                                     {u"Username"_s, u"user"_s},
                                     {u"Password"_s, u"Correct-horse-7"_s},
                                     {u"UserAttributes"_s, attributes}}));
    return id;
}

QList<json::Value> TestSesMailbox::mails(const QString &query)
{
    return m_caller->get(u"/_aws/ses"_s + query).json.value(u"messages").elements();
}

void TestSesMailbox::shape()
{
    const Answer answer = m_caller->get(u"/_aws/ses"_s);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(names(answer.json), QStringList{u"messages"_s});
    const QList<json::Value> all = mails();
    QCOMPARE(all.size(), 3); // not the SMS
    const json::Value &mail = all.first();
    QCOMPARE(names(mail), (QStringList{u"Id"_s, u"Region"_s, u"Destination"_s, u"Source"_s, u"Subject"_s, u"Body"_s,
                                       u"Timestamp"_s}));
    QCOMPARE(mail.value(u"Region").toString(), u"us-east-1"_s);
    QCOMPARE(json::write(mail.value(u"Destination")), QByteArray(R"({"ToAddresses":["one@example.com"]})"));
    QCOMPARE(mail.value(u"Source").toString(), defaultSource);
    QVERIFY(!mail.value(u"Subject").toString().isEmpty());
    QCOMPARE(names(mail.value(u"Body")), (QStringList{u"text_part"_s, u"html_part"_s}));
    const json::Value message = m_caller->get(u"/_poolscope/messages?to=one@example.com"_s).json.elements().first();
    QVERIFY(!message.value(u"code").toString().isEmpty());
    for (const char16_t *part : {u"text_part", u"html_part"}) {
        const QString text = mail.value(u"Body").value(part).toString();
        QVERIFY(text.contains(message.value(u"code").toString()));
    }
    QVERIFY(mail.value(u"Id").isString());
    static const QRegularExpression timestamp(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$"_s);
    QVERIFY(timestamp.match(mail.value(u"Timestamp").toString()).hasMatch());
    QCOMPARE(json::write(all.at(1).value(u"Destination")), QByteArray(R"({"ToAddresses":["two@example.com"]})"));
}

void TestSesMailbox::filters_data()
{
    QTest::addColumn<QString>("query"); // {id} is that of the second mail
    QTest::addColumn<QStringList>("receivers");
    const QString one = u"one@example.com"_s;
    const QString two = u"two@example.com"_s;
    const QString three = u"three@example.com"_s;
    QTest::newRow("none") << QString() << QStringList{one, two, three};
    QTest::newRow("sender") << u"?email=shop@example.com"_s << QStringList{three};
    QTest::newRow("the service's sender") << u"?email="_s + defaultSource << QStringList{one, two};
    QTest::newRow("encoded") << u"?email=shop%40example.com"_s << QStringList{three};
    QTest::newRow("receiver") << u"?email=one@example.com"_s << QStringList();
    QTest::newRow("another case") << u"?email=Shop@example.com"_s << QStringList();
    QTest::newRow("empty") << u"?email=&id="_s << QStringList{one, two, three};
    QTest::newRow("id") << u"?id={id}"_s << QStringList{two};
    QTest::newRow("id and its sender") << u"?id={id}&email="_s + defaultSource << QStringList{two};
    QTest::newRow("id and another sender") << u"?id={id}&email=shop@example.com"_s << QStringList();
    QTest::newRow("unknown id") << u"?id=nothing"_s << QStringList();
}

void TestSesMailbox::filters()
{
    QFETCH(QString, query);
    QFETCH(QStringList, receivers);
    query.replace(u"{id}"_s, mails().at(1).value(u"Id").toString());
    QStringList found;
    const QList<json::Value> all = mails(query);
    for (const json::Value &mail : all)
        found << mail.value(u"Destination").value(u"ToAddresses").elements().first().toString();
    QCOMPARE(found, receivers);
}

void TestSesMailbox::deletes()
{
    m_filled = false;
    QSignalSpy changed(m_sandbox.get(), &Sandbox::messagesChanged);
    const Answer answer = m_caller->remove(u"/_aws/ses"_s);
    QCOMPARE(answer.status, 204);
    QVERIFY(answer.body.isEmpty());
    QCOMPARE(mails().size(), 0);
    QTRY_VERIFY(!changed.isEmpty());
    const QList<json::Value> left = m_caller->get(u"/_poolscope/messages"_s).json.elements();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().value(u"medium").toString(), u"SMS"_s);
}

void TestSesMailbox::deletesOne()
{
    m_filled = false;
    const QString id = mails().at(1).value(u"Id").toString();
    QCOMPARE(m_caller->remove(u"/_aws/ses?id="_s + id).status, 204);
    QCOMPARE(mails().size(), 2);
    QCOMPARE(m_caller->remove(u"/_aws/ses?id="_s + id).status, 404);
    const QList<json::Value> messages = m_caller->get(u"/_poolscope/messages?to=%2B12065550100"_s).json.elements();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(m_caller->remove(u"/_aws/ses?id="_s + QString::number(*messages.first().value(u"id").toInteger())).status,
             404);
    QCOMPARE(mails().size(), 2);
}

void TestSesMailbox::otherMethods()
{
    const Answer answer = m_caller->postTo(u"/_aws/ses"_s, "{}");
    QCOMPARE(answer.status, 405);
    QCOMPARE(mails().size(), 3);
}

void TestSesMailbox::sources_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("arn");
    QTest::addColumn<QString>("source");
    const QString arn = u"arn:aws:ses:us-east-1:123456789012:identity/"_s;
    QTest::newRow("neither") << QString() << QString() << defaultSource;
    QTest::newRow("from") << u"Shop <shop@example.com>"_s << arn + u"a@example.com"_s << u"Shop <shop@example.com>"_s;
    QTest::newRow("address") << QString() << arn + u"a@example.com"_s << u"a@example.com"_s;
    QTest::newRow("domain") << QString() << arn + u"example.com"_s << defaultSource;
}

void TestSesMailbox::sources()
{
    QFETCH(QString, from);
    QFETCH(QString, arn);
    QFETCH(QString, source);
    idp::EmailConfigurationType email;
    if (!from.isEmpty())
        email.from = from;
    if (!arn.isEmpty())
        email.sourceArn = arn;
    QCOMPARE(mailSource({.emailConfiguration = email}), source);
}

QTEST_GUILESS_MAIN(TestSesMailbox)
#include "tst_sesmailbox.moc"
