#include "profiles/connectionstore.h"
#include "json/reader.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;
using namespace poolscope::profiles;
using Kind = Connection::Kind;
using Field = ConnectionProblem::Field;

namespace {

Connection awsConnection()
{
    return {.name = QStringLiteral("Shop"),
            .kind = Kind::Aws,
            .userPoolId = QStringLiteral("eu-west-1_AbCdEf123"),
            .clientId = QStringLiteral("1h57kf5cpq17m0eml12EXAMPLE"),
            .environment = Environment::Production,
            .readOnly = true};
}

Connection endpointConnection(const QString &url)
{
    Connection connection = awsConnection();
    connection.kind = Kind::Endpoint;
    connection.endpoint = QUrl(url);
    return connection;
}

} // namespace

class ConnectionsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("connections.json")); }

    void put(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void regionComesFromThePoolId()
    {
        QCOMPARE(awsConnection().effectiveRegion(), QStringLiteral("eu-west-1"));
        Connection connection = awsConnection();
        connection.region = QStringLiteral("eu-west-1");
        QVERIFY(validate(connection).isEmpty());
    }

    void asksTheSame_data()
    {
        QTest::addColumn<Connection>("other");
        QTest::addColumn<bool>("same");
        Connection other = awsConnection();
        QTest::newRow("itself") << other << true;
        other.name = QStringLiteral("Another");
        other.environment = Environment::Staging;
        QTest::newRow("name and environment") << other << true;
        other = awsConnection();
        other.region = QStringLiteral("eu-west-1");
        QTest::newRow("the pool's region") << other << true;
        other.region = QStringLiteral("us-east-1");
        QTest::newRow("another region") << other << false;
        other = awsConnection();
        other.readOnly = false;
        QTest::newRow("read-only") << other << false;
        other = awsConnection();
        other.hasClientSecret = true;
        QTest::newRow("secret") << other << false;
        other = awsConnection();
        other.userPoolId = QStringLiteral("eu-west-1_AbCdEf124");
        QTest::newRow("pool") << other << false;
        other = awsConnection();
        other.clientId = QStringLiteral("another");
        QTest::newRow("client") << other << false;
        other = awsConnection();
        other.id = QStringLiteral("c2");
        QTest::newRow("another connection") << other << false;
        QTest::newRow("kind and endpoint") << endpointConnection(QStringLiteral("http://localhost:9229")) << false;
    }

    void asksTheSame()
    {
        QFETCH(Connection, other);
        QFETCH(bool, same);
        QCOMPARE(profiles::asksTheSame(awsConnection(), other), same);
        QCOMPARE(profiles::asksTheSame(other, awsConnection()), same);
    }

    void says_data()
    {
        QTest::addColumn<Connection>("connection");
        QTest::addColumn<Field>("field");
        QTest::addColumn<bool>("blocking");

        Connection c = awsConnection();
        c.region = QStringLiteral("us-east-1");
        QTest::newRow("another region than the pool's") << c << Field::Region << true;
        c = endpointConnection(QStringLiteral("http://localhost:9229"));
        c.region = QStringLiteral("us-east-1");
        QTest::newRow("another region, but an emulator") << c << Field::Region << false;
        c = awsConnection();
        c.region = QStringLiteral("not a region");
        QTest::newRow("no region at all") << c << Field::Region << true;
        c = awsConnection();
        c.name = QStringLiteral("  ");
        QTest::newRow("no name") << c << Field::Name << true;
        for (const char *id : {"", "eu-west-1", "eu west_1abc", "eu-west-1_ab-c", "_abc"}) {
            c = awsConnection();
            c.userPoolId = QString::fromLatin1(id);
            QTest::addRow("pool id '%s'", id) << c << Field::UserPoolId << true;
        }
        for (const char *id : {"", "has blank", "dash-ed", "semi;colon"}) {
            c = awsConnection();
            c.clientId = QString::fromLatin1(id);
            QTest::addRow("client id '%s'", id) << c << Field::ClientId << true;
        }
        for (const char *url :
             {"", "ftp://localhost", "localhost:9229", "http://", "http://example.com", "http://10.0.0.1:9229",
              "https://user:pw@example.com", "http://localhost:4566/cognito-idp", "http://localhost:9229/?a=b",
              "http://localhost:9229#x"}) {
            QTest::addRow("endpoint '%s'", url)
                << endpointConnection(QString::fromLatin1(url)) << Field::Endpoint << true;
        }
    }

    void says()
    {
        QFETCH(Connection, connection);
        QFETCH(Field, field);
        QFETCH(bool, blocking);
        const auto problems = validate(connection);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().field, field);
        QCOMPARE(problems.first().blocking, blocking);
        QVERIFY(!problems.first().text.isEmpty());
        QCOMPARE(isUsable(problems), !blocking);
    }

    void accepts_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"http://localhost:9229", "http://localhost:9229/", "http://127.0.0.1:5000",
                                "http://[::1]:9229", "https://cognito.example.com", "https://10.0.0.1"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }

    void accepts()
    {
        QFETCH(QString, url);
        QVERIFY(validate(endpointConnection(url)).isEmpty());
    }

    void sandboxIsAlwaysThere()
    {
        ConnectionStore store(path());
        store.load();
        QCOMPARE(store.connections().size(), 1);
        QCOMPARE(store.connections().first().id, QString(sandboxId));
        QCOMPARE(store.connections().first().kind, Kind::Sandbox);
        QCOMPARE(store.lastUsedId(), QString(sandboxId));
        QVERIFY(!store.remove(sandboxId));
        QVERIFY(!QFile::exists(path()));
        QVERIFY(store.problem().isEmpty());
    }

    void survivesARestart()
    {
        QString id;
        {
            ConnectionStore store(path());
            store.load();
            QSignalSpy changed(&store, &ConnectionStore::connectionsChanged);
            id = store.add(awsConnection()).value();
            QVERIFY(store.setLastUsed(id));
            Connection sandbox = store.connections().first();
            sandbox.userPoolId = QStringLiteral("us-east-1_Sandbox01");
            sandbox.kind = Kind::Aws;
            QVERIFY(store.update(sandbox));
            QCOMPARE(changed.size(), 3);
        }
        ConnectionStore store(path());
        store.load();
        QCOMPARE(store.connections().size(), 2);
        Connection expected = awsConnection();
        expected.id = id;
        QVERIFY(store.find(id) == expected);
        QCOMPARE(store.lastUsedId(), id);
        QCOMPARE(store.connections().first().kind, Kind::Sandbox);
        QCOMPARE(store.connections().first().userPoolId, QStringLiteral("us-east-1_Sandbox01"));

        QVERIFY(store.remove(id));
        QCOMPARE(store.lastUsedId(), QString(sandboxId));
    }

    void keepsWhatItDoesNotKnow()
    {
        put(QByteArray("{'format':1,'theme':{'a':1.50},'connections':[{'id':'x','name':'X','kind':'aws',"
                       "'userPoolId':'eu-west-1_A1','clientId':'c','colour':'#ff0000'}]}")
                .replace('\'', '"'));
        ConnectionStore store(path());
        store.load();
        Connection connection = store.find(QStringLiteral("x")).value();
        QCOMPARE(connection.environment, Environment::Production);
        connection.name = QStringLiteral("Y");
        QVERIFY(store.update(connection));
        QVERIFY(store.add(awsConnection()));
        const QByteArray text = content();
        QVERIFY(text.contains("1.50"));
        QVERIFY(text.contains("#ff0000"));
        QVERIFY(text.contains("\"Y\""));
    }

    void refusesWhatCannotWork()
    {
        ConnectionStore store(path());
        Connection connection = awsConnection();
        connection.clientId.clear();
        const auto added = store.add(connection);
        QVERIFY(!added);
        QCOMPARE(added.error().code, QStringLiteral("ClientId"));
        connection = awsConnection();
        connection.id = QStringLiteral("nobody");
        QVERIFY(!store.update(connection));
        QVERIFY(!store.setLastUsed(QStringLiteral("nobody")));
        QCOMPARE(store.connections().size(), 1);
    }

    void unclearMembersDoNoHarm_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<bool>("readOnly");
        QTest::newRow("absent") << QByteArray() << false;
        QTest::newRow("false") << QByteArray(",'readOnly':false") << false;
        QTest::newRow("null") << QByteArray(",'readOnly':null") << false;
        QTest::newRow("true") << QByteArray(",'readOnly':true") << true;
        QTest::newRow("a text") << QByteArray(",'readOnly':'true'") << true;
        QTest::newRow("a number") << QByteArray(",'readOnly':1") << true;
    }

    void unclearMembersDoNoHarm()
    {
        QFETCH(QByteArray, members);
        QFETCH(bool, readOnly);
        QByteArray file("{'format':1,'connections':[{'id':'c1','kind':'endpoint',"
                        "'endpoint':'https://user:canary@idp.example.com:8443'");
        file += members + "}]}";
        put(file.replace('\'', '"'));
        ConnectionStore store(path());
        store.load();
        const auto connection = store.find(QStringLiteral("c1"));
        QVERIFY(connection);
        QCOMPARE(connection->readOnly, readOnly);
        QCOMPARE(connection->endpoint, QUrl(QStringLiteral("https://idp.example.com:8443")));
        QVERIFY(store.setLastUsed(QStringLiteral("c1")));
        QVERIFY(!content().contains("canary"));
    }

    void thereIsOneSandbox()
    {
        put(QByteArray("{'format':1,'connections':[{'id':'c1','kind':'sandbox','endpoint':'http://x'}]}")
                .replace('\'', '"'));
        ConnectionStore store(path());
        store.load();
        QCOMPARE(store.connections().size(), 1);
        QVERIFY(!store.find(QStringLiteral("c1")));
    }

    void damagedFileIsMovedAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("{\"connections\":[");
        QTest::newRow("not UTF-8") << QByteArray("{\"connections\":[\"\xff\"]}");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("without a list") << QByteArray("{\"format\":1}");
    }

    void damagedFileIsMovedAside()
    {
        QFETCH(QByteArray, bytes);
        put(bytes);
        ConnectionStore store(path());
        store.load();
        QCOMPARE(store.connections().size(), 1);
        QVERIFY(!store.problem().isEmpty());
        const QDir folder(m_folder->path());
        const QStringList kept = folder.entryList({QStringLiteral("connections.json.damaged-*")});
        QCOMPARE(kept.size(), 1);
        QVERIFY(!QFile::exists(path()));
        QVERIFY(store.add(awsConnection()));
    }

    void laterFormatIsNotOverwritten()
    {
        const QByteArray later(R"({"format":7,"connections":[{"id":"x","name":"X"}]})");
        put(later);
        ConnectionStore store(path());
        store.load();
        QVERIFY(!store.isWritable());
        QVERIFY(!store.problem().isEmpty());
        QVERIFY(store.find(QStringLiteral("x")));
        QVERIFY(!store.add(awsConnection()));
        QCOMPARE(store.connections().size(), 2);
        QCOMPARE(content(), later);
    }

    void whatCannotBeSavedIsNotKept()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("connections.json")));
        ConnectionStore store(path());
        QVERIFY(!store.add(awsConnection()));
        QCOMPARE(store.connections().size(), 1);
        QVERIFY(QDir(m_folder->path()).rmdir(QStringLiteral("connections.json")));
        const QString id = store.add(awsConnection()).value();
        QVERIFY(QFile::remove(path()));
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("connections.json")));
        QVERIFY(!store.remove(id));
        QVERIFY(store.find(id));
        QCOMPARE(store.removedIds(), QStringList());
    }

    void remembersWhatWasRemoved()
    {
        QString id;
        QString other;
        {
            ConnectionStore store(path());
            store.load();
            id = store.add(awsConnection()).value();
            other = store.add(awsConnection()).value();
            QVERIFY(store.removedIds().isEmpty());
            QVERIFY(store.remove(id));
            QVERIFY(store.remove(other));
            QCOMPARE(store.removedIds(), QStringList({id, other}));
        }
        {
            ConnectionStore store(path());
            store.load();
            QCOMPARE(store.removedIds(), QStringList({id, other}));
            QVERIFY(store.secretsRemoved(id));
            QVERIFY(store.secretsRemoved(QStringLiteral("nobody")));
            QCOMPARE(store.removedIds(), QStringList{other});
        }
        ConnectionStore store(path());
        store.load();
        QCOMPARE(store.removedIds(), QStringList{other});
        QVERIFY(store.secretsRemoved(other));
        QVERIFY(!content().contains("removed"));
    }

    // Its secrets would go the next time the program is started.
    void whatIsThereWasNotRemoved()
    {
        put(QByteArray("{'format':1,'connections':[{'id':'x','name':'X','kind':'aws'}],"
                       "'removed':['sandbox','x','gone','',7]}")
                .replace('\'', '"'));
        ConnectionStore store(path());
        store.load();
        QCOMPARE(store.removedIds(), QStringList{QStringLiteral("gone")});
    }

    void neverASecret()
    {
        ConnectionStore store(path());
        Connection connection = awsConnection();
        connection.hasClientSecret = true;
        const QString id = store.add(connection).value();
        const auto document = json::read(content());
        QVERIFY(document);
        QStringList names;
        const json::Value listed = document->root.value(u"connections").elements().last();
        for (const auto &member : listed.members())
            names.append(member.name);
        QCOMPARE(names.join(u' '), QStringLiteral("id name kind region userPoolId clientId endpoint environment "
                                                  "readOnly hasClientSecret keySource keyProfile"));
        QVERIFY(clientSecretKey(id).contains(id));
    }
};

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "tst_connections.moc"
