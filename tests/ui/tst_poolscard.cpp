#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "secrets/secretstore.h"
#include "tokens/jwkscache.h"
#include "transport/awsjsonchannel.h"
#include "transport/credentials.h"
#include "ui/common/callout.h"
#include "ui/common/secretclipboard.h"
#include "ui/keyboard.h"
#include "ui/sandbox/poolscard.h"
#include "ui/screenbench.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::ui;

namespace {

// The card alone, at a service that says what the test wants.
struct ScriptedPools
{
    static profiles::Connection withSecret(profiles::Connection connection, bool hasSecret)
    {
        connection.hasClientSecret = hasSecret;
        return connection;
    }

    explicit ScriptedPools(bool hasSecret = false)
        : channel(
              {.endpoint = bench.server().url(), .region = QStringLiteral("us-east-1"), .credentials = &credentials})
        , access(withSecret(bench.access().connection(), hasSecret), bench.server().url(),
                 {.channel = &channel,
                  .secrets = &bench.access().secrets(),
                  .clock = &bench.access().clock(),
                  .random = &bench.access().random(),
                  .canSign = true})
    {
    }

    // Answers to reload(): the pool in use and its app client.
    void answerWithWhatIsInUse()
    {
        bench.answer("{'UserPools':[{'Id':'" + access.userPoolId().toUtf8() + "','Name':'Open'}]}");
        bench.answer("{'UserPoolClients':[{'ClientId':'" + access.clientId().toUtf8() + "','ClientName':'web'}]}");
    }

    ScreenBench bench{ScreenBench::Service::Scripted};
    transport::FixedCredentials credentials{
        {.accessKeyId = QStringLiteral("AKIDEXAMPLE"), .secretAccessKey = QStringLiteral("example")}};
    transport::AwsJsonChannel channel;
    auth::UserPoolAccess access;
    auth::SessionManager sessions{&access};
    QNetworkAccessManager network;
    tokens::JwksCache keys{&network, bench.clock()};
    SecretClipboard clipboard;
    Workspace workspace{access, sessions, keys, clipboard};
    PoolsCard card{workspace};
};

} // namespace

// The pools and app clients of the sandbox's page, at a service that answers as no sandbox would.
class TestPoolsCard final : public QObject
{
    Q_OBJECT

private slots:
    void undoesAPoolWithoutClient_data();
    void undoesAPoolWithoutClient();
    void listsEveryPage();
    void aPageThatNamesItselfEndsTheList();
    void copiesTheSecret();
    void fetchesALostSecretAgain();
    void noClientsOfAnotherPool_data();
    void noClientsOfAnotherPool();
    void saysWhatUsingItMeans_data();
    void saysWhatUsingItMeans();
    void makesOneAtATime();
};

void TestPoolsCard::undoesAPoolWithoutClient_data()
{
    QTest::addColumn<bool>("removable");
    QTest::newRow("removed again") << true;
    QTest::newRow("it stays") << false;
}

void TestPoolsCard::undoesAPoolWithoutClient()
{
    QFETCH(bool, removable);
    ScriptedPools scripted;
    ScreenBench &bench = scripted.bench;
    PoolsCard &card = scripted.card;
    showActive(&card);

    bench.answer("{'UserPool':{'Id':'us-east-1_New123456'}}");
    bench.server().addError("LimitExceededException", "Too many app clients.");
    if (removable)
        bench.answer("{}");
    else
        bench.server().addError("InternalErrorException", "No.");
    bench.answer("{'UserPools':[{'Id':'" + scripted.access.userPoolId().toUtf8() + "','Name':'Open'}]}");
    bench.answer("{'UserPoolClients':[]}");
    card.findChild<QAction *>(QStringLiteral("sandbox.preset.email"))->trigger();
    QTRY_VERIFY(shownCallout(&card));
    QVERIFY(find(&card, QStringLiteral("sandbox.newPool"))->isEnabled()); // for the next try
    QCOMPARE(bench.operation(2), QStringLiteral("DeleteUserPool"));
    QVERIFY(bench.body(2).contains("us-east-1_New123456"));
    const QString text = shownCallout(&card)->content().plainText();
    QVERIFY2(text.contains(QStringLiteral("Too many app clients.")), qPrintable(text));
    QCOMPARE(text.contains(QStringLiteral("us-east-1_New123456")), !removable);
    QTRY_COMPARE(bench.server().requests().size(), removable ? 3 : 5);
}

