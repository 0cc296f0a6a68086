#include "secrets/fallbackstore.h"
#include "secrets/keychainstore.h"
#include "sessionfakes.h"
#include "sessionsteps.h"
#include "unit/secrets/fakekeychain.h"

#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;
using namespace poolscope::tests;

namespace {

const QString indexKey = QStringLiteral("connection/c1/sessions");

// What the connection is opened with: a store of the test's choice in place of the bench's.
struct OpenedOver
{
    UserPoolAccess access;
    SessionManager sessions{&access};

    OpenedOver(FlowBench &bench, secrets::SecretStore &store)
        : access(bench.connection, bench.server.url(),
                 {.channel = &bench.channel, .secrets = &store, .clock = &bench.clock, .random = &bench.random})
    {
    }
};

// A keychain whose index spreads over chunks of 64 bytes.
std::unique_ptr<secrets::KeychainStore> smallChunks(const std::shared_ptr<FakeKeychain::State> &state)
{
    auto store = std::make_unique<secrets::KeychainStore>(std::make_unique<FakeKeychain>(state), nullptr,
                                                          secrets::KeychainOptions{.chunkBytes = 64});
    store->open();
    return store;
}

} // namespace

// Sessions and client secrets over a keychain that fails or has lost something.
class FailingKeychainTest : public QObject
{
    Q_OBJECT

private slots:
    void secretCountsWithoutTheKeychain()
    {
        FlowBench bench;
        bench.connection.hasClientSecret = true;
        auto broken = std::make_unique<BrokenStore>();
        BrokenStore *keychain = broken.get();
        keychain->set(false);
        secrets::FallbackStore store(std::move(broken));
        const QString key = profiles::clientSecretKey(bench.connection.id);
        // Entered while no connection is open.
        std::optional<Result<void>> written;
        store.write(key, "testsecret", this, [&](const Result<void> &result) { written = result; });
        QTRY_VERIFY(written);
        QCOMPARE(written->error().code, QString(secrets::codes::NotAnswering));

        for (int opened = 0; opened < 2; ++opened) {
            OpenedOver open(bench, store);
            bool ready = false;
            open.access.whenReady(this, [&](const Result<void> &result) { ready = result.has_value(); });
            QTRY_VERIFY(ready);
            QCOMPARE(open.access.clientSecret(), QStringLiteral("testsecret"));
        }
        QVERIFY(keychain->inner.keys().isEmpty());
        keychain->set(true);
        QTRY_COMPARE(keychain->inner.keys(), QStringList{key});
    }

    void sessionsOutliveTheirConnection_data()
    {
        QTest::addColumn<bool>("open"); // when the keychain wakes up
        QTest::newRow("it wakes up while the connection is open again") << true;
        QTest::newRow("it wakes up while no connection is open") << false;
    }

    // A connection is opened anew whenever it is changed: that signs nobody out, and leaves nothing that nobody finds.
    void sessionsOutliveTheirConnection()
    {
        QFETCH(bool, open);
        FlowBench bench;
        auto broken = std::make_unique<BrokenStore>();
        BrokenStore *keychain = broken.get();
        keychain->set(false);
        secrets::FallbackStore store(std::move(broken));
        {
            OpenedOver first(bench, store);
            first.sessions.restore();
            QTRY_VERIFY(first.sessions.isRestored());
            first.sessions.adopt(result(bench, mira), mira);
            waitUntilQuiet(store);
        }
        if (!open)
            keychain->set(true);
        OpenedOver again(bench, store);
        again.sessions.restore();
        QTRY_VERIFY(again.sessions.current());
        QCOMPARE(again.sessions.current()->username(), mira);
        keychain->set(true);
        QTRY_VERIFY(again.sessions.storageProblem().isEmpty());
        QTRY_COMPARE(keychain->inner.keys().size(), 2);
        QVERIFY(keychain->inner.keys().contains(indexKey));
        again.sessions.forgetEverything();
        QTRY_VERIFY(keychain->inner.keys().isEmpty());
    }

    void damagedIndexIsTold_data()
    {
        QTest::addColumn<QString>("entry"); // that is lost
        QTest::newRow("first chunk") << indexKey + QStringLiteral("#1.0");
        QTest::newRow("second chunk") << indexKey + QStringLiteral("#1.1");
    }

    void damagedIndexIsTold()
    {
        QFETCH(QString, entry);
        FlowBench bench;
        const auto state = std::make_shared<FakeKeychain::State>();
        {
            const auto store = smallChunks(state);
            OpenedOver open(bench, *store);
            open.sessions.adopt(result(bench, mira), mira);
            QTRY_VERIFY(state->entries.contains(indexKey));
            QTRY_VERIFY(state->entries.contains(entry));
            waitUntilQuiet(*store);
        }
        const QStringList before = tokenEntries(*state);
        QVERIFY(state->entries.remove(entry) > 0);

        const auto store = smallChunks(state);
        OpenedOver open(bench, *store);
        QSignalSpy told(&open.sessions, &SessionManager::storageProblemChanged);
        open.sessions.restore();
        QTRY_VERIFY(open.sessions.isRestored());
        QVERIFY(open.sessions.sessions().isEmpty());
        QCOMPARE(told.size(), 1);
        QVERIFY2(open.sessions.storageProblem().startsWith(u"The list of signed-in users could not be read. Sign in "),
                 qPrintable(open.sessions.storageProblem()));
        QVERIFY(open.sessions.storageProblem().contains(u"damaged or incomplete"));

        // Whoever signs in again finds the entry that the index had lost, and signing out removes all of it.
        Session *session = open.sessions.adopt(result(bench, mira), mira);
        QVERIFY(session);
        waitUntilQuiet(*store);
        QVERIFY(open.sessions.storageProblem().isEmpty());
        QCOMPARE(tokenEntries(*state).size(), before.size());
        bench.answer("{}");
        session->signOutHere();
        QTRY_VERIFY(open.sessions.sessions().isEmpty());
        QTRY_COMPARE(tokenEntries(*state), QStringList());
    }

private:
    // Everything that was asked for has been done.
    static void waitUntilQuiet(secrets::SecretStore &store)
    {
        QObject context;
        bool answered = false;
        store.read(QStringLiteral("nothing"), &context, [&](const auto &) { answered = true; });
        QTRY_VERIFY(answered);
    }

    static QStringList tokenEntries(const FakeKeychain::State &state)
    {
        return state.entries.keys().filter(QStringLiteral("/session/"));
    }
};

QTEST_GUILESS_MAIN(FailingKeychainTest)
#include "tst_failingkeychain.moc"
