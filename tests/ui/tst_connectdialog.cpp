#include "sandbox/connectsnippets.h"
#include "ui/accessibility.h"
#include "ui/common/monotextview.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/screenbench.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

// How an app is connected to the open pool of the sandbox, from the sandbox's page.
class TestConnectDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Sandbox); }
    void cleanup();
    void connectsApps_data();
    void connectsApps();
    void saysWhatASecretMeans_data();
    void saysWhatASecretMeans();
    void worksByKeyboard();
    void noFaults_data();
    void noFaults();

private:
    QPointer<QWidget> open();

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SandboxPage> m_page;
};

void TestConnectDialog::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

QPointer<QWidget> TestConnectDialog::open()
{
    m_page = std::make_unique<SandboxPage>(m_bench->workspace(), m_bench->sandbox());
    m_page->resize(900, 700);
    showActive(m_page.get());
    find<QPushButton>(m_page.get(), QStringLiteral("sandbox.connect"))->click();
    return openDialog(QStringLiteral("connectDialog"));
}

void TestConnectDialog::connectsApps_data()
{
    QTest::addColumn<QString>("id");
    for (const sandbox::ConnectSnippet &snippet : sandbox::connectSnippets({}))
        QTest::newRow(qPrintable(snippet.id)) << snippet.id;
}

void TestConnectDialog::connectsApps()
{
    QFETCH(QString, id);
    const QPointer<QWidget> dialog = open();
    QVERIFY(dialog);
    auto *kind = find<QComboBox>(dialog, QStringLiteral("connect.kind"));
    kind->setCurrentIndex(kind->findData(id));
    auto *text = find<MonoTextView>(dialog, QStringLiteral("connect.text"));
    for (const QString &fact :
         {m_bench->pool().userPoolId, m_bench->pool().clientId, m_bench->sandbox().endpoint().toString()})
        QVERIFY2(text->text().contains(fact), qPrintable(fact));
    QVERIFY(!text->text().contains(u'{' + QStringLiteral("userPoolId")));
    find<QPushButton>(dialog, QStringLiteral("connect.copy"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), text->text());
    QVERIFY(!find<QLabel>(dialog, QStringLiteral("connect.copied"))->text().isEmpty());
    QVERIFY(!find<QLabel>(dialog, QStringLiteral("connect.note"))->text().isEmpty());
    find<QPushButton>(dialog, QStringLiteral("connect.close"))->click();
    QTRY_VERIFY(!dialog);
}

void TestConnectDialog::saysWhatASecretMeans_data()
{
    QTest::addColumn<bool>("hasSecret");
    QTest::newRow("without") << false;
    QTest::newRow("with, and nobody has read it yet") << true;
}

void TestConnectDialog::saysWhatASecretMeans()
{
    QFETCH(bool, hasSecret);
    m_bench->reopen([hasSecret](profiles::Connection &connection) { connection.hasClientSecret = hasSecret; });
    QVERIFY(!m_bench->access().clientSecret());
    const QPointer<QWidget> dialog = open();
    QVERIFY(dialog);
    auto *kind = find<QComboBox>(dialog, QStringLiteral("connect.kind"));
    auto *note = find<QLabel>(dialog, QStringLiteral("connect.note"));
    const QList<sandbox::ConnectSnippet> snippets = sandbox::connectSnippets({});
    for (const sandbox::ConnectSnippet &snippet : snippets) {
        kind->setCurrentIndex(kind->findData(snippet.id));
        QCOMPARE(note->text().contains(u"has a secret"), hasSecret);
    }
}

void TestConnectDialog::worksByKeyboard()
{
    const QPointer<QWidget> dialog = open();
    QVERIFY(dialog);
    auto *kind = find<QComboBox>(dialog, QStringLiteral("connect.kind"));
    auto *text = find<MonoTextView>(dialog, QStringLiteral("connect.text"));
    QTRY_VERIFY(kind->hasFocus());
    const QString first = text->text();
    press(Qt::Key_Down);
    QVERIFY(text->text() != first);
    press(Qt::Key_Tab);
    QVERIFY(text->hasFocus());
    QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), text->text());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void TestConnectDialog::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestConnectDialog::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    const QPointer<QWidget> dialog = open();
    QVERIFY(dialog);
    const QStringList faults = accessibilityFaults(dialog);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
