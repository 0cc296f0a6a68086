#include "app/bannerids.h"
#include "app/clocknotice.h"
#include "app/damagednotice.h"
#include "app/deletedsecrets.h"
#include "auth/storedsessions.h"
#include "profiles/connectionstore.h"
#include "secrets/fallbackstore.h"
#include "secrets/keychainstore.h"
#include "secrets/memorystore.h"
#include "transport/serverclock.h"
#include "ui/common/translations.h"
#include "ui/mainwindowbench.h"
#include "ui/shell/banners.h"
#include "unit/secrets/fakekeychain.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;
using tests::FakeKeychain;

namespace {

std::unique_ptr<secrets::SecretStore> storeOver(const std::shared_ptr<FakeKeychain::State> &state)
{
    auto store = std::make_unique<secrets::FallbackStore>(
        std::make_unique<secrets::KeychainStore>(std::make_unique<FakeKeychain>(state)));
    store->open();
    return store;
}

} // namespace

// What objects of app/ say in the window's banners, over a keychain and a service that fail as the test wants it.
class TestNotices final : public MainWindowBench
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void damagedSecretIsSaid();
    void damagedSecretOfTheSandboxLeadsToItsPage();
    void damagedSecretIsSettled_data();
    void damagedSecretIsSettled();
    void damagedKeysAreSaid();
    void secretsOfADeletedConnectionGo_data();
    void secretsOfADeletedConnectionGo();
    void whatOneSessionKeepsIsFoundAgain();
    void earlierRunsAreTriedInSilence();
    void aFailureOfItsOwnHasItsReason();
    void withoutAKeychainNothingIsSaid();
    void memoryKnowsNothingOfTheKeychain();
    void aClockThatIsOffIsSaid_data();
    void aClockThatIsOffIsSaid();
    void aClockIsSaidOnceAndOnlyWhileItIsWatched();

private:
    Callout *banner(const QString &id) const;
    QString connectionsFile() const { return m_folder->filePath(u"connections.json"_s); }
    QString addConnection(bool hasSecret);
    void fillKeychain(const QString &connectionId);
    static void observe(transport::ServerClock &clock, int aheadMinutes);
    static void waitUntilQuiet(secrets::SecretStore &store);
    static void write(secrets::SecretStore &store, const QString &key, const QByteArray &value);

    std::unique_ptr<profiles::ConnectionStore> m_connections;
    std::shared_ptr<FakeKeychain::State> m_keychain;
};

void TestNotices::init()
{
    open();
    m_keychain = std::make_shared<FakeKeychain::State>();
    m_connections = std::make_unique<profiles::ConnectionStore>(connectionsFile());
    m_connections->load();
}

void TestNotices::cleanup()
{
    m_connections.reset();
    close();
}

Callout *TestNotices::banner(const QString &id) const
{
    auto *callout = m_window->findChild<Callout *>(u"banner."_s + id);
    return callout && callout->isVisible() ? callout : nullptr;
}

QString TestNotices::addConnection(bool hasSecret)
{
    return m_connections
        ->add({.name = u"Shop"_s,
               .kind = profiles::Connection::Kind::Aws,
               .userPoolId = u"eu-west-1_AbCdEf123"_s,
               .clientId = u"1h57kf5cpq17m0eml12EXAMPLE"_s,
               .hasClientSecret = hasSecret})
        .value_or(QString());
}

void TestNotices::write(secrets::SecretStore &store, const QString &key, const QByteArray &value)
{
    QObject context;
    std::optional<bool> written;
    store.write(key, value, &context, [&](const Result<void> &result) { written = result.has_value(); });
    QTRY_VERIFY(written);
    QVERIFY(*written);
}

void TestNotices::observe(transport::ServerClock &clock, int aheadMinutes)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString theirs = QLocale::c().toString(now.addSecs(-60 * aheadMinutes), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    clock.observe(now.toMSecsSinceEpoch(), now.toMSecsSinceEpoch(), theirs.toLatin1(), {});
}

// Answers keep their order; what is removed is asked for once what was read is there.
void TestNotices::waitUntilQuiet(secrets::SecretStore &store)
{
    QObject context;
    int answered = 0;
    for (int round = 1; round <= 4; ++round) {
        store.read(u"nothing"_s, &context, [&](const auto &) { ++answered; });
        QTRY_COMPARE(answered, round);
    }
}

