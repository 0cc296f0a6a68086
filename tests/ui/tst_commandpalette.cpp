#include "ui/accessibility.h"
#include "ui/keyboard.h"
#include "ui/mainwindowbench.h"
#include "ui/shell/commandpalette.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

// All commands by name, and the list of their keys.
class TestCommandPalette final : public MainWindowBench
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void paletteFindsByWords();
    void paletteRunsFromItsList();
    void paletteRunsThePagesOwnCommand();
    void connectionsKeepTheirNamesInThePalette();
    void shortcutsAreListedAndUnique();
};

void TestCommandPalette::paletteFindsByWords()
{
    press(Qt::Key_K, Qt::ControlModifier);
    QWidget *palette = openDialog(QStringLiteral("commandPalette"));
    QVERIFY(palette);
    QCOMPARE(accessibilityFaults(palette).join(u'\n'), QString());
    QTest::keyClicks(find(palette, QStringLiteral("commandSearch")), QStringLiteral("users go"));
    auto *list = find<QAbstractItemView>(palette, QStringLiteral("commandList"));
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(find(palette, QStringLiteral("commandSearch")), Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(m_window->currentPage(), QStringLiteral("users"));
}

void TestCommandPalette::paletteRunsFromItsList()
{
    QSignalSpy shown(m_window.get(), &MainWindow::pageShown);
    m_window->openPalette();
    QWidget *palette = openDialog(QStringLiteral("commandPalette"));
    QTest::keyClicks(find(palette, QStringLiteral("commandSearch")), QStringLiteral("go to"));
    auto *list = find<QAbstractItemView>(palette, QStringLiteral("commandList"));
    QTRY_VERIFY(find(palette, QStringLiteral("commandSearch"))->hasFocus());
    press(Qt::Key_Tab);
    QVERIFY(list->hasFocus());
    press(Qt::Key_Down);
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Go to Sign in"));
    press(Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(m_window->currentPage(), QStringLiteral("signin"));
    m_window->openPalette();
    QTest::keyClicks(find(palette, QStringLiteral("commandSearch")), QStringLiteral("go users"));
    const QPoint place = list->visualRect(list->model()->index(0, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(!palette->isVisible());
    QCOMPARE(shown.count(), 2); // each ran once
}

void TestCommandPalette::paletteRunsThePagesOwnCommand()
{
    auto *own = m_window->findChild<QAction *>(QStringLiteral("signup.resend"));
    QSignalSpy triggered(own, &QAction::triggered);
    m_window->openPalette();
    QWidget *palette = openDialog(QStringLiteral("commandPalette"));
    QTest::keyClicks(find(palette, QStringLiteral("commandSearch")), QStringLiteral("resend"));
    QTest::keyClick(find(palette, QStringLiteral("commandSearch")), Qt::Key_Return);
    QCOMPARE(triggered.count(), 1);
    m_window->showPage(QStringLiteral("users"));
    QVERIFY(!m_window->commands().contains(own));
}

void TestCommandPalette::connectionsKeepTheirNamesInThePalette()
{
    profiles::Connection named;
    named.id = QStringLiteral("rd");
    named.name = QStringLiteral("R&D pool && more");
    m_window->setConnections({named});
    m_window->openPalette();
    QWidget *palette = openDialog(QStringLiteral("commandPalette"));
    QTest::keyClicks(find(palette, QStringLiteral("commandSearch")), QStringLiteral("R&D"));
    auto *list = find<QAbstractItemView>(palette, QStringLiteral("commandList"));
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("Connect to R&D pool && more"));
}

void TestCommandPalette::shortcutsAreListedAndUnique()
{
    QStringList keys;
    const QList<QAction *> commands = m_window->commands();
    for (const QAction *command : commands) {
        if (!command->shortcut().isEmpty())
            keys += command->shortcut().toString();
    }
    QCOMPARE(keys.removeDuplicates(), 0);
    press(Qt::Key_F1);
    QWidget *dialog = openDialog(QStringLiteral("shortcutsDialog"));
    QVERIFY(dialog);
    auto *table = find<QAbstractItemView>(dialog, QStringLiteral("shortcutsTable"));
    QCOMPARE(table->model()->rowCount(), keys.size() - 1); // the mailbox's is hidden here
    QTest::keyClick(dialog, Qt::Key_Escape);
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
