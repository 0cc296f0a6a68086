#include "app/bannerids.h"
#include "app/clientsecrets.h"
#include "profiles/connection.h"
#include "secrets/fallbackstore.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;

namespace {

// A keychain that takes something, or says why it does not.
class TestKeychain final : public secrets::SecretStore
{
public:
    using SecretStore::setAvailability;

    void read(const QString &key, QObject *context, ReadHandler handler) override
    {
        QMetaObject::invokeMethod(
            context,
            [this, key, handler] { handler(entries.contains(key) ? std::optional(entries[key]) : std::nullopt); },
            Qt::QueuedConnection);
    }
    void write(const QString &key, const QByteArray &value, QObject *context, DoneHandler handler) override
    {
        answer(context, handler, [this, key, value] { entries.insert(key, value); });
    }
    void remove(const QString &key, QObject *context, DoneHandler handler) override
    {
        answer(context, handler, [this, key] { entries.remove(key); });
    }
    QString backendName() const override { return u"Test"_s; }
    bool isPersistent() const override { return true; }

    QHash<QString, QByteArray> entries;
    QLatin1StringView refusal; // one of secrets::codes; empty: it works

private:
    template<class Work>
    void answer(QObject *context, const DoneHandler &handler, Work work)
    {
        QMetaObject::invokeMethod(
            context,
            [this, handler, work] {
                if (refusal.isEmpty())
                    work();
                handler(refusal.isEmpty() ? Result<void>()
                                          : failure(Error::storage(QString(refusal), u"You stay signed in."_s)));
            },
            Qt::QueuedConnection);
    }
};

} // namespace

// What is said of a client secret that the keychain did not take.
class TestClientSecrets final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsQuietly();
    void saysWhatHasToBeEnteredAgain();
    void aFailureOfItsOwnHasItsReason();
    void settlesOnceItIsKept_data();
    void settlesOnceItIsKept();
    void settlesWithTheNextOne();
    void ofADeletedConnectionNothingIsSaid();
    void canBeClosed();
    void theSandboxHasNoForm();
    void saysWhatCouldNotBeRemoved_data();
    void saysWhatCouldNotBeRemoved();

private:
    bool isShown() { return m_window->banners()->isShown(m_banner); }
    Callout *callout() { return m_window->findChild<Callout *>(u"banner."_s + m_banner); }
    void refuse(QLatin1StringView code) { m_keychain->refusal = code; }
    void waitForAnswers();

    const profiles::Connection m_connection{.id = u"c1"_s, .name = u"acme"_s, .hasClientSecret = true};
    const QString m_key = profiles::clientSecretKey(u"c1"_s);
    const QString m_banner = bannerids::UnkeptSecret + m_key;
    TestKeychain *m_keychain = nullptr;
    std::unique_ptr<secrets::FallbackStore> m_store;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<ClientSecrets> m_secrets;
};

void TestClientSecrets::init()
{
    auto keychain = std::make_unique<TestKeychain>();
    m_keychain = keychain.get();
    m_keychain->setAvailability(secrets::Availability::Available);
    m_store = std::make_unique<secrets::FallbackStore>(std::move(keychain));
    m_window = std::make_unique<MainWindow>(MainWindow::Parts());
    showActive(m_window.get());
    m_secrets = std::make_unique<ClientSecrets>(*m_store, *m_window);
}

void TestClientSecrets::cleanup()
{
    m_secrets.reset();
    m_window.reset();
    m_store.reset();
}

// Requests are answered in their order.
void TestClientSecrets::waitForAnswers()
{
    bool answered = false;
    m_store->read(u"anything"_s, this, [&answered](const auto &) { answered = true; });
    QTRY_VERIFY(answered);
}

void TestClientSecrets::keepsQuietly()
{
    m_secrets->keep(m_connection, u"canary"_s);
    waitForAnswers();
    QCOMPARE(m_keychain->entries.value(m_key), QByteArray("canary"));
    QVERIFY(!isShown());
    m_secrets->forget(m_connection);
    waitForAnswers();
    QVERIFY(m_keychain->entries.isEmpty());
    QVERIFY(!isShown());
}