// A client secret, and two sessions with their index.
void TestNotices::fillKeychain(const QString &connectionId)
{
    const auto store = storeOver(m_keychain);
    QList<auth::StoredSession> sessions;
    for (const QString &id : {u"one"_s, u"two"_s})
        sessions << auth::StoredSession{.id = id, .userPoolId = u"eu-west-1_AbCdEf123"_s, .clientId = u"c"_s};
    for (const auth::StoredSession &session : sessions)
        write(*store, auth::sessionEntryKey(connectionId, session), "tokens");
    write(*store, auth::sessionIndexKey(connectionId), auth::indexOf(sessions));
    write(*store, profiles::clientSecretKey(connectionId), "secret");
}

void TestNotices::damagedSecretIsSaid()
{
    const QString id = addConnection(true);
    secrets::MemoryStore store;
    DamagedNotice notice(store, *m_connections, *m_window);
    QSignalSpy editing(&notice, &DamagedNotice::editingRequested);
    emit store.damaged(auth::sessionIndexKey(id), u"Another entry is damaged."_s);
    QVERIFY(!banner(bannerids::DamagedSecret + id));
    emit store.damaged(profiles::clientSecretKey(id), u"An entry is damaged."_s);
    Callout *shown = banner(bannerids::DamagedSecret + id);
    QVERIFY(shown);
    QCOMPARE(shown->content().title, u"The client secret of Shop is lost. Enter it again in the connection."_s);
    QCOMPARE(shown->content().body, u"An entry is damaged."_s);
    shown->findChild<QAbstractButton *>(u"calloutAction.edit"_s)->click();
    QTRY_COMPARE(editing.size(), 1);
    QCOMPARE(editing.first().first().toString(), id);
    shown->findChild<QAbstractButton *>(u"calloutClose"_s)->click();
    QVERIFY(!banner(bannerids::DamagedSecret + id));
}

// Its connection has no form.
void TestNotices::damagedSecretOfTheSandboxLeadsToItsPage()
{
    secrets::MemoryStore store;
    DamagedNotice notice(store, *m_connections, *m_window);
    const QString id = QString(profiles::sandboxId);
    emit store.damaged(profiles::clientSecretKey(id), u"An entry is damaged."_s);
    QVERIFY(banner(bannerids::DamagedSecret + id));
    const Callout::Content content = banner(bannerids::DamagedSecret + id)->content();
    QVERIFY2(content.title.contains(u"on the Sandbox page"), qPrintable(content.title));
    QCOMPARE(content.actions.first().text, u"Show the Sandbox page"_s);
}

void TestNotices::damagedSecretIsSettled_data()
{
    QTest::addColumn<QString>("by");
    QTest::newRow("the secret was entered") << u"entered"_s;
    QTest::newRow("the connection was deleted") << u"deleted"_s;
    QTest::newRow("the app client has none any more") << u"none"_s;
}

void TestNotices::damagedSecretIsSettled()
{
    QFETCH(QString, by);
    const QString id = addConnection(true);
    secrets::MemoryStore store;
    DamagedNotice notice(store, *m_connections, *m_window);
    emit store.damaged(profiles::clientSecretKey(id), u"An entry is damaged."_s);
    profiles::Connection connection = *m_connections->find(id);
    connection.name = u"Another name"_s;
    QVERIFY(m_connections->update(connection));
    QVERIFY(banner(bannerids::DamagedSecret + id)); // that mends nothing
    if (by == u"entered") {
        notice.settle(id);
    } else if (by == u"deleted") {
        QVERIFY(m_connections->remove(id));
    } else {
        connection.hasClientSecret = false;
        QVERIFY(m_connections->update(connection));
    }
    QVERIFY(!banner(bannerids::DamagedSecret + id));
}

void TestNotices::damagedKeysAreSaid()
{
    const QString id = addConnection(false);
    profiles::Connection connection = *m_connections->find(id);
    connection.keys.kind = profiles::KeySource::Kind::Kept;
    QVERIFY(m_connections->update(connection));
    secrets::MemoryStore store;
    DamagedNotice notice(store, *m_connections, *m_window);
    QSignalSpy editing(&notice, &DamagedNotice::editingRequested);
    emit store.damaged(profiles::awsKeysKey(id), u"An entry is damaged."_s);
    Callout *shown = banner(bannerids::DamagedKeys + id);
    QVERIFY(shown);
    QCOMPARE(shown->content().title, u"The AWS keys of Shop are lost. Enter them again in the connection."_s);
    QCOMPARE(shown->content().body, u"An entry is damaged."_s);
    shown->findChild<QAbstractButton *>(u"calloutAction.edit"_s)->click();
    QTRY_COMPARE(editing.size(), 1);
    QCOMPARE(editing.first().first().toString(), id);
    notice.settle(id); // its client secret was entered, which is something else
    QVERIFY(banner(bannerids::DamagedKeys + id));
    notice.settleKeys(id);
    QVERIFY(!banner(bannerids::DamagedKeys + id));
    emit store.damaged(profiles::awsKeysKey(id), u"An entry is damaged."_s);
    QVERIFY(banner(bannerids::DamagedKeys + id));
    connection.keys = {};
    QVERIFY(m_connections->update(connection));
    QVERIFY(!banner(bannerids::DamagedKeys + id));
}

