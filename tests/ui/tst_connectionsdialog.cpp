#include "profiles/connectionstore.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/translations.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/keyboard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::ui;
using profiles::Connection;

namespace {

class TestTester final : public ConnectionTester
{
public:
    void test(const Connection &connection, const TypedSecrets &typed, QObject *context,
              std::function<void(Callout::Content)> handler) override
    {
        asked = connection;
        secret = typed.clientSecret;
        keys = typed.keys;
        if (answers)
            QMetaObject::invokeMethod(
                context, [this, handler] { handler(answer); }, Qt::QueuedConnection);
    }

    Callout::Content answer{.tone = Tone::Good, .title = QStringLiteral("The app client answers.")};
    bool answers = true;
    Connection asked;
    QString secret;
    transport::SigningCredentials keys;
};

Connection acme(profiles::Environment environment)
{
    Connection made;
    made.name = QStringLiteral("acme");
    made.userPoolId = QStringLiteral("eu-west-1_Kx83Ja2Qe");
    made.clientId = QStringLiteral("3k9f0abcdefghijklmnop12345");
    made.environment = environment;
    return made;
}

} // namespace

class TestConnectionsDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sandboxIsThereAndNotEdited();
    void addsByKeyboard();
    void keepsEveryField_data();
    void keepsEveryField();
    void regionThatIsNotThePools_data();
    void regionThatIsNotThePools();
    void badFieldsAreSaidOnLeaving_data();
    void badFieldsAreSaidOnLeaving();
    void saysWhatIsMissing();
    void secretIsHandedOn();
    void missingSecretIsSaid();
    void testSaysWhatWasFound();
    void testCanBeStopped();
    void editingStopsATest();
    void closesDuringATest();
    void deletingAsksAndNamesIt();
    void deletingProductionNeedsTheName();
    void unsavedChangesAreNotLost();
    void connects();
    void noFaults_data();
    void noFaults();

private:
    void fill(const QString &field, const QString &text);
    void click(const QString &button);
    void openWith(const QString &id);
    void choose(const QString &box, int rows); // down from the first one
    QString errorAt(const QString &field);     // empty: none is shown

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<profiles::ConnectionStore> m_store;
    std::unique_ptr<TestTester> m_tester;
    std::unique_ptr<ConnectionsDialog> m_dialog;
};

void TestConnectionsDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<profiles::ConnectionStore>(m_folder->filePath(QStringLiteral("connections.json")));
    m_store->load();
    m_tester = std::make_unique<TestTester>();
    openWith({});
}

void TestConnectionsDialog::openWith(const QString &id)
{
    m_dialog = std::make_unique<ConnectionsDialog>(m_store.get(), m_tester.get());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    if (!id.isEmpty())
        m_dialog->select(id);
    showActive(m_dialog.get());
}

void TestConnectionsDialog::cleanup()
{
    m_dialog.reset();
}

void TestConnectionsDialog::fill(const QString &field, const QString &text)
{
    auto *line = find<QLineEdit>(m_dialog.get(), field);
    line->setFocus();
    line->selectAll();
    type(text);
}

void TestConnectionsDialog::click(const QString &button)
{
    QTest::keyClick(find(m_dialog.get(), button), Qt::Key_Space);
}

void TestConnectionsDialog::choose(const QString &box, int rows)
{
    find(m_dialog.get(), box)->setFocus();
    press(Qt::Key_Home);
    for (int i = 0; i < rows; ++i)
        press(Qt::Key_Down);
}

QString TestConnectionsDialog::errorAt(const QString &field)
{
    const auto *callout = m_dialog->findChild<Callout *>(field + QStringLiteral(".error"));
    return callout && callout->isVisible() ? callout->content().title : QString();
}

