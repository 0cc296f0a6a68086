#include "ui/common/monotextview.h"
#include "ui/common/passwordfield.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/secretlabel.h"
#include "ui/keyboard.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace poolscope::ui;
using namespace std::chrono_literals;

// How long secrets are shown, and lie in the clipboard.
class TestSecrets final : public QObject
{
    Q_OBJECT

private slots:
    void passwordIsShownForAWhile();
    void secretsLeaveTheClipboard();
    void whatWasCopiedMeanwhileStays();
    void secretsLeaveTheClipboardAtTheEnd();
    void clipboardManagersAreTold();
    void secretTextsAreCopiedAsSecrets();
    void labelsAreCopiedAsSecrets_data();
    void labelsAreCopiedAsSecrets();
    void shownPasswordsAreCopiedAsSecrets_data();
    void shownPasswordsAreCopiedAsSecrets();
};

void TestSecrets::passwordIsShownForAWhile()
{
    QWidget window;
    auto *field = new PasswordField(&window);
    showActive(&window);
    QSignalSpy shown(field->findChild<QToolButton *>(), &QToolButton::toggled);
    field->setShownFor(1ms);
    field->setRevealed(true);
    QVERIFY(field->isRevealed());
    QTRY_VERIFY(!field->isRevealed());
    QCOMPARE(shown.count(), 2);
    field->setShownFor(1h);
    field->setRevealed(true);
    QVERIFY(field->isRevealed());
    QVERIFY(PasswordField::shownFor <= 30s);
}

void TestSecrets::secretsLeaveTheClipboard()
{
    SecretClipboard clipboard(1ms);
    QSignalSpy copied(&clipboard, &SecretClipboard::copied);
    QSignalSpy ended(&clipboard, &SecretClipboard::ended);
    clipboard.copy(QStringLiteral("canary"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("canary"));
    QVERIFY(clipboard.isHeld());
    QCOMPARE(copied.count(), 1);
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QVERIFY(!clipboard.isHeld());
    QVERIFY(SecretClipboard::keptFor <= 60s);
}

void TestSecrets::whatWasCopiedMeanwhileStays()
{
    SecretClipboard clipboard(1h);
    QSignalSpy ended(&clipboard, &SecretClipboard::ended);
    clipboard.copy(QStringLiteral("canary"));
    clipboard.copy({});
    QVERIFY(clipboard.isHeld());
    QGuiApplication::clipboard()->setText(QStringLiteral("other"));
    QVERIFY(!clipboard.isHeld());
    QCOMPARE(ended.count(), 1); // nobody is told any longer that it will be emptied
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("other"));
    // The same text, but copied by someone else.
    clipboard.copy(QStringLiteral("canary"));
    QGuiApplication::clipboard()->setText(QStringLiteral("canary"));
    QCOMPARE(ended.count(), 2);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("canary"));
}

void TestSecrets::secretsLeaveTheClipboardAtTheEnd()
{
    auto clipboard = std::make_unique<SecretClipboard>();
    clipboard->copy(QStringLiteral("canary"));
    clipboard.reset();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    clipboard = std::make_unique<SecretClipboard>();
    clipboard->copy(QStringLiteral("canary"));
    QGuiApplication::clipboard()->setText(QStringLiteral("other"));
    clipboard.reset();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("other"));
}

void TestSecrets::clipboardManagersAreTold()
{
    SecretClipboard clipboard;
    clipboard.copy(QStringLiteral("canary"));
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
}

void TestSecrets::secretTextsAreCopiedAsSecrets()
{
    SecretClipboard clipboard;
    MonoTextView view;
    view.setSecretClipboard(&clipboard);
    view.setText(QStringLiteral("canary"));
    view.selectAll();
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("canary"));
    QVERIFY(clipboard.isHeld());
}

void TestSecrets::labelsAreCopiedAsSecrets_data()
{
    QTest::addColumn<bool>("byMenu");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("copied");
    QTest::newRow("a part, by keyboard") << false << false << "The";
    QTest::newRow("a part, by the menu") << true << false << "The";
    QTest::newRow("all of it, by keyboard") << false << true << "The canary\nsings";
    QTest::newRow("all of it, by the menu") << true << true << "The canary\nsings";
}

void TestSecrets::labelsAreCopiedAsSecrets()
{
    QFETCH(bool, byMenu);
    QFETCH(bool, whole);
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    SecretClipboard clipboard;
    SecretLabel label(clipboard);
    label.setText(QStringLiteral("The <b>canary</b><br>sings"));
    showActive(&label);
    label.setFocus();
    const auto choose = [&label](const QString &name) {
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(&label, &asked);
        QMenu *menu = label.findChildren<QMenu *>().last();
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text() == name)
                action->trigger(); // not where it is disabled
        }
        menu->close();
    };
    choose(QStringLiteral("&Copy")); // nothing is selected
    QTest::keySequence(&label, QKeySequence(QKeySequence::Copy));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    if (whole && byMenu)
        choose(QStringLiteral("Select &all"));
    else if (whole)
        QTest::keySequence(&label, QKeySequence(QKeySequence::SelectAll));
    else
        label.setSelection(0, 3);
    if (byMenu)
        choose(QStringLiteral("&Copy"));
    else
        QTest::keySequence(&label, QKeySequence(QKeySequence::Copy));
    QTEST(QGuiApplication::clipboard()->text(), "copied");
    QVERIFY(clipboard.isHeld());
}

void TestSecrets::shownPasswordsAreCopiedAsSecrets_data()
{
    QTest::addColumn<QString>("by");
    QTest::addColumn<bool>("copied");
    QTest::addColumn<QString>("left");
    QTest::newRow("Ctrl+C") << "copy" << true << "canary";
    QTest::newRow("Ctrl+X") << "cut" << true << "";
    QTest::newRow("the menu: copy") << "menu copy" << true << "canary";
    QTest::newRow("the menu: cut") << "menu cut" << true << "";
    QTest::newRow("hidden") << "hidden" << false << "canary";
    QTest::newRow("without a clipboard for secrets") << "none" << false << "canary";
}

void TestSecrets::shownPasswordsAreCopiedAsSecrets()
{
    QFETCH(QString, by);
    QFETCH(bool, copied);
    QFETCH(QString, left);
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    SecretClipboard clipboard;
    QWidget window;
    auto *field = new PasswordField(&window);
    if (by != u"none")
        field->setSecretClipboard(&clipboard);
    showActive(&window);
    field->setText(QStringLiteral("canary"));
    field->setRevealed(by != u"hidden");
    field->setFocus();
    field->selectAll();
    if (by.startsWith(u"menu")) {
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(5, 5), field->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(field, &asked);
        auto *menu = field->findChild<QMenu *>();
        QVERIFY(menu);
        const QString name = by == u"menu cut" ? QStringLiteral("Cu&t") : QStringLiteral("&Copy");
        const auto actions = menu->actions();
        const auto found = std::find_if(actions.cbegin(), actions.cend(),
                                        [&name](const QAction *action) { return action->text().startsWith(name); });
        QVERIFY(found != actions.cend());
        QVERIFY((*found)->isEnabled());
        (*found)->trigger();
        menu->close();
    } else {
        QTest::keySequence(field, QKeySequence(by == u"cut" ? QKeySequence::Cut : QKeySequence::Copy));
    }
    QCOMPARE(clipboard.isHeld(), copied);
    QCOMPARE(QGuiApplication::clipboard()->text(), copied ? QStringLiteral("canary") : QStringLiteral("before"));
    QCOMPARE(field->text(), left);
}

QTEST_MAIN(TestSecrets)
#include "tst_shownsecrets.moc"
