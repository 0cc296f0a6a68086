#include "auth/userpoolaccess.h"
#include "sandbox/presets.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/screenbench.h"
#include "users/userlistmodel.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

namespace {

const QString user = QStringLiteral("sunny@example.com");
const QString password = QStringLiteral("Correct-horse-7");

} // namespace

class TestSandboxPage final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsPoolsAndUsers();
    void makesAPool_data();
    void makesAPool();
    void choosesAnotherPool();
    void deletingAUserAsks();
    void deletingAPoolAsks();
    void deletingThePoolInUseIsNoticed();
    void resettingAsks();
    void destroyedMidRequest();
    void noFaults_data();
    void noFaults();
    void fitsBesideTheMailbox_data();
    void fitsBesideTheMailbox();
    void copiesACell();
    void tabOrder();

private:
    void showPage();
    void click(const QString &name);
    void answer(const QString &button);
    QTableView *table() { return find<QTableView>(m_page.get(), QStringLiteral("users.table")); }
    QComboBox *combo(const QString &name) { return find<QComboBox>(m_page.get(), name); }
    bool isShown(const QString &name) { return find(m_page.get(), name)->isVisible(); }

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SandboxPage> m_page;
};

void TestSandboxPage::init()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Sandbox);
}

void TestSandboxPage::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestSandboxPage::showPage()
{
    m_page = std::make_unique<SandboxPage>(m_bench->workspace(), m_bench->sandbox());
    m_page->resize(900, 700);
    showActive(m_page.get());
    QTRY_VERIFY(combo(QStringLiteral("sandbox.clients"))->count() > 0);
}

void TestSandboxPage::click(const QString &name)
{
    auto *button = find<QAbstractButton>(m_page.get(), name);
    QVERIFY(button);
    QTRY_VERIFY(button->isEnabled());
    button->click();
}

void TestSandboxPage::answer(const QString &button)
{
    const QPointer<QWidget> dialog = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(dialog);
    QVERIFY(dialog->isModal());
    find<QPushButton>(dialog, button)->click();
    QTRY_VERIFY(!dialog);
}

void TestSandboxPage::listsPoolsAndUsers()
{
    showPage();
    QCOMPARE(combo(QStringLiteral("sandbox.pools"))->currentData().toString(), m_bench->pool().userPoolId);
    QCOMPARE(combo(QStringLiteral("sandbox.clients"))->currentData().toString(), m_bench->pool().clientId);
    QTRY_VERIFY(!table()->isVisible()); // nobody yet
    QVERIFY(m_bench->addUser(user, password));
    click(QStringLiteral("users.reload"));
    QTRY_VERIFY(table()->isVisible());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(table()->model()->index(0, 1).data().toString(), user);
    QVERIFY(!find(m_page.get(), QStringLiteral("users.delete"))->isEnabled());
}

void TestSandboxPage::makesAPool_data()
{
    QTest::addColumn<QString>("id");
    const QList<sandbox::Preset> presets = sandbox::presets();
    for (const sandbox::Preset &preset : presets)
        QTest::newRow(qPrintable(preset.id)) << preset.id;
}

