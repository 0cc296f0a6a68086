#include "profiles/connectionfile.h"
#include "profiles/connectionstore.h"
#include "json/reader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using namespace poolscope::profiles;
using namespace Qt::StringLiterals;

namespace {

Connection production()
{
    return {.id = u"c1"_s,
            .name = u"Shop"_s,
            .kind = Connection::Kind::Endpoint,
            .region = u"eu-west-1"_s,
            .userPoolId = u"eu-west-1_AbCdEf123"_s,
            .clientId = u"1h57kf5cpq17m0eml12EXAMPLE"_s,
            .endpoint = QUrl(u"https://idp.example.com:8443"_s),
            .environment = Environment::Production,
            .readOnly = true,
            .keys = {KeySource::Kind::Profile, u"dev"_s}};
}

} // namespace

// Connections as files, and which of them were used last.
class ConnectionFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void comesBack();
    void holdsNoSecret();
    void secretsAreAskedFor_data();
    void secretsAreAskedFor();
    void foreignFiles_data();
    void foreignFiles();
    void namesAreShort();
    void recentOnesComeFirst();
    void recentOnesAreExistingOnes();
};

void ConnectionFileTest::comesBack()
{
    const auto imported = importConnections(u"x.json"_s, exportConnection(production()));
    QVERIFY(imported);
    QCOMPARE(imported->connections.size(), 1);
    Connection expected = production();
    expected.id.clear();
    QCOMPARE(imported->connections.constFirst().connection, expected);
    QCOMPARE(imported->notes,
             QStringList{u"The file names an endpoint: requests go to https://idp.example.com:8443."_s});
}

void ConnectionFileTest::holdsNoSecret()
{
    const auto document = json::read(exportConnection(production()));
    QVERIFY(document);
    QStringList names;
    const json::Value connection = document->root.value(u"connections").elements().constFirst();
    for (const json::Member &member : connection.members())
        names.append(member.name);
    QCOMPARE(names.join(u' '), u"name kind region userPoolId clientId endpoint environment readOnly hasClientSecret "
                               "keySource keyProfile"_s);
}

void ConnectionFileTest::secretsAreAskedFor_data()
{
    QTest::addColumn<bool>("hasSecret");
    QTest::addColumn<bool>("hasKeys");
    QTest::newRow("client secret") << true << false;
    QTest::newRow("typed keys") << false << true;
}

void ConnectionFileTest::secretsAreAskedFor()
{
    QFETCH(bool, hasSecret);
    QFETCH(bool, hasKeys);
    Connection connection = production();
    connection.hasClientSecret = hasSecret;
    if (hasKeys)
        connection.keys = {KeySource::Kind::Kept, {}};
    const auto imported = importConnections(u"x.json"_s, exportConnection(connection));
    QVERIFY(imported);
    QCOMPARE(imported->notes.size(), 2); // it has an endpoint as well
    QVERIFY(imported->connections.constFirst().clientSecret.isEmpty());
}

void ConnectionFileTest::foreignFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a sandbox") << exportConnection({.id = u"sandbox"_s, .kind = Connection::Kind::Sandbox});
    Connection odd = production();
    odd.userPoolId = u"<b>no pool</b>"_s;
    QTest::newRow("no user pool") << exportConnection(odd);
    QTest::newRow("no list") << QByteArray("{\"kind\":\"poolscope-connections\"}");
    QTest::newRow("not objects") << QByteArray("{\"kind\":\"poolscope-connections\",\"connections\":[1,null,\"x\"]}");
}

void ConnectionFileTest::foreignFiles()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!importConnections(u"x.json"_s, bytes));
}

// They are shown in menus and lists, and nobody knows who wrote them.
void ConnectionFileTest::namesAreShort()
{
    Connection connection = production();
    connection.name = u" Shop\n\u202egro.elpmaxe "_s + QString(10'000, u'x');
    const auto imported = importConnections(u"x.json"_s, exportConnection(connection));
    QVERIFY(imported);
    const QString name = imported->connections.constFirst().connection.name;
    QVERIFY2(name.startsWith(u"Shop \\u202egro.elpmaxe xxx"_s), qPrintable(name));
    QCOMPARE(name.size(), 100);
}

void ConnectionFileTest::recentOnesComeFirst()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"connections.json"_s);
    QStringList ids;
    {
        ConnectionStore store(path);
        store.load();
        QVERIFY(store.recentConnections().isEmpty());
        for (int i = 0; i < 7; ++i)
            ids.append(store.add(production()).value());
        for (const QString &id : std::as_const(ids))
            QVERIFY(store.setLastUsed(id));
        QVERIFY(store.setLastUsed(ids.at(4)));
    }
    ConnectionStore store(path);
    store.load();
    const auto recentIds = [&store] {
        QStringList recent;
        for (const Connection &connection : store.recentConnections())
            recent.append(connection.id);
        return recent;
    };
    QCOMPARE(recentIds(), QStringList({ids[4], ids[6], ids[5], ids[3], ids[2]}));
    QVERIFY(store.remove(ids[6]));
    QCOMPARE(recentIds(), QStringList({ids[4], ids[5], ids[3], ids[2]}));
    QVERIFY(store.setLastUsed(QString(sandboxId)));
    QCOMPARE(recentIds().constFirst(), QString(sandboxId));
}

void ConnectionFileTest::recentOnesAreExistingOnes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"connections.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        QByteArray("{'format':1,'connections':[{'id':'x','name':'X'}],'recent':['gone','x','x',7,null,'sandbox']}")
            .replace('\'', '"'));
    file.close();
    ConnectionStore store(path);
    store.load();
    QCOMPARE(store.recentConnections().size(), 2);
    QCOMPARE(store.recentConnections().constFirst().id, u"x"_s);
}

QTEST_GUILESS_MAIN(ConnectionFileTest)
#include "tst_connectionfile.moc"