void TestConnectionsDialog::sandboxIsThereAndNotEdited()
{
    auto *list = find<QListWidget>(m_dialog.get(), QStringLiteral("connectionList"));
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->currentRow(), 0);
    QVERIFY(!find(m_dialog.get(), QStringLiteral("connectionName"))->isVisible());
    QVERIFY(!find(m_dialog.get(), QStringLiteral("connectionDelete"))->isVisible());
}

void TestConnectionsDialog::addsByKeyboard()
{
    click(QStringLiteral("connectionAdd"));
    QVERIFY(find(m_dialog.get(), QStringLiteral("connectionName"))->hasFocus());
    type(QStringLiteral("acme"));
    press(Qt::Key_Tab);
    type(QStringLiteral(" eu-west-1_Kx83Ja2Qe "));
    fill(QStringLiteral("connectionClientId"), QStringLiteral("3k9f0abcdefghijklmnop12345"));
    press(Qt::Key_Return);
    QCOMPARE(m_store->connections().size(), 2);
    const Connection kept = m_store->connections().last();
    QCOMPARE(kept.name, QStringLiteral("acme"));
    QCOMPARE(kept.userPoolId, QStringLiteral("eu-west-1_Kx83Ja2Qe"));
    QCOMPARE(kept.effectiveRegion(), QStringLiteral("eu-west-1"));
    QCOMPARE(find<QListWidget>(m_dialog.get(), QStringLiteral("connectionList"))->currentRow(), 1);
}

void TestConnectionsDialog::keepsEveryField_data()
{
    QTest::addColumn<int>("environment");
    QTest::addColumn<profiles::Environment>("kept");
    QTest::newRow("development") << 0 << profiles::Environment::Development;
    QTest::newRow("staging") << 1 << profiles::Environment::Staging;
    QTest::newRow("production") << 2 << profiles::Environment::Production;
}

void TestConnectionsDialog::keepsEveryField()
{
    QFETCH(int, environment);
    QFETCH(profiles::Environment, kept);
    click(QStringLiteral("connectionAdd"));
    QVERIFY(!find(m_dialog.get(), QStringLiteral("connectionEndpoint"))->isVisible());
    choose(QStringLiteral("connectionKind"), 1);
    QVERIFY(find(m_dialog.get(), QStringLiteral("connectionEndpoint"))->isVisible());
    fill(QStringLiteral("connectionName"), QStringLiteral("emulator"));
    fill(QStringLiteral("connectionEndpoint"), QStringLiteral("http://localhost:9229"));
    fill(QStringLiteral("connectionPoolId"), QStringLiteral("eu-west-1_Kx83Ja2Qe"));
    QCOMPARE(find<QLineEdit>(m_dialog.get(), QStringLiteral("connectionRegion"))->placeholderText(),
             QStringLiteral("eu-west-1")); // taken from the pool id
    fill(QStringLiteral("connectionClientId"), QStringLiteral("abc"));
    choose(QStringLiteral("connectionEnvironment"), environment);
    click(QStringLiteral("connectionReadOnly"));
    click(QStringLiteral("connectionSave"));
    QCOMPARE(m_store->connections().size(), 2);
    Connection saved = m_store->connections().last();
    QCOMPARE(saved.kind, Connection::Kind::Endpoint);
    QCOMPARE(saved.endpoint, QUrl(QStringLiteral("http://localhost:9229")));
    QCOMPARE(saved.region, QString());
    QCOMPARE(saved.effectiveRegion(), QStringLiteral("eu-west-1"));
    QCOMPARE(saved.environment, kept);
    QVERIFY(saved.readOnly);

    // As they stand when it is opened again; and without the endpoint on AWS.
    openWith(saved.id);
    QCOMPARE(find<QComboBox>(m_dialog.get(), QStringLiteral("connectionEnvironment"))->currentIndex(), environment);
    QVERIFY(find<QCheckBox>(m_dialog.get(), QStringLiteral("connectionReadOnly"))->isChecked());
    choose(QStringLiteral("connectionKind"), 0);
    QVERIFY(!find(m_dialog.get(), QStringLiteral("connectionEndpoint"))->isVisible());
    click(QStringLiteral("connectionReadOnly"));
    click(QStringLiteral("connectionSave"));
    saved = m_store->connections().last();
    QCOMPARE(saved.kind, Connection::Kind::Aws);
    QVERIFY(saved.endpoint.isEmpty());
    QVERIFY(!saved.readOnly);
}