void TestSandboxPage::makesAPool()
{
    QFETCH(QString, id);
    showPage();
    QSignalSpy chosen(m_page.get(), &SandboxPage::clientChosen);
    auto *action = m_page->findChild<QAction *>(QStringLiteral("sandbox.preset.") + id);
    QVERIFY(action);
    action->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(combo(QStringLiteral("sandbox.pools"))->count(), 2, 30'000);
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.usePool"))); // the new one is shown, the other pages are left alone
    QCOMPARE(chosen.size(), 0);
    click(QStringLiteral("sandbox.usePool"));
    QTRY_COMPARE_WITH_TIMEOUT(chosen.size(), 1, 30'000);
    QVERIFY(chosen[0][0].toString() != m_bench->pool().userPoolId);
    QVERIFY(!chosen[0][1].toString().isEmpty());
    QCOMPARE(!chosen[0][2].toString().isEmpty(), id == u"secret");
    const auto described = m_bench->call(idp::DescribeUserPoolRequest{.userPoolId = chosen[0][0].toString()});
    QVERIFY(described);
}

void TestSandboxPage::choosesAnotherPool()
{
    const auto pool = m_bench->call(idp::CreateUserPoolRequest{.poolName = QStringLiteral("Second")});
    QVERIFY(pool);
    const QString id = *pool->userPool->id;
    const auto client = m_bench->call(idp::CreateUserPoolClientRequest{
        .userPoolId = id, .clientName = QStringLiteral("web"), .generateSecret = true});
    QVERIFY(client);
    showPage();
    QSignalSpy chosen(m_page.get(), &SandboxPage::clientChosen);
    QComboBox *pools = combo(QStringLiteral("sandbox.pools"));
    QTRY_COMPARE(pools->count(), 2);
    QVERIFY(!isShown(QStringLiteral("sandbox.usePool")));
    const Qt::Key there = pools->findData(id) > pools->currentIndex() ? Qt::Key_Down : Qt::Key_Up;
    pools->setFocus();
    press(there);
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.usePool")));
    press(there == Qt::Key_Down ? Qt::Key_Up : Qt::Key_Down); // looking is not choosing
    QTRY_VERIFY(!isShown(QStringLiteral("sandbox.usePool")));
    press(there);
    QTRY_VERIFY(isShown(QStringLiteral("sandbox.usePool")));
    QCOMPARE(chosen.size(), 0);
    click(QStringLiteral("sandbox.usePool"));
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), id);
    QCOMPARE(chosen[0][1].toString(), *client->userPoolClient->clientId);
    QCOMPARE(chosen[0][2].toString(), *client->userPoolClient->clientSecret);
}

