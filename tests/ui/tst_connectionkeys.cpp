#include "profiles/connectionstore.h"
#include "support/heldbackground.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/translations.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/keyboard.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;
using profiles::Connection;
using profiles::KeySource;

namespace {

class RecordingTester final : public ConnectionTester
{
public:
    void test(const Connection &connection, const TypedSecrets &typed, QObject *,
              std::function<void(Callout::Content)>) override
    {
        asked = connection;
        secrets = typed;
    }

    Connection asked;
    TypedSecrets secrets;
};

Connection acme(const KeySource &keys = {})
{
    return {.name = u"acme"_s,
            .userPoolId = u"eu-west-1_Kx83Ja2Qe"_s,
            .clientId = u"3k9f0abcdefghijklmnop12345"_s,
            .environment = profiles::Environment::Production,
            .readOnly = true,
            .keys = keys};
}

} // namespace

// The AWS keys of a connection, and connections from and to files.
class TestConnectionKeys final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keysAreTypedByKeyboard();
    void keptKeysStayUntilReplaced();
    void saysWhatIsWrongWithKeys_data();
    void saysWhatIsWrongWithKeys();
    void keysFromElsewhereForgetTheKeptOnes();
    void profileIsChosen();
    void profileThatCannotBeUsedIsSaid();
    void profileHasToBeNamed();
    void testGetsWhatWasTyped();
    void importFillsANewOne();
    void importOfSeveralAsksWhich();
    void whatCannotBeImportedIsSaid();
    void exportedWithoutSecretsAndBack();
    void exportThatFailsIsSaid();
    void closesDuringAnImport();
    void importAsksBeforeChangesAreLost();
    void lateImportAsksBeforeChangesAreLost();
    void changesGivenUpForAnImportAreNotAskedForAgain();
    void nothingIsSaidOfProfilesThatAreNotReadYet();
    void listSaysMarksInWords();
    void noFaults_data();
    void noFaults();

private:
    void openWith(const QString &id);
    void click(const QString &button) { QTest::keyClick(find(m_dialog.get(), button), Qt::Key_Space); }
    void fill(const QString &field, const QString &text);
    void chooseKeys(int rows);
    QString errorAt(const QString &field);
    void chooseFile(const QString &dialog, const QString &path);
    QString put(const QString &name, const QByteArray &bytes);
    Callout *result() { return find<Callout>(m_dialog.get(), u"connectionResult"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<profiles::ConnectionStore> m_store;
    std::unique_ptr<RecordingTester> m_tester;
    std::unique_ptr<ConnectionsDialog> m_dialog;
};

void TestConnectionKeys::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<profiles::ConnectionStore>(m_folder->filePath(u"connections.json"_s));
    m_store->load();
    m_tester = std::make_unique<RecordingTester>();
}

void TestConnectionKeys::cleanup()
{
    m_dialog.reset();
}

void TestConnectionKeys::openWith(const QString &id)
{
    m_dialog = std::make_unique<ConnectionsDialog>(m_store.get(), m_tester.get());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->select(id);
    m_dialog->setProfiles({{u"default"_s, {}}, {u"sso"_s, u"The profile sso signs in elsewhere."_s}}, {});
    showActive(m_dialog.get());
}

void TestConnectionKeys::fill(const QString &field, const QString &text)
{
    auto *line = find<QLineEdit>(m_dialog.get(), field);
    line->setFocus();
    line->selectAll();
    type(text);
}

void TestConnectionKeys::chooseKeys(int rows)
{
    find(m_dialog.get(), u"connectionKeys"_s)->setFocus();
    press(Qt::Key_Home);
    for (int i = 0; i < rows; ++i)
        press(Qt::Key_Down);
}

QString TestConnectionKeys::errorAt(const QString &field)
{
    const auto *callout = m_dialog->findChild<Callout *>(field + u".error"_s);
    return callout && callout->isVisible() ? callout->content().title : QString();
}

void TestConnectionKeys::chooseFile(const QString &name, const QString &path)
{
    QWidget *dialog = openDialog(name);
    QVERIFY(dialog);
    emit qobject_cast<QFileDialog *>(dialog)->fileSelected(path);
    dialog->close();
    showActive(m_dialog.get());
}

