#include "auth/poolsettings.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/sandbox/invitedialog.h"
#include "ui/screenbench.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using Service = ScreenBench::Service;

namespace {

const QString user = QStringLiteral("sunny@example.com");

} // namespace

class TestInviteDialog final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void sendsAnInvitation();
    void asksForNameAndAddress();
    void errorsStandAtTheirField_data();
    void errorsStandAtTheirField();
    void everyErrorOfOneAnswerIsShown();
    void canBeTriedAgain();
    void leadsNowhereElse();
    void sendsOnce();
    void closedWhileSending_data();
    void closedWhileSending();
    void closedUnusedChangesNothing();
    void destroyedMidRequest();
    void noFaults_data();
    void noFaults();

private:
    void open(Service service);
    QLineEdit *edit(const QString &name) { return find<QLineEdit>(m_dialog, name); }
    QPushButton *button(const QString &name) { return find<QPushButton>(m_dialog, name); }
    void enter(const QString &field, const QString &text);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<QWidget> m_window;
    QPointer<InviteDialog> m_dialog;
};

void TestInviteDialog::cleanup()
{
    m_window.reset();
    m_bench.reset();
}

void TestInviteDialog::open(Service service)
{
    m_bench = std::make_unique<ScreenBench>(service);
    if (service == Service::Sandbox) {
        m_bench->access().loadSettings();
        QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    }
    m_window = std::make_unique<QWidget>();
    showActive(m_window.get());
    m_dialog = new InviteDialog(m_bench->workspace(), m_window.get());
    m_dialog->open();
    showActive(m_dialog);
}

void TestInviteDialog::enter(const QString &field, const QString &text)
{
    edit(field)->setFocus();
    type(text);
    press(Qt::Key_Return);
}

void TestInviteDialog::sendsAnInvitation()
{
    open(Service::Sandbox);
    QVERIFY(!m_dialog->findChild<QLineEdit *>(QStringLiteral("invite.email"))); // the name is the address
    QSignalSpy changed(m_dialog, &InviteDialog::usersChanged);
    enter(QStringLiteral("invite.username"), QStringLiteral("  ") + user + u' ');
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(changed.size(), 1);
    const sandbox::Message mail = m_bench->newestMessage(user);
    QVERIFY(mail.isInvitation);
    const auto made =
        m_bench->call(idp::AdminGetUserRequest{.userPoolId = m_bench->access().userPoolId(), .username = user});
    QVERIFY(made);
    QCOMPARE(made->userStatus, QStringLiteral("FORCE_CHANGE_PASSWORD"));
}

void TestInviteDialog::asksForNameAndAddress()
{
    open(Service::Scripted); // a pool of which nothing is known
    m_bench->answer("{'User':{'Username':'sunny'}}");
    edit(QStringLiteral("invite.username"))->setText(QStringLiteral("sunny"));
    enter(QStringLiteral("invite.email"), user);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_bench->operation(0), QStringLiteral("AdminCreateUser"));
    const QByteArray body = m_bench->body(0);
    QVERIFY2(body.contains(R"("Username":"sunny")"), body);
    QVERIFY2(body.contains(R"({"Name":"email","Value":"sunny@example.com"})"), body);
    QVERIFY2(body.contains(R"({"Name":"email_verified","Value":"true"})"), body);
    QVERIFY2(body.contains(R"("DesiredDeliveryMediums":["EMAIL"])"), body);
}

void TestInviteDialog::errorsStandAtTheirField_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("field"); // empty: the callout above the buttons
    QTest::newRow("user is there") << QByteArray("UsernameExistsException") << QByteArray("User account already exists")
                                   << "invite.username";
    QTest::newRow("bad address") << QByteArray("InvalidParameterException")
                                 << QByteArray("Invalid email address format.") << "invite.email";
    QTest::newRow("name looks like an address")
        << QByteArray("InvalidParameterException")
        << QByteArray("Username cannot be of email format, since user pool is configured for email alias.")
        << "invite.username";
    QTest::newRow("an error nobody knows") << QByteArray("CosmicRayException") << QByteArray("A bit was flipped") << "";
}

void TestInviteDialog::errorsStandAtTheirField()
{
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, message);
    QFETCH(QString, field);
    open(Service::Scripted);
    m_bench->server().addError(code, message);
    edit(QStringLiteral("invite.email"))->setText(user);
    enter(QStringLiteral("invite.username"), QStringLiteral("sunny"));
    QTRY_VERIFY(shownCallout(m_dialog));
    QVERIFY(shownCallout(m_dialog)->content().serviceWords.contains(QString::fromUtf8(code)));
    for (const QString &name : {QStringLiteral("invite.username"), QStringLiteral("invite.email")})
        QCOMPARE(!edit(name)->accessibleDescription().isEmpty(), name == field);
    QVERIFY(button(QStringLiteral("invite.send"))->isEnabled());
    QCOMPARE(edit(QStringLiteral("invite.username"))->text(), QStringLiteral("sunny")); // nothing typed is lost
    QCOMPARE(edit(QStringLiteral("invite.email"))->text(), user);
    if (field.isEmpty())
        return;
    QVERIFY(edit(field)->hasFocus());
    type(QStringLiteral("x"));
    QVERIFY(!shownCallout(m_dialog));
}

