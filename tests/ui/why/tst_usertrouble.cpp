#include "ui/keyboard.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/screenbench.h"

#include <QAction>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

// From the table of users to why one of them cannot sign in.
class TestUserTrouble final : public QObject
{
    Q_OBJECT

private slots:
    void leadsToTheReason();
};

void TestUserTrouble::leadsToTheReason()
{
    ScreenBench bench(ScreenBench::Service::Sandbox);
    QVERIFY(bench.addUser(QStringLiteral("sunny@example.com"), QStringLiteral("Correct-horse-7")));
    SandboxPage page(bench.workspace(), bench.sandbox());
    page.resize(900, 700);
    showActive(&page);
    auto *table = find<QTableView>(&page, QStringLiteral("users.table"));
    auto *why = page.findChild<QAction *>(QStringLiteral("users.why"));
    QVERIFY(why && !why->isEnabled());
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    QVERIFY(why->isEnabled());
    QVERIFY(table->actions().contains(why));
    QSignalSpy asked(&bench.workspace(), &Workspace::troubleRequested);
    why->trigger();
    QCOMPARE(asked.size(), 1);
    const auto user = bench.call(idp::AdminGetUserRequest{.userPoolId = bench.access().userPoolId(),
                                                          .username = QStringLiteral("sunny@example.com")});
    QVERIFY(user && user->username);
    QCOMPARE(asked[0][0].toString(), *user->username);
}

QTEST_MAIN(TestUserTrouble)
#include "tst_usertrouble.moc"