void TestPoolsCard::listsEveryPage()
{
    ScriptedPools scripted;
    ScreenBench &bench = scripted.bench;
    showActive(&scripted.card);
    bench.answer("{'UserPools':[{'Id':'us-east-1_First1234','Name':'First'}],'NextToken':'pools-2'}");
    bench.answer("{'UserPools':[{'Id':'" + scripted.access.userPoolId().toUtf8() + "','Name':'Open'}]}");
    bench.answer("{'UserPoolClients':[{'ClientId':'first','ClientName':'first'}],'NextToken':'clients-2'}");
    bench.answer("{'UserPoolClients':[{'ClientId':'" + scripted.access.clientId().toUtf8() + "','ClientName':'web'}]}");
    scripted.card.reload();
    auto *clients = find<QComboBox>(&scripted.card, QStringLiteral("sandbox.clients"));
    QTRY_COMPARE(clients->count(), 2);
    QCOMPARE(clients->currentData().toString(), scripted.access.clientId());
    auto *pools = find<QComboBox>(&scripted.card, QStringLiteral("sandbox.pools"));
    QCOMPARE(pools->count(), 2);
    QCOMPARE(pools->currentData().toString(), scripted.access.userPoolId());
    QVERIFY(bench.body(1).contains("pools-2"));
    QVERIFY(bench.body(3).contains("clients-2"));
    QCOMPARE(bench.server().requests().size(), 4); // the pool in use is not taken for deleted
    QVERIFY(!find(&scripted.card, QStringLiteral("sandbox.usePool"))->isVisible());
}

void TestPoolsCard::aPageThatNamesItselfEndsTheList()
{
    ScriptedPools scripted;
    showActive(&scripted.card);
    const QByteArray pool = scripted.access.userPoolId().toUtf8();
    for (int i = 0; i < 2; ++i)
        scripted.bench.answer("{'UserPools':[{'Id':'" + pool + "','Name':'Open'}],'NextToken':'again'}");
    scripted.bench.answer("{'UserPoolClients':[]}");
    scripted.card.reload();
    QTRY_COMPARE(scripted.bench.server().requests().size(), 3);
    QCOMPARE(scripted.bench.operation(2), QStringLiteral("ListUserPoolClients"));
}

void TestPoolsCard::copiesTheSecret()
{
    ScriptedPools scripted(true);
    const QString key = profiles::clientSecretKey(scripted.access.connection().id);
    scripted.access.secrets().write(key, "canary-secret", this, [](const Result<void> &) {});
    showActive(&scripted.card);
    scripted.answerWithWhatIsInUse();
    scripted.card.reload();
    auto *copy = find<QPushButton>(&scripted.card, QStringLiteral("sandbox.copySecret"));
    QTRY_COMPARE(find<QComboBox>(&scripted.card, QStringLiteral("sandbox.clients"))->count(), 1);
    QTRY_VERIFY(copy->isVisible());
    QGuiApplication::clipboard()->setText(QStringLiteral("what was there"));
    copy->click();
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("canary-secret"));
    QTRY_VERIFY(shownCallout(&scripted.card)); // otherwise nobody knows
    QCOMPARE(shownCallout(&scripted.card)->content().tone, Tone::Good);
    QVERIFY(!shownCallout(&scripted.card)->content().plainText().contains(u"canary"));
    QVERIFY(!find(&scripted.card, QStringLiteral("sandbox.usePool"))->isVisible());
}

// The store has none, as after a start without a keychain: only the service can give it again.
void TestPoolsCard::fetchesALostSecretAgain()
{
    ScriptedPools scripted(true);
    showActive(&scripted.card);
    scripted.answerWithWhatIsInUse();
    scripted.bench.answer("{'UserPoolClient':{'ClientId':'" + scripted.access.clientId().toUtf8() +
                          "','ClientSecret':'canary-secret'}}");
    scripted.card.reload();
    auto *fetch = find<QPushButton>(&scripted.card, QStringLiteral("sandbox.usePool"));
    QTRY_VERIFY(fetch->isVisible());
    QVERIFY2(fetch->text().contains(QStringLiteral("secret")), qPrintable(fetch->text()));
    QVERIFY(!find(&scripted.card, QStringLiteral("sandbox.copySecret"))->isVisible()); // there is nothing to copy
    QSignalSpy chosen(&scripted.card, &PoolsCard::clientChosen);
    fetch->click();
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0],
             QVariantList({scripted.access.userPoolId(), scripted.access.clientId(), QStringLiteral("canary-secret")}));
}

void TestPoolsCard::noClientsOfAnotherPool_data()
{
    QTest::addColumn<bool>("refused");
    QTest::newRow("while they are asked for") << false;
    QTest::newRow("where they could not be listed") << true;
}