void TestConnectionsDialog::regionThatIsNotThePools_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("error");
    QTest::addColumn<bool>("saved");
    const QString mismatch = QStringLiteral("The user pool lives in eu-west-1, but the region here is us-east-1.");
    QTest::newRow("on AWS") << 0 << QStringLiteral("us-east-1") << mismatch << false;
    QTest::newRow("at an endpoint") << 1 << QStringLiteral("us-east-1") << mismatch << true; // only said
    QTest::newRow("the pool's") << 0 << QStringLiteral("eu-west-1") << QString() << true;
    QTest::newRow("no region") << 0 << QStringLiteral("eu west") << QStringLiteral("A region looks like us-east-1.")
                               << false;
}

void TestConnectionsDialog::regionThatIsNotThePools()
{
    QFETCH(int, kind);
    QFETCH(QString, region);
    QFETCH(QString, error);
    QFETCH(bool, saved);
    Connection before = acme(profiles::Environment::Development);
    before.kind = kind == 0 ? Connection::Kind::Aws : Connection::Kind::Endpoint;
    before.endpoint = kind == 0 ? QUrl() : QUrl(QStringLiteral("http://localhost:9229"));
    openWith(*m_store->add(before));
    fill(QStringLiteral("connectionRegion"), region);
    press(Qt::Key_Tab);
    QCOMPARE(errorAt(QStringLiteral("connectionRegion")), error);
    click(QStringLiteral("connectionSave"));
    QCOMPARE(errorAt(QStringLiteral("connectionRegion")), error);
    QCOMPARE(m_store->connections().last().region, saved ? region : QString());
}

void TestConnectionsDialog::badFieldsAreSaidOnLeaving_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("no address") << QStringLiteral("connectionEndpoint") << QStringLiteral("emulator");
    QTest::newRow("not encrypted") << QStringLiteral("connectionEndpoint") << QStringLiteral("http://example.com");
    QTest::newRow("with a password") << QStringLiteral("connectionEndpoint")
                                     << QStringLiteral("https://a:b@example.com");
    QTest::newRow("with a path") << QStringLiteral("connectionEndpoint") << QStringLiteral("http://localhost:9229/idp");
    QTest::newRow("no pool id") << QStringLiteral("connectionPoolId") << QStringLiteral("mine");
    QTest::newRow("no client id") << QStringLiteral("connectionClientId") << QStringLiteral("a b");
}

void TestConnectionsDialog::badFieldsAreSaidOnLeaving()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    Connection before = acme(profiles::Environment::Development);
    before.kind = Connection::Kind::Endpoint;
    before.endpoint = QUrl(QStringLiteral("http://localhost:9229"));
    openWith(*m_store->add(before));
    fill(field, text);
    QVERIFY(errorAt(field).isEmpty());
    press(Qt::Key_Tab);
    QVERIFY(!errorAt(field).isEmpty());
    click(QStringLiteral("connectionSave"));
    before.id = m_store->connections().last().id;
    QCOMPARE(m_store->connections().last(), before);
    QVERIFY(find(m_dialog.get(), field)->hasFocus());
}

void TestConnectionsDialog::saysWhatIsMissing()
{
    click(QStringLiteral("connectionAdd"));
    click(QStringLiteral("connectionSave"));
    QCOMPARE(m_store->connections().size(), 1);
    QVERIFY(find(m_dialog.get(), QStringLiteral("connectionName.error"))->isVisible());
    QVERIFY(find(m_dialog.get(), QStringLiteral("connectionName"))->hasFocus());
    type(QStringLiteral("a"));
    QVERIFY(!find(m_dialog.get(), QStringLiteral("connectionName.error"))->isVisible());
}