void TestSandboxPage::deletingAUserAsks()
{
    QVERIFY(m_bench->addUser(user, password));
    QVERIFY(m_bench->addUser(QStringLiteral("rainy@example.com"), password));
    showPage();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    const QString address = table()->model()->index(0, 1).data().toString();
    table()->selectRow(0);
    click(QStringLiteral("users.delete"));
    answer(QStringLiteral("confirmCancel"));
    QCOMPARE(table()->model()->rowCount(), 2);
    click(QStringLiteral("users.delete"));
    answer(QStringLiteral("confirmButton"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(table()->model()->index(0, 1).data().toString() != address);
    const auto left = m_bench->call(idp::ListUsersRequest{.userPoolId = m_bench->pool().userPoolId});
    QVERIFY(left);
    QCOMPARE(left->users->size(), 1);
    table()->selectRow(0);
    click(QStringLiteral("users.delete"));
    answer(QStringLiteral("confirmButton"));
    QTRY_VERIFY(!table()->isVisible());
}

void TestSandboxPage::deletingAPoolAsks()
{
    showPage();
    QVERIFY(!find(m_page.get(), QStringLiteral("sandbox.deletePool"))->isEnabled()); // the last one stays
    QVERIFY(m_bench->call(idp::CreateUserPoolRequest{.poolName = QStringLiteral("Second")}));
    m_page->hide();
    showActive(m_page.get());
    QComboBox *pools = combo(QStringLiteral("sandbox.pools"));
    QTRY_COMPARE(pools->count(), 2);
    QCOMPARE(pools->currentData().toString(), m_bench->pool().userPoolId);
    pools->setFocus();
    press(pools->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
    click(QStringLiteral("sandbox.deletePool"));
    answer(QStringLiteral("confirmCancel"));
    QCOMPARE(pools->count(), 2);
    click(QStringLiteral("sandbox.deletePool"));
    answer(QStringLiteral("confirmButton"));
    QTRY_COMPARE(pools->count(), 1);
    QCOMPARE(pools->currentData().toString(), m_bench->pool().userPoolId);
}

void TestSandboxPage::deletingThePoolInUseIsNoticed()
{
    QVERIFY(m_bench->call(idp::CreateUserPoolRequest{.poolName = QStringLiteral("Second")}));
    showPage();
    QTRY_COMPARE(combo(QStringLiteral("sandbox.pools"))->count(), 2);
    click(QStringLiteral("sandbox.deletePool"));
    answer(QStringLiteral("confirmButton"));
    QTRY_COMPARE(combo(QStringLiteral("sandbox.pools"))->count(), 1);
    // Who opened the connection leaves the pool when its settings cannot be read any more.
    QTRY_VERIFY(m_bench->access().settingsError());
    QCOMPARE(m_bench->access().settingsError()->code, QStringLiteral("ResourceNotFoundException"));
}

void TestSandboxPage::resettingAsks()
{
    QVERIFY(m_bench->addUser(user, password));
    showPage();
    QSignalSpy done(&m_bench->sandbox(), &sandbox::Sandbox::wasReset);
    click(QStringLiteral("sandbox.reset"));
    answer(QStringLiteral("confirmCancel"));
    QVERIFY(m_bench->call(idp::ListUsersRequest{.userPoolId = m_bench->pool().userPoolId}));
    QCOMPARE(done.size(), 0);
    click(QStringLiteral("sandbox.reset"));
    answer(QStringLiteral("confirmButton"));
    QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 30'000);
    QVERIFY(!m_bench->call(idp::ListUsersRequest{.userPoolId = m_bench->pool().userPoolId}));
}

void TestSandboxPage::destroyedMidRequest()
{
    showPage();
    QVERIFY(m_bench->addUser(user, password));
    click(QStringLiteral("users.reload"));
    m_page->findChild<QAction *>(QStringLiteral("sandbox.preset.email"))->trigger();
    click(QStringLiteral("sandbox.reset"));
    QVERIFY(openDialog(QStringLiteral("confirmDialog")));
    m_page.reset();
    QVERIFY(m_bench->call(idp::ListUsersRequest{.userPoolId = m_bench->pool().userPoolId})); // nothing was reset
}

void TestSandboxPage::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestSandboxPage::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    showPage();
    QTRY_VERIFY(!table()->isVisible());
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    QVERIFY(m_bench->addUser(user, password));
    click(QStringLiteral("users.reload"));
    QTRY_VERIFY(table()->isVisible());
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
}

void TestSandboxPage::fitsBesideTheMailbox_data()
{
    noFaults_data();
}

void TestSandboxPage::fitsBesideTheMailbox()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    QVERIFY(m_bench->addUser(user, password));
    showPage();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    m_page->resize(495, 600); // what is left of 1024 pixels
    const auto *scroll = m_page->findChild<QScrollArea *>();
    QTRY_COMPARE(scroll->widget()->width(), scroll->viewport()->width()); // nothing is cut at the right
    const auto buttons = m_page->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        const bool whole = !button->isVisible() || (button->width() >= button->sizeHint().width() &&
                                                    button->mapTo(m_page.get(), button->rect().topRight()).x() < 495);
        QVERIFY2(whole, qPrintable(button->objectName()));
    }
    const auto *address = find(m_page.get(), QStringLiteral("sandbox.address"));
    QVERIFY(address->width() >= address->sizeHint().width());
    QVERIFY(table()->columnWidth(users::UserListModel::AddressColumn) >=
            table()->fontMetrics().averageCharWidth() * 18);
    QVERIFY(table()->height() >= 100);
}

void TestSandboxPage::copiesACell()
{
    QVERIFY(m_bench->addUser(user, password));
    showPage();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, users::UserListModel::AddressColumn));
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), user);
}

void TestSandboxPage::tabOrder()
{
    QVERIFY(m_bench->addUser(user, password));
    showPage();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    table()->selectRow(0);
    QStringList stops = tabStops(m_page.get());
    const QStringList wanted{QStringLiteral("sandbox.connect"), QStringLiteral("sandbox.reset"),
                             QStringLiteral("sandbox.pools"),   QStringLiteral("sandbox.clients"),
                             QStringLiteral("sandbox.newPool"), QStringLiteral("users.delete"),
                             QStringLiteral("users.reload"),    QStringLiteral("users.table")};
    stops.removeIf([&wanted](const QString &name) { return !wanted.contains(name); });
    std::rotate(stops.begin(), std::find(stops.begin(), stops.end(), wanted.first()), stops.end());
    QCOMPARE(stops, wanted);
}

QTEST_MAIN(TestSandboxPage)
#include "tst_sandboxpage.moc"