void TestNotices::secretsOfADeletedConnectionGo_data()
{
    QTest::addColumn<bool>("locked"); // when the connection is deleted
    QTest::addColumn<bool>("restarted");
    QTest::newRow("the keychain is open") << false << false;
    QTest::newRow("locked, opened later") << true << false;
    QTest::newRow("locked, opened after a restart") << true << true;
}

void TestNotices::secretsOfADeletedConnectionGo()
{
    QFETCH(bool, locked);
    QFETCH(bool, restarted);
    const QString id = addConnection(true);
    fillKeychain(id);
    const auto kept = m_keychain->entries;
    if (locked)
        m_keychain->failing = [](const QString &) { return true; };
    auto store = storeOver(m_keychain);
    auto secrets = std::make_unique<DeletedSecrets>(*store, *m_connections, *m_window);
    QVERIFY(m_connections->remove(id));
    secrets->remove();
    if (locked) {
        QTRY_VERIFY(banner(bannerids::Deleted));
        QVERIFY2(!banner(bannerids::Deleted)->content().plainText().contains(u"signed in"), "of another matter");
        QVERIFY(banner(bannerids::Deleted)->content().canBeClosed);
        QCOMPARE(m_keychain->entries, kept);
        QCOMPARE(m_connections->removedIds(), QStringList{id});
    }
    if (restarted) {
        secrets.reset();
        store.reset();
        m_connections = std::make_unique<profiles::ConnectionStore>(connectionsFile());
        m_connections->load();
        QCOMPARE(m_connections->removedIds(), QStringList{id});
        m_keychain->failing = {};
        store = storeOver(m_keychain);
        secrets = std::make_unique<DeletedSecrets>(*store, *m_connections, *m_window);
        secrets->remove();
    } else {
        m_keychain->failing = {};
        store->retry();
    }
    QTRY_VERIFY2(m_keychain->entries.isEmpty(), qPrintable(m_keychain->entries.keys().join(u' ')));
    QTRY_VERIFY(m_connections->removedIds().isEmpty());
    QVERIFY(!banner(bannerids::Deleted));
    QFile file(connectionsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(id.toUtf8()));
}

// One entry that cannot be removed keeps the index, by which the next start finds it.
void TestNotices::whatOneSessionKeepsIsFoundAgain()
{
    const QString id = addConnection(false);
    fillKeychain(id);
    m_keychain->failing = [](const QString &job) { return job.startsWith(u"remove") && job.contains(u"session/two"); };
    {
        const auto store = storeOver(m_keychain);
        DeletedSecrets secrets(*store, *m_connections, *m_window);
        QVERIFY(m_connections->remove(id));
        secrets.remove();
        QTRY_VERIFY(banner(bannerids::Deleted));
        QCOMPARE(m_connections->removedIds(), QStringList{id});
    }
    QVERIFY(!m_keychain->entries.isEmpty());
    m_keychain->failing = {};
    const auto store = storeOver(m_keychain);
    DeletedSecrets secrets(*store, *m_connections, *m_window);
    secrets.remove();
    QTRY_VERIFY2(m_keychain->entries.isEmpty(), qPrintable(m_keychain->entries.keys().join(u' ')));
    QTRY_VERIFY(m_connections->removedIds().isEmpty());
}

void TestNotices::earlierRunsAreTriedInSilence()
{
    QVERIFY(m_connections->remove(addConnection(false)));
    m_keychain->failing = [](const QString &) { return true; };
    const auto store = storeOver(m_keychain);
    DeletedSecrets secrets(*store, *m_connections, *m_window);
    secrets.remove();
    waitUntilQuiet(*store);
    QVERIFY(!banner(bannerids::Deleted));
    QCOMPARE(m_connections->removedIds().size(), 1);
}