QString TestConnectionKeys::put(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

void TestConnectionKeys::keysAreTypedByKeyboard()
{
    openWith(*m_store->add(acme()));
    QVERIFY(!find(m_dialog.get(), u"connectionAccessKeyId"_s)->isVisible());
    QSignalSpy entered(m_dialog.get(), &ConnectionsDialog::keysEntered);
    chooseKeys(3);
    press(Qt::Key_Tab);
    QVERIFY(find(m_dialog.get(), u"connectionAccessKeyId"_s)->hasFocus());
    type(u"ASIA1"_s);
    fill(u"connectionSecretAccessKey"_s, u"canary-secret"_s);
    fill(u"connectionSessionToken"_s, u"canary-token"_s);
    QCOMPARE(find<QLineEdit>(m_dialog.get(), u"connectionSecretAccessKey"_s)->echoMode(), QLineEdit::Password);
    QCOMPARE(find<QLineEdit>(m_dialog.get(), u"connectionSessionToken"_s)->echoMode(), QLineEdit::Password);
    press(Qt::Key_Return);
    QCOMPARE(entered.count(), 1);
    const auto keys = entered.first().at(1).value<transport::SigningCredentials>();
    QCOMPARE(keys.accessKeyId, u"ASIA1"_s);
    QCOMPARE(keys.secretAccessKey, u"canary-secret"_s);
    QCOMPARE(keys.sessionToken, u"canary-token"_s);
    QCOMPARE(m_store->connections().last().keys.kind, KeySource::Kind::Kept);
    for (const char *field : {"connectionAccessKeyId", "connectionSecretAccessKey", "connectionSessionToken"})
        QVERIFY(find<QLineEdit>(m_dialog.get(), QString::fromLatin1(field))->text().isEmpty());
    QFile file(m_folder->filePath(u"connections.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY(!saved.contains("canary") && !saved.contains("ASIA1"));
}

void TestConnectionKeys::keptKeysStayUntilReplaced()
{
    openWith(*m_store->add(acme({KeySource::Kind::Kept, {}})));
    QSignalSpy entered(m_dialog.get(), &ConnectionsDialog::keysEntered);
    fill(u"connectionName"_s, u"acme two"_s);
    click(u"connectionSave"_s);
    QCOMPARE(m_store->connections().last().name, u"acme two"_s);
    QCOMPARE(entered.count(), 0);
    fill(u"connectionSecretAccessKey"_s, u"s"_s); // half of them replaces nothing
    click(u"connectionSave"_s);
    QCOMPARE(entered.count(), 0);
    QVERIFY(!errorAt(u"connectionAccessKeyId"_s).isEmpty());
}

void TestConnectionKeys::saysWhatIsWrongWithKeys_data()
{
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QStringList>("faulty");
    const QString id = u"connectionAccessKeyId"_s;
    const QString secret = u"connectionSecretAccessKey"_s;
    const QString token = u"connectionSessionToken"_s;
    QTest::newRow("nothing") << QStringList{QString(), QString(), QString()} << QStringList{id, secret};
    QTest::newRow("quoted") << QStringList{u"\"AKIA\""_s, u"s"_s, QString()} << QStringList{id};
    QTest::newRow("a blank inside") << QStringList{u"AKIA"_s, u"s t"_s, QString()} << QStringList{secret};
    QTest::newRow("temporary without a token") << QStringList{u"ASIA1"_s, u"s"_s, QString()} << QStringList{token};
    QTest::newRow("blanks around them") << QStringList{u" AKIA1 "_s, u" s "_s, QString()} << QStringList{};
}

void TestConnectionKeys::saysWhatIsWrongWithKeys()
{
    QFETCH(QStringList, typed);
    QFETCH(QStringList, faulty);
    openWith(*m_store->add(acme()));
    QSignalSpy entered(m_dialog.get(), &ConnectionsDialog::keysEntered);
    chooseKeys(3);
    const QStringList fields{u"connectionAccessKeyId"_s, u"connectionSecretAccessKey"_s, u"connectionSessionToken"_s};
    for (int i = 0; i < 3; ++i)
        fill(fields[i], typed[i]);
    click(u"connectionSave"_s);
    for (const QString &field : fields)
        QCOMPARE(!errorAt(field).isEmpty(), faulty.contains(field));
    QCOMPARE(entered.count(), faulty.isEmpty() ? 1 : 0);
    if (!faulty.isEmpty())
        QVERIFY(find(m_dialog.get(), faulty.first())->hasFocus());
}

void TestConnectionKeys::keysFromElsewhereForgetTheKeptOnes()
{
    openWith(*m_store->add(acme({KeySource::Kind::Kept, {}})));
    QSignalSpy entered(m_dialog.get(), &ConnectionsDialog::keysEntered);
    chooseKeys(1);
    click(u"connectionSave"_s);
    QCOMPARE(m_store->connections().last().keys.kind, KeySource::Kind::Environment);
    QCOMPARE(entered.count(), 1);
    QVERIFY(entered.first().at(1).value<transport::SigningCredentials>().accessKeyId.isEmpty());
}

void TestConnectionKeys::profileIsChosen()
{
    openWith(*m_store->add(acme()));
    chooseKeys(2);
    auto *profile = find<QComboBox>(m_dialog.get(), u"connectionKeyProfile"_s);
    QVERIFY(profile->isVisible());
    QCOMPARE(profile->currentText(), u"default"_s);
    QCOMPARE(profile->count(), 2);
    click(u"connectionSave"_s);
    QCOMPARE(m_store->connections().last().keys, (KeySource{KeySource::Kind::Profile, u"default"_s}));
    openWith(m_store->connections().last().id);
    QCOMPARE(find<QComboBox>(m_dialog.get(), u"connectionKeyProfile"_s)->currentText(), u"default"_s);
}

void TestConnectionKeys::profileThatCannotBeUsedIsSaid()
{
    openWith(*m_store->add(acme({KeySource::Kind::Profile, u"sso"_s})));
    const auto says = [this](const QString &words) {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    QVERIFY(says(u"The profile sso signs in elsewhere."_s));
    m_dialog->setProfiles({}, u"Line 3 of the AWS config file cannot be read."_s);
    QVERIFY(says(u"Line 3"_s));
    QCOMPARE(find<QComboBox>(m_dialog.get(), u"connectionKeyProfile"_s)->currentText(), u"sso"_s);
    m_dialog->setProfiles({}, {});
    QVERIFY(says(u"No profile of this name"_s));
    chooseKeys(0);
    QVERIFY(!says(u"No profile of this name"_s));
}

void TestConnectionKeys::profileHasToBeNamed()
{
    openWith(*m_store->add(acme()));
    chooseKeys(2);
    find<QComboBox>(m_dialog.get(), u"connectionKeyProfile"_s)->setEditText({});
    click(u"connectionSave"_s);
    QVERIFY(!errorAt(u"connectionKeyProfile"_s).isEmpty());
    QCOMPARE(m_store->connections().last().keys.kind, KeySource::Kind::None);
}

void TestConnectionKeys::testGetsWhatWasTyped()
{
    openWith(*m_store->add(acme()));
    chooseKeys(3);
    click(u"connectionTest"_s);
    QCOMPARE(m_tester->asked, Connection()); // there are none to be tested
    fill(u"connectionAccessKeyId"_s, u"AKIA1"_s);
    fill(u"connectionSecretAccessKey"_s, u"s"_s);
    click(u"connectionTest"_s);
    QCOMPARE(m_tester->asked.keys.kind, KeySource::Kind::Kept);
    QCOMPARE(m_tester->secrets.keys.accessKeyId, u"AKIA1"_s);
    QCOMPARE(m_tester->secrets.keys.secretAccessKey, u"s"_s);
}

void TestConnectionKeys::importFillsANewOne()
{
    openWith(QString(profiles::sandboxId));
    QSignalSpy secret(m_dialog.get(), &ConnectionsDialog::secretEntered);
    const QString path = put(u".env"_s, "USER_POOL_ID=eu-west-1_A1\nCLIENT_ID=abc\nCLIENT_SECRET=canary\n");
    click(u"connectionImport"_s);
    chooseFile(u"connectionImportFile"_s, path);
    QTRY_COMPARE(find<QLineEdit>(m_dialog.get(), u"connectionPoolId"_s)->text(), u"eu-west-1_A1"_s);
    QTRY_COMPARE(m_dialog->focusWidget(), find(m_dialog.get(), u"connectionName"_s));
    QVERIFY(result()->isVisible());
    QCOMPARE(m_store->connections().size(), 1); // nothing is kept unasked
    fill(u"connectionName"_s, u"shop"_s);
    click(u"connectionSave"_s);
    QCOMPARE(m_store->connections().size(), 2);
    QCOMPARE(m_store->connections().last().clientId, u"abc"_s);
    QVERIFY(m_store->connections().last().hasClientSecret);
    QCOMPARE(secret.count(), 1);
    QCOMPARE(secret.first().at(1).toString(), u"canary"_s);
}

void TestConnectionKeys::importOfSeveralAsksWhich()
{
    openWith(QString(profiles::sandboxId));
    const QString path = put(u".env"_s, "DEV_USER_POOL_ID=eu-west-1_A1\nDEV_CLIENT_ID=abc\n"
                                        "PROD_USER_POOL_ID=eu-west-1_B1\nPROD_CLIENT_ID=xyz\n");
    click(u"connectionImport"_s);
    chooseFile(u"connectionImportFile"_s, path);
    QTRY_VERIFY(m_dialog->findChild<QMenu *>(u"connectionImportChoice"_s));
    auto *menu = m_dialog->findChild<QMenu *>(u"connectionImportChoice"_s);
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(find<QLineEdit>(m_dialog.get(), u"connectionPoolId"_s)->text(), u"eu-west-1_B1"_s);
    QCOMPARE(find<QLineEdit>(m_dialog.get(), u"connectionName"_s)->text(), u"prod"_s);
}

void TestConnectionKeys::whatCannotBeImportedIsSaid()
{
    openWith(QString(profiles::sandboxId));
    const QString path = put(u"aws-exports.js"_s, "const a = {");
    click(u"connectionImport"_s);
    chooseFile(u"connectionImportFile"_s, path);
    QTRY_VERIFY(result()->isVisible());
    QCOMPARE(result()->content().tone, Tone::Bad);
    QVERIFY(result()->content().body.contains(u"not closed"_s));
    QCOMPARE(find<QListWidget>(m_dialog.get(), u"connectionList"_s)->currentRow(), 0);
}

void TestConnectionKeys::exportedWithoutSecretsAndBack()
{
    Connection connection = acme({KeySource::Kind::Kept, {}});
    connection.hasClientSecret = true;
    openWith(*m_store->add(connection));
    const QString path = m_folder->filePath(u"acme.json"_s);
    click(u"connectionExport"_s);
    chooseFile(u"connectionExportFile"_s, path);
    QTRY_VERIFY(result()->isVisible());
    QCOMPARE(result()->content().tone, Tone::Good);
    click(u"connectionImport"_s);
    chooseFile(u"connectionImportFile"_s, path);
    QTRY_COMPARE(result()->content().tone, Tone::Caution); // its secrets have to be entered
    click(u"connectionSave"_s);
    QCOMPARE(m_store->connections().size(), 2);
    QVERIFY(!errorAt(u"connectionSecret"_s).isEmpty());
    QVERIFY(!errorAt(u"connectionAccessKeyId"_s).isEmpty());
    fill(u"connectionSecret"_s, u"s"_s);
    chooseKeys(0);
    click(u"connectionSave"_s);
    QCOMPARE(m_store->connections().size(), 3);
    QCOMPARE(m_store->connections().last().environment, profiles::Environment::Production);
    QVERIFY(m_store->connections().last().readOnly);
    QVERIFY(m_store->connections().last().id != m_store->connections().at(1).id);
}

void TestConnectionKeys::exportThatFailsIsSaid()
{
    openWith(*m_store->add(acme()));
    click(u"connectionExport"_s);
    chooseFile(u"connectionExportFile"_s, m_folder->filePath(u"missing/acme.json"_s));
    QTRY_VERIFY(result()->isVisible());
    QCOMPARE(result()->content().tone, Tone::Bad);
}

void TestConnectionKeys::closesDuringAnImport()
{
    openWith(QString(profiles::sandboxId));
    const QString path = put(u".env"_s, "USER_POOL_ID=eu-west-1_A1\n" + QByteArray(900'000, '#'));
    click(u"connectionImport"_s);
    chooseFile(u"connectionImportFile"_s, path);
    m_dialog.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(m_store->connections().size(), 1);
}

void TestConnectionKeys::importAsksBeforeChangesAreLost()
{
    openWith(*m_store->add(acme()));
    fill(u"connectionName"_s, u"acme two"_s);
    click(u"connectionImport"_s);
    QWidget *ask = openDialog(u"confirmDialog"_s);
    QVERIFY(ask);
    QTest::keyClick(ask, Qt::Key_Escape);
    QCOMPARE(find<QLineEdit>(m_dialog.get(), u"connectionName"_s)->text(), u"acme two"_s);
}

// A file on a slow disk: by the time it is read, something else was begun.
void TestConnectionKeys::lateImportAsksBeforeChangesAreLost()
{
    openWith(*m_store->add(acme()));
    tests::HeldBackground background;
    const QString path = put(u".env"_s, "USER_POOL_ID=eu-west-1_A1\nCLIENT_ID=abc\n");
    click(u"connectionImport"_s);
    chooseFile(u"connectionImportFile"_s, path);
    fill(u"connectionName"_s, u"acme two"_s);
    background.letGo();
    QWidget *ask = openDialog(u"confirmDialog"_s);
    QVERIFY(ask);
    QTest::keyClick(ask, Qt::Key_Escape);
    QCOMPARE(find<QLineEdit>(m_dialog.get(), u"connectionName"_s)->text(), u"acme two"_s);
    QCOMPARE(find<QLineEdit>(m_dialog.get(), u"connectionPoolId"_s)->text(), acme().userPoolId);
}

void TestConnectionKeys::changesGivenUpForAnImportAreNotAskedForAgain()
{
    openWith(*m_store->add(acme()));
    fill(u"connectionName"_s, u"acme two"_s);
    const QString path = put(u".env"_s, "USER_POOL_ID=eu-west-1_A1\nCLIENT_ID=abc\n");
    click(u"connectionImport"_s);
    QWidget *ask = openDialog(u"confirmDialog"_s);
    QVERIFY(ask);
    QTest::keyClick(find(ask, u"confirmButton"_s), Qt::Key_Space);
    chooseFile(u"connectionImportFile"_s, path);
    QTRY_COMPARE(find<QLineEdit>(m_dialog.get(), u"connectionPoolId"_s)->text(), u"eu-west-1_A1"_s);
}

void TestConnectionKeys::nothingIsSaidOfProfilesThatAreNotReadYet()
{
    m_dialog = std::make_unique<ConnectionsDialog>(m_store.get(), m_tester.get());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->select(*m_store->add(acme({KeySource::Kind::Profile, u"sso"_s})));
    showActive(m_dialog.get());
    const auto says = [this] {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"No profile of this name");
        });
    };
    QVERIFY(!says());
    m_dialog->setProfiles({}, {});
    QVERIFY(says());
}

void TestConnectionKeys::listSaysMarksInWords()
{
    openWith(*m_store->add(acme()));
    const QListWidgetItem *item = find<QListWidget>(m_dialog.get(), u"connectionList"_s)->item(1);
    QCOMPARE(item->data(Qt::AccessibleDescriptionRole).toString(), u"PRODUCTION, read-only"_s);
    QVERIFY(!item->icon().isNull());
}

void TestConnectionKeys::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("keys");
    for (const char *language : {"en", "ko"}) {
        for (int keys = 0; keys < 4; ++keys)
            QTest::addRow("%s %d", language, keys) << QString::fromLatin1(language) << keys;
    }
}

void TestConnectionKeys::noFaults()
{
    QFETCH(QString, language);
    QFETCH(int, keys);
    Translations translations;
    translations.install(language);
    openWith(*m_store->add(acme()));
    chooseKeys(keys);
    QCOMPARE(accessibilityFaults(m_dialog.get()).join(u'\n'), QString());
}

QTEST_MAIN(TestConnectionKeys)
#include "tst_connectionkeys.moc"
