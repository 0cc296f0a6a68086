#include "ui/common/monotextview.h"
#include "ui/common/passwordfield.h"
#include "ui/common/secretclipboard.h"
#include "ui/keyboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

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
    SecretClipboard clipboard(20ms);
    QSignalSpy ended(&clipboard, &SecretClipboard::ended);
    clipboard.copy(QStringLiteral("canary"));
    clipboard.copy({});
    QVERIFY(clipboard.isHeld());
    QGuiApplication::clipboard()->setText(QStringLiteral("other"));
    QVERIFY(!clipboard.isHeld());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("other"));
    // The same text, but copied by someone else.
    clipboard.copy(QStringLiteral("canary"));
    QGuiApplication::clipboard()->setText(QStringLiteral("canary"));
    QTRY_COMPARE(ended.count(), 2);
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

QTEST_MAIN(TestSecrets)
#include "tst_shownsecrets.moc"