void TestNotices::aFailureOfItsOwnHasItsReason()
{
    const QString id = addConnection(true);
    const auto store = storeOver(m_keychain);
    waitUntilQuiet(*store); // it works
    m_keychain->failing = [](const QString &) { return true; };
    DeletedSecrets secrets(*store, *m_connections, *m_window);
    QVERIFY(m_connections->remove(id));
    secrets.remove();
    QTRY_VERIFY(banner(bannerids::Deleted));
    QVERIFY2(banner(bannerids::Deleted)->content().body.contains(u"injected"),
             qPrintable(banner(bannerids::Deleted)->content().body));
}

void TestNotices::withoutAKeychainNothingIsSaid()
{
    const QString id = addConnection(true);
    m_keychain->faults.insert(0, FakeKeychain::State::Fault::Miss);
    const auto store = storeOver(m_keychain);
    waitUntilQuiet(*store);
    QCOMPARE(store->availability(), secrets::Availability::Missing);
    DeletedSecrets secrets(*store, *m_connections, *m_window);
    QVERIFY(m_connections->remove(id));
    secrets.remove();
    waitUntilQuiet(*store);
    QVERIFY(!banner(bannerids::Deleted));
    QCOMPARE(m_connections->removedIds(), QStringList{id}); // for a start with one
}

void TestNotices::memoryKnowsNothingOfTheKeychain()
{
    const QString id = addConnection(true);
    secrets::MemoryStore store;
    write(store, profiles::clientSecretKey(id), "secret");
    DeletedSecrets secrets(store, *m_connections, *m_window);
    QVERIFY(m_connections->remove(id));
    secrets.remove();
    waitUntilQuiet(store);
    QVERIFY(store.keys().isEmpty());
    QCOMPARE(m_connections->removedIds(), QStringList{id}); // for a start with the keychain
    QVERIFY(!banner(bannerids::Deleted));
}

void TestNotices::aClockThatIsOffIsSaid_data()
{
    QTest::addColumn<profiles::Connection::Kind>("kind");
    QTest::addColumn<int>("aheadMinutes");
    QTest::addColumn<QString>("said");
    const auto service = profiles::Connection::Kind::Aws;
    QTest::newRow("ahead") << service << 20 << u"20 minutes ahead"_s;
    QTest::newRow("behind") << service << -75 << u"1 hour, 15 minutes behind"_s;
    QTest::newRow("what every signature allows for") << service << 3 << QString();
    QTest::newRow("an emulator, whose clock was moved") << profiles::Connection::Kind::Endpoint << 20 << QString();
}

void TestNotices::aClockThatIsOffIsSaid()
{
    QFETCH(profiles::Connection::Kind, kind);
    QFETCH(int, aheadMinutes);
    QFETCH(QString, said);
    Translations translations; // for the plural forms
    translations.install(u"en"_s);
    transport::ServerClock clock;
    ClockNotice notice(*m_window->banners());
    notice.watch(clock, kind);
    QVERIFY(!banner(bannerids::Clock));
    observe(clock, aheadMinutes);
    QCOMPARE(bool(banner(bannerids::Clock)), !said.isEmpty());
    if (!said.isEmpty())
        QVERIFY2(banner(bannerids::Clock)->content().title.contains(said),
                 qPrintable(banner(bannerids::Clock)->content().title));
}

void TestNotices::aClockIsSaidOnceAndOnlyWhileItIsWatched()
{
    const auto service = profiles::Connection::Kind::Aws;
    ClockNotice notice(*m_window->banners());
    {
        transport::ServerClock clock;
        observe(clock, 20);
        notice.watch(clock, service); // what it knows already is said too
        QVERIFY(banner(bannerids::Clock));
        m_window->banners()->hide(bannerids::Clock); // closed by the user
        clock.jumped(10'000);
        notice.watch(clock, service);       // as when the sandbox has started meanwhile
        QVERIFY(!banner(bannerids::Clock)); // it is no news
        observe(clock, 40);
        QVERIFY(banner(bannerids::Clock));
        observe(clock, 0); // the computer's clock was set
        QVERIFY(!banner(bannerids::Clock));
        observe(clock, 40);
        QVERIFY(banner(bannerids::Clock));
    }
    transport::ServerClock other;
    notice.watch(other, service);
    QVERIFY(!banner(bannerids::Clock));
    notice.watchNothing();
    observe(other, 20);
    QVERIFY(!banner(bannerids::Clock));
}

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