void TestConnectionsDialog::secretIsHandedOn()
{
    openWith(*m_store->add(acme(profiles::Environment::Development)));
    QSignalSpy entered(m_dialog.get(), &ConnectionsDialog::secretEntered);
    find<QCheckBox>(m_dialog.get(), QStringLiteral("connectionHasSecret"))->click();
    fill(QStringLiteral("connectionSecret"), QStringLiteral("canary-secret"));
    click(QStringLiteral("connectionSave"));
    QCOMPARE(entered.count(), 1);
    QCOMPARE(entered.first().at(1).toString(), QStringLiteral("canary-secret"));
    QVERIFY(m_store->connections().last().hasClientSecret);
    QVERIFY(find<QLineEdit>(m_dialog.get(), QStringLiteral("connectionSecret"))->text().isEmpty());
    QFile file(m_folder->filePath(QStringLiteral("connections.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("canary"));
}

void TestConnectionsDialog::missingSecretIsSaid()
{
    openWith(*m_store->add(acme(profiles::Environment::Development)));
    auto *box = find<QCheckBox>(m_dialog.get(), QStringLiteral("connectionHasSecret"));
    box->click();
    click(QStringLiteral("connectionSave"));
    QVERIFY(box->isChecked());
    QVERIFY(!m_store->connections().last().hasClientSecret);
    QVERIFY(find(m_dialog.get(), QStringLiteral("connectionSecret.error"))->isVisible());
    QVERIFY(find(m_dialog.get(), QStringLiteral("connectionSecret"))->hasFocus());
    click(QStringLiteral("connectionTest"));
    QCOMPARE(m_tester->asked, Connection());
    type(QStringLiteral("x"));
    QVERIFY(!find(m_dialog.get(), QStringLiteral("connectionSecret.error"))->isVisible());
    click(QStringLiteral("connectionSave"));
    QVERIFY(m_store->connections().last().hasClientSecret);
    // It is not said where it lies: that depends on whether there is a keychain.
    QVERIFY(!find<QLineEdit>(m_dialog.get(), QStringLiteral("connectionSecret"))->placeholderText().isEmpty());
    QVERIFY(!find<QLineEdit>(m_dialog.get(), QStringLiteral("connectionSecret"))
                 ->placeholderText()
                 .contains(QStringLiteral("keychain")));
    find<QLineEdit>(m_dialog.get(), QStringLiteral("connectionName"))->setText(QStringLiteral("acme two"));
    click(QStringLiteral("connectionSave")); // the kept one stays
    QCOMPARE(m_store->connections().last().name, QStringLiteral("acme two"));
    QVERIFY(m_store->connections().last().hasClientSecret);
}

void TestConnectionsDialog::testSaysWhatWasFound()
{
    openWith(*m_store->add(acme(profiles::Environment::Development)));
    click(QStringLiteral("connectionTest"));
    auto *result = find<Callout>(m_dialog.get(), QStringLiteral("connectionResult"));
    QTRY_VERIFY(result->isVisible());
    QCOMPARE(result->content().title, QStringLiteral("The app client answers."));
    QCOMPARE(m_tester->asked.clientId, QStringLiteral("3k9f0abcdefghijklmnop12345"));
    QCOMPARE(find<QPushButton>(m_dialog.get(), QStringLiteral("connectionTest"))->text(),
             QStringLiteral("&Test connection"));
}

void TestConnectionsDialog::testCanBeStopped()
{
    m_tester->answers = false;
    openWith(*m_store->add(acme(profiles::Environment::Development)));
    click(QStringLiteral("connectionTest"));
    QCOMPARE(find<QPushButton>(m_dialog.get(), QStringLiteral("connectionTest"))->text(),
             QStringLiteral("Stop the test"));
    click(QStringLiteral("connectionTest"));
    QCOMPARE(find<QPushButton>(m_dialog.get(), QStringLiteral("connectionTest"))->text(),
             QStringLiteral("&Test connection"));
}

// What it would say is of values that do not stand there any more.
void TestConnectionsDialog::editingStopsATest()
{
    m_tester->answers = false;
    openWith(*m_store->add(acme(profiles::Environment::Development)));
    click(QStringLiteral("connectionTest"));
    QCOMPARE(find<QPushButton>(m_dialog.get(), QStringLiteral("connectionTest"))->text(),
             QStringLiteral("Stop the test"));
    fill(QStringLiteral("connectionClientId"), QStringLiteral("another"));
    QCOMPARE(find<QPushButton>(m_dialog.get(), QStringLiteral("connectionTest"))->text(),
             QStringLiteral("&Test connection"));
    click(QStringLiteral("connectionTest"));
    QCOMPARE(m_tester->asked.clientId, QStringLiteral("another"));
}

void TestConnectionsDialog::closesDuringATest()
{
    openWith(*m_store->add(acme(profiles::Environment::Development)));
    click(QStringLiteral("connectionTest"));
    m_dialog.reset();
    QApplication::processEvents();
}

void TestConnectionsDialog::deletingAsksAndNamesIt()
{
    openWith(*m_store->add(acme(profiles::Environment::Development)));
    QSignalSpy entered(m_dialog.get(), &ConnectionsDialog::secretEntered);
    click(QStringLiteral("connectionDelete"));
    QWidget *ask = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(ask);
    QCOMPARE(ask->windowTitle(), QStringLiteral("Delete the connection acme?"));
    const auto labels = ask->findChildren<QLabel *>();
    const auto says = [&labels](const QString &words) {
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
    };
    QVERIFY(says(QStringLiteral("stored sign-ins")));
    QVERIFY(says(QStringLiteral("not revoked")));
    QCOMPARE(m_store->connections().size(), 2);
    QTest::keyClick(find(ask, QStringLiteral("confirmButton")), Qt::Key_Space);
    QCOMPARE(m_store->connections().size(), 1);
    QCOMPARE(entered.count(), 1); // so that the keychain forgets it
}

void TestConnectionsDialog::deletingProductionNeedsTheName()
{
    openWith(*m_store->add(acme(profiles::Environment::Production)));
    click(QStringLiteral("connectionDelete"));
    QWidget *ask = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(!find(ask, QStringLiteral("confirmButton"))->isEnabled());
}

void TestConnectionsDialog::unsavedChangesAreNotLost()
{
    openWith(*m_store->add(acme(profiles::Environment::Development)));
    fill(QStringLiteral("connectionName"), QStringLiteral("acme two"));
    auto *list = find<QListWidget>(m_dialog.get(), QStringLiteral("connectionList"));
    list->setFocus();
    press(Qt::Key_Up);
    QWidget *ask = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(ask);
    QTest::keyClick(ask, Qt::Key_Escape);
    QTRY_COMPARE(list->currentRow(), 1);
    QCOMPARE(find<QLineEdit>(m_dialog.get(), QStringLiteral("connectionName"))->text(), QStringLiteral("acme two"));
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
}

void TestConnectionsDialog::connects()
{
    const QString id = *m_store->add(acme(profiles::Environment::Development));
    openWith(id);
    QSignalSpy opened(m_dialog.get(), &ConnectionsDialog::openRequested);
    click(QStringLiteral("connectionOpen"));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toString(), id);
}

void TestConnectionsDialog::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestConnectionsDialog::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    init(); // anew, in that language
    QCOMPARE(accessibilityFaults(m_dialog.get()).join(u'\n'), QString());
    openWith(*m_store->add(acme(profiles::Environment::Development)));
    QCOMPARE(accessibilityFaults(m_dialog.get()).join(u'\n'), QString());
}

QTEST_MAIN(TestConnectionsDialog)
#include "tst_connectionsdialog.moc"