void TestClientSecrets::saysWhatHasToBeEnteredAgain()
{
    refuse(secrets::codes::Locked);
    m_secrets->keep(m_connection, u"canary"_s);
    QTRY_VERIFY(isShown());
    const Callout::Content content = callout()->content();
    QVERIFY2(content.title.contains(u"client secret of acme"), qPrintable(content.title));
    QVERIFY2(content.title.contains(u"entered again"), qPrintable(content.title));
    QVERIFY2(!content.plainText().contains(u"signed in"), qPrintable(content.plainText())); // nobody is
    QVERIFY(!content.plainText().contains(u"canary"));
}

void TestClientSecrets::aFailureOfItsOwnHasItsReason()
{
    refuse(secrets::codes::Failed);
    m_secrets->keep(m_connection, u"canary"_s);
    QTRY_VERIFY(isShown());
    QCOMPARE(callout()->content().body, u"You stay signed in."_s);
}

void TestClientSecrets::settlesOnceItIsKept_data()
{
    QTest::addColumn<bool>("locked");
    QTest::newRow("the keychain was unlocked") << true;
    QTest::newRow("only this one had failed") << false;
}

void TestClientSecrets::settlesOnceItIsKept()
{
    QFETCH(bool, locked);
    refuse(locked ? secrets::codes::Locked : secrets::codes::Failed);
    if (locked)
        m_keychain->setAvailability(secrets::Availability::Locked);
    m_secrets->keep(m_connection, u"canary"_s);
    QTRY_VERIFY(isShown());
    find<QAbstractButton>(callout(), u"calloutAction.retry"_s)->click(); // in vain
    waitForAnswers();
    QVERIFY(isShown());
    refuse({});
    if (locked)
        m_keychain->setAvailability(secrets::Availability::Available);
    else
        find<QAbstractButton>(callout(), u"calloutAction.retry"_s)->click();
    QTRY_VERIFY(!isShown());
    QCOMPARE(m_keychain->entries.value(m_key), QByteArray("canary"));
}

void TestClientSecrets::settlesWithTheNextOne()
{
    refuse(secrets::codes::Failed);
    m_secrets->keep(m_connection, u"old"_s);
    QTRY_VERIFY(isShown());
    refuse({});
    m_secrets->keep(m_connection, u"new"_s);
    QTRY_VERIFY(!isShown());
    waitForAnswers();
    QCOMPARE(m_keychain->entries.value(m_key), QByteArray("new"));
}

// The keychain answers only after its connection was deleted.
void TestClientSecrets::ofADeletedConnectionNothingIsSaid()
{
    refuse(secrets::codes::NotAnswering);
    m_secrets->keep(m_connection, u"canary"_s);
    m_secrets->drop(m_connection.id);
    waitForAnswers();
    QVERIFY(!isShown());
}

// Without a keychain trying again never helps.
void TestClientSecrets::canBeClosed()
{
    refuse(secrets::codes::Missing);
    m_secrets->keep(m_connection, u"canary"_s);
    QTRY_VERIFY(isShown());
    auto *close = find<QAbstractButton>(callout(), u"calloutClose"_s);
    QVERIFY(close && close->isVisible());
    close->click();
    QVERIFY(!isShown());
}

void TestClientSecrets::theSandboxHasNoForm()
{
    refuse(secrets::codes::Locked);
    profiles::Connection sandbox = m_connection;
    sandbox.kind = profiles::Connection::Kind::Sandbox;
    m_secrets->keep(sandbox, u"canary"_s);
    QTRY_VERIFY(isShown());
    QVERIFY2(callout()->content().title.contains(u"on the Sandbox page"), qPrintable(callout()->content().title));
}

void TestClientSecrets::saysWhatCouldNotBeRemoved_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("said");
    QTest::newRow("locked") << QString(secrets::codes::Locked) << true;
    QTest::newRow("without a keychain nothing is in it") << QString(secrets::codes::Missing) << false;
}

void TestClientSecrets::saysWhatCouldNotBeRemoved()
{
    QFETCH(QString, code);
    QFETCH(bool, said);
    refuse(code == secrets::codes::Locked ? secrets::codes::Locked : secrets::codes::Missing);
    m_secrets->forget(m_connection);
    waitForAnswers();
    QCOMPARE(isShown(), said);
    m_secrets->drop(m_connection.id); // its connection is deleted
    waitForAnswers();
    QVERIFY(!isShown());
}

QTEST_MAIN(TestClientSecrets)
#include "tst_clientsecrets.moc"