void TestInviteDialog::everyErrorOfOneAnswerIsShown()
{
    open(Service::Scripted);
    m_bench->server().addError("InvalidParameterException",
                               "2 validation errors detected: Value at 'username' failed to satisfy constraint: Member "
                               "must satisfy regular expression pattern: x; Value at 'userAttributes.1.member.value' "
                               "failed to satisfy constraint: Member must have length less than or equal to 2048");
    enter(QStringLiteral("invite.username"), QStringLiteral("a b"));
    QTRY_VERIFY(shownCallout(m_dialog));
    QVERIFY(!edit(QStringLiteral("invite.username"))->accessibleDescription().isEmpty());
    QVERIFY(!edit(QStringLiteral("invite.email"))->accessibleDescription().isEmpty());
    QVERIFY(edit(QStringLiteral("invite.username"))->hasFocus());
}

void TestInviteDialog::canBeTriedAgain()
{
    open(Service::Scripted);
    m_bench->server().addClose(); // whether somebody was invited is not known
    m_bench->answer("{'User':{'Username':'sunny'}}");
    enter(QStringLiteral("invite.username"), QStringLiteral("sunny"));
    QTRY_VERIFY(m_dialog->findChild<QPushButton *>(QStringLiteral("calloutAction.retry")));
    button(QStringLiteral("calloutAction.retry"))->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_bench->server().requests().size(), 2);
}

// There is nothing to edit in the sandbox's connection, and what is typed here would be gone.
void TestInviteDialog::leadsNowhereElse()
{
    open(Service::Scripted);
    m_bench->server().addError("ResourceNotFoundException", "User pool us-east-1_Test12345 does not exist.");
    enter(QStringLiteral("invite.username"), QStringLiteral("sunny"));
    QTRY_VERIFY(shownCallout(m_dialog));
    QVERIFY(shownCallout(m_dialog)->content().actions.isEmpty());
}

void TestInviteDialog::sendsOnce()
{
    open(Service::Scripted);
    m_bench->server().addSilence();
    enter(QStringLiteral("invite.username"), QStringLiteral("sunny"));
    QPushButton *send = button(QStringLiteral("invite.send"));
    QVERIFY(!send->isEnabled());
    const QString sending = send->text();
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    QVERIFY(m_dialog);
    QCOMPARE(send->text(), sending);
    QVERIFY(button(QStringLiteral("invite.cancel"))->isEnabled());
}

void TestInviteDialog::closedWhileSending_data()
{
    QTest::addColumn<bool>("byKeyboard");
    QTest::newRow("Escape") << true;
    QTest::newRow("Cancel") << false;
}

// Somebody may have been invited all the same: the list of users has to be looked at again.
void TestInviteDialog::closedWhileSending()
{
    QFETCH(bool, byKeyboard);
    open(Service::Scripted);
    m_bench->server().addSilence();
    QSignalSpy changed(m_dialog, &InviteDialog::usersChanged);
    enter(QStringLiteral("invite.username"), QStringLiteral("sunny"));
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    if (byKeyboard)
        press(Qt::Key_Escape);
    else
        button(QStringLiteral("invite.cancel"))->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(changed.size(), 1);
    QTRY_COMPARE(m_bench->server().openConnections(), 0);
    QCOMPARE(m_bench->server().requests().size(), 1);
}

void TestInviteDialog::closedUnusedChangesNothing()
{
    open(Service::Scripted);
    QSignalSpy changed(m_dialog, &InviteDialog::usersChanged);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(changed.size(), 0);
    QVERIFY(m_bench->server().requests().isEmpty());
}

void TestInviteDialog::destroyedMidRequest()
{
    open(Service::Scripted);
    m_bench->server().addSilence();
    enter(QStringLiteral("invite.username"), QStringLiteral("sunny"));
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    m_window.reset();
    QVERIFY(!m_dialog);
    QTRY_COMPARE(m_bench->server().openConnections(), 0);
}

void TestInviteDialog::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("withAddress");
    QTest::newRow("English, name") << "en" << false;
    QTest::newRow("English, name and address") << "en" << true;
    QTest::newRow("Korean, name") << "ko" << false;
    QTest::newRow("Korean, name and address") << "ko" << true;
}

void TestInviteDialog::noFaults()
{
    QFETCH(QString, language);
    QFETCH(bool, withAddress);
    Translations translations;
    translations.install(language);
    open(withAddress ? Service::Scripted : Service::Sandbox);
    QCOMPARE(accessibilityFaults(m_dialog), QStringList());
    edit(QStringLiteral("invite.username"))->setFocus();
    QStringList wanted{QStringLiteral("invite.username"), QStringLiteral("invite.email"),
                       QStringLiteral("invite.cancel"), QStringLiteral("invite.send")};
    if (!withAddress)
        wanted.removeAt(1);
    QStringList stops = tabStops(m_dialog);
    std::rotate(stops.begin(), std::find(stops.begin(), stops.end(), wanted.first()), stops.end());
    QCOMPARE(stops, wanted);
}

QTEST_MAIN(TestInviteDialog)
#include "tst_invitedialog.moc"