void TestPoolsCard::noClientsOfAnotherPool()
{
    QFETCH(bool, refused);
    ScriptedPools scripted;
    showActive(&scripted.card);
    scripted.bench.answer("{'UserPools':[{'Id':'" + scripted.access.userPoolId().toUtf8() +
                          "','Name':'Open'},{'Id':'us-east-1_Other1234','Name':'Other'}]}");
    scripted.bench.answer("{'UserPoolClients':[{'ClientId':'another','ClientName':'web'}]}");
    if (refused) // by an error that nobody repeats the request for
        scripted.bench.server().addError("ResourceNotFoundException", "No.");
    else
        scripted.bench.server().addSilence();
    scripted.card.reload();
    auto *clients = find<QComboBox>(&scripted.card, QStringLiteral("sandbox.clients"));
    auto *use = find<QPushButton>(&scripted.card, QStringLiteral("sandbox.usePool"));
    QTRY_COMPARE(clients->count(), 1);
    QVERIFY(use->isVisible());
    find(&scripted.card, QStringLiteral("sandbox.pools"))->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(find<QComboBox>(&scripted.card, QStringLiteral("sandbox.pools"))->currentIndex(), 1);
    QCOMPARE(clients->count(), 0);
    QVERIFY(!use->isVisible());
    QTRY_COMPARE(scripted.bench.server().requests().size(), 3);
    if (refused)
        QTRY_VERIFY(shownCallout(&scripted.card));
    QCOMPARE(clients->count(), 0);
    QVERIFY(!use->isVisible());
}

void TestPoolsCard::saysWhatUsingItMeans_data()
{
    QTest::addColumn<QByteArray>("pool");
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<bool>("further"); // besides the app client in use
    QTest::addColumn<QString>("part");
    QTest::newRow("in use") << QByteArray("us-east-1_Test12345") << QByteArray("testclient") << false
                            << "work with this pool";
    QTest::newRow("another client of this pool")
        << QByteArray("us-east-1_Test12345") << QByteArray("another") << true << "keeps what is typed";
    QTest::newRow("the client in use is gone")
        << QByteArray("us-east-1_Test12345") << QByteArray("another") << false << "is gone";
    QTest::newRow("another pool") << QByteArray("us-east-1_Other1234") << QByteArray("another") << false << "is lost";
    QTest::newRow("without a client") << QByteArray("us-east-1_Test12345") << QByteArray() << false
                                      << "nobody can sign in";
}

void TestPoolsCard::saysWhatUsingItMeans()
{
    QFETCH(QByteArray, pool);
    QFETCH(QByteArray, client);
    QFETCH(bool, further);
    QFETCH(QString, part);
    ScriptedPools scripted;
    showActive(&scripted.card);
    scripted.bench.answer("{'UserPools':[{'Id':'" + pool + "','Name':'Shown'}]}");
    QByteArray clients = client.isEmpty() ? QByteArray() : "{'ClientId':'" + client + "','ClientName':'web'}";
    if (further)
        clients += ",{'ClientId':'testclient','ClientName':'in use'}";
    const QByteArray answer = "{'UserPoolClients':[" + clients + "]}";
    // Where the pool in use is not among them, its settings are asked for as well.
    if (pool != scripted.access.userPoolId().toUtf8())
        scripted.bench.answer(answer);
    scripted.bench.answer(answer);
    scripted.card.reload();
    auto *box = find<QComboBox>(&scripted.card, QStringLiteral("sandbox.clients"));
    const auto isSaid = [&scripted, &part] {
        const auto labels = scripted.card.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&part](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    };
    QTRY_COMPARE(find<QComboBox>(&scripted.card, QStringLiteral("sandbox.pools"))->count(), 1);
    QTRY_COMPARE(box->count(), (client.isEmpty() ? 0 : 1) + (further ? 1 : 0));
    if (further) {
        box->setFocus();
        press(Qt::Key_Up); // the one in use is shown at first
    }
    QTRY_VERIFY(isSaid());
}

void TestPoolsCard::makesOneAtATime()
{
    ScriptedPools scripted;
    showActive(&scripted.card);
    scripted.bench.server().addSilence();
    auto *make = find<QPushButton>(&scripted.card, QStringLiteral("sandbox.newPool"));
    make->setFocus();
    scripted.card.findChild<QAction *>(QStringLiteral("sandbox.preset.email"))->trigger();
    QTRY_COMPARE(scripted.bench.server().requests().size(), 1);
    QVERIFY(!make->isEnabled());
    QVERIFY(find(&scripted.card, QStringLiteral("sandbox.pools"))->hasFocus()); // it goes nowhere else
}

QTEST_MAIN(TestPoolsCard)
#include "tst_poolscard.moc"
