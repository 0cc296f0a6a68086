#include "auth/session.h"
#include "diagnosis/entry.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signin/signinpage.h"
#include "ui/signup/signuppage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;
using diagnosis::Entry;

namespace {

const QString user = u"sunny@example.com"_s;
const QString password = u"Correct-horse-7"_s;
const QByteArray signedUp = "{'UserConfirmed':false,'UserSub':'5f0c0000-0000-4000-8000-000000000001',"
                            "'CodeDeliveryDetails':{'Destination':'s***@e***','DeliveryMedium':'EMAIL',"
                            "'AttributeName':'email'}}";
const QByteArray resent = "{'CodeDeliveryDetails':{'Destination':'s***@e***','DeliveryMedium':'EMAIL',"
                          "'AttributeName':'email'}}";
const QByteArray newPassword = "{'ChallengeName':'NEW_PASSWORD_REQUIRED','Session':'session-of-twenty-characters',"
                               "'ChallengeParameters':{'requiredAttributes':'[]','userAttributes':'{}'}}";

QString text(const char *bytes)
{
    return QString::fromUtf8(bytes);
}

// Where people meet an error that any operation may give.
QString usualOperation(const Entry &entry)
{
    const QString message = text(entry.message);
    if (message.startsWith(u"Access Token") || message.startsWith(u"Could not verify signature"))
        return u"GlobalSignOut"_s;
    if (message.contains(u"Refresh Token") || text(entry.code).startsWith(u"RefreshToken"))
        return u"refresh"_s;
    if (message.startsWith(u"Invalid session"))
        return u"RespondToAuthChallenge"_s;
    // At sign-in these two lead on by themselves.
    if (text(entry.code) == u"UserNotConfirmedException")
        return u"ConfirmForgotPassword"_s;
    if (text(entry.code) == u"PasswordResetRequiredException")
        return u"GlobalSignOut"_s;
    if (text(entry.code) == u"CodeDeliveryFailureException")
        return u"ResendConfirmationCode"_s;
    if (text(entry.code).contains(u"Password"))
        return u"SignUp"_s;
    return text(entry.code) == u"UsernameExistsException" || message.contains(u"'password'") ? u"SignUp"_s
                                                                                             : u"InitiateAuth"_s;
}

// Those that a scripted service can bring about: no settings are known of its pool, and waiting for a time limit is slow.
// Invitations are offered at the sandbox only (tst_invitation).
bool canBeBroughtAbout(const Entry &entry)
{
    return *entry.action && *entry.code && !*entry.when && text(entry.action) != u"inviteUser";
}

// Where people meet it, of what these tests can call.
QStringList operationsTried(const Entry &entry)
{
    static const QSet<QString> called{u"SignUp"_s,         u"ConfirmSignUp"_s,          u"ResendConfirmationCode"_s,
                                      u"InitiateAuth"_s,   u"RespondToAuthChallenge"_s, u"GlobalSignOut"_s,
                                      u"ForgotPassword"_s, u"ConfirmForgotPassword"_s,  u"RevokeToken"_s,
                                      u"refresh"_s};
    QStringList operations = text(entry.operations).split(u' ', Qt::SkipEmptyParts);
    if (operations.isEmpty())
        operations = {usualOperation(entry)};
    // A wrong password is answered to RespondToAuthChallenge only within SRP, on the same screen.
    if (operations.contains(u"InitiateAuth"))
        operations = {u"InitiateAuth"_s};
    operations.removeIf([](const QString &operation) { return !called.contains(operation); });
    return operations;
}

} // namespace

// What an explanation suggests stands as a button where the error occurs.
class TestOfferedActions final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void everyActionIsTried();
    void isOffered_data();
    void isOffered();
    void resendsFromTheConfirmation();
    void resendsAfterASignUpWhoseCodeWasNotDelivered();
    void makesAPasswordThatFits();
    void refreshesTheTokens();
    void failedRefreshIsSaid();
    void signsInInstead();
    void leadsToTheUsersTrouble_data();
    void leadsToTheUsersTrouble();
    void nobodyIsLookedUpWithoutKeys();

private:
    void openSignUp();
    void showSignIn();
    void openSignIn(qint64 lifetimeSeconds = 0); // with somebody signed in where the tokens have a lifetime
    void fill(const QString &name, const QString &words);
    void click(const QString &name);
    void signUp();
    void reachSignUp(const QString &operation);
    void reachReset(const QString &operation);
    void signOutEverywhere();
    void meet(const QString &operation, const QByteArray &code, const QByteArray &message);
    void refuse(const char *code, const char *message) { m_bench->server().addError(code, message); }
    bool isOfferedNow(const QString &action);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<QWidget> m_page;
};

void TestOfferedActions::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestOfferedActions::openSignUp()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Scripted);
    m_page = std::make_unique<SignUpPage>(m_bench->workspace());
    m_page->resize(900, 700);
    showActive(m_page.get());
}

void TestOfferedActions::showSignIn()
{
    m_page = std::make_unique<SignInPage>(m_bench->workspace());
    m_page->resize(900, 700);
    showActive(m_page.get());
    find<QComboBox>(m_page.get(), u"signin.flow"_s)->setCurrentIndex(1);
    fill(u"signin.username"_s, user);
    fill(u"signin.password"_s, password);
}

void TestOfferedActions::openSignIn(qint64 lifetimeSeconds)
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Scripted);
    showSignIn();
    if (lifetimeSeconds == 0)
        return;
    m_bench->answer(signedInAnswer("sunny", lifetimeSeconds));
    click(u"signin.submit"_s);
    QTRY_VERIFY(m_bench->sessions().current());
}

void TestOfferedActions::fill(const QString &name, const QString &words)
{
    auto *edit = find<QLineEdit>(m_page.get(), name);
    QVERIFY(edit);
    edit->setText(words);
}

void TestOfferedActions::click(const QString &name)
{
    const auto isReady = [&] {
        const auto *button = m_page->findChild<QAbstractButton *>(name);
        return button && button->isVisible() && button->isEnabled();
    };
    QTRY_VERIFY2(isReady(), qPrintable(name));
    m_page->findChild<QAbstractButton *>(name)->click();
}

void TestOfferedActions::signUp()
{
    fill(u"signup.username"_s, user);
    fill(u"signup.password"_s, password);
    click(u"signup.submit"_s);
}

void TestOfferedActions::reachSignUp(const QString &operation)
{
    if (operation == u"SignUp")
        return signUp();
    fill(u"signup.username"_s, user);
    click(u"signup.confirmExisting"_s);
    fill(u"confirm.code"_s, u"123456"_s);
    click(operation == u"ConfirmSignUp" ? u"confirm.submit"_s : u"confirm.resend"_s);
}

void TestOfferedActions::reachReset(const QString &operation)
{
    click(u"signin.forgot"_s);
    if (operation == u"ForgotPassword")
        return click(u"reset.submit"_s);
    click(u"reset.haveCode"_s);
    fill(u"reset.code"_s, u"123456"_s);
    fill(u"reset.password"_s, password);
    click(u"reset.submit"_s);
}

void TestOfferedActions::signOutEverywhere()
{
    const QString name = m_bench->sessions().current()->displayName();
    click(u"session.signOutEverywhere."_s + name);
    QWidget *dialog = openDialog(u"confirmDialog"_s);
    QVERIFY(dialog);
    find<QPushButton>(dialog, u"confirmButton"_s)->click();
}

// Brings the person to where the operation is called, and has it refused.
void TestOfferedActions::meet(const QString &operation, const QByteArray &code, const QByteArray &message)
{
    const bool atSignUp = operation.endsWith(u"SignUp") || operation == u"ResendConfirmationCode";
    const bool signedIn = operation == u"GlobalSignOut" || operation == u"RevokeToken" || operation == u"refresh";
    if (atSignUp)
        openSignUp();
    else
        openSignIn(!signedIn ? 0 : operation == u"refresh" ? 30 : 3600);
    if (QTest::currentTestFailed())
        return;
    if (operation == u"RespondToAuthChallenge") {
        m_bench->answer(newPassword);
        click(u"signin.submit"_s);
        QTRY_VERIFY(m_page->findChild<QLineEdit *>(u"challenge.NEW_PASSWORD"_s));
        fill(u"challenge.NEW_PASSWORD"_s, password);
    }
    refuse(code, message);
    if (atSignUp)
        reachSignUp(operation);
    else if (operation == u"RevokeToken")
        click(u"session.signOut."_s + m_bench->sessions().current()->displayName());
    else if (signedIn)
        signOutEverywhere();
    else if (operation.endsWith(u"ForgotPassword"))
        reachReset(operation);
    else
        click(operation == u"InitiateAuth" ? u"signin.submit"_s : u"challenge.submit"_s);
}

bool TestOfferedActions::isOfferedNow(const QString &action)
{
    const auto buttons = m_page->findChildren<QAbstractButton *>(u"calloutAction."_s + action);
    return std::any_of(buttons.cbegin(), buttons.cend(), [](const auto *button) { return button->isVisible(); });
}

void TestOfferedActions::everyActionIsTried()
{
    QSet<QString> all;
    QSet<QString> tried;
    for (const Entry &entry : diagnosis::entries()) {
        if (*entry.action)
            all += text(entry.action);
        if (canBeBroughtAbout(entry))
            tried += text(entry.action);
    }
    tried += u"useNewestCode"_s; // needs a mailbox: see tst_signuppage
    tried += u"inviteUser"_s;    // needs the sandbox's page: see tst_invitation
    QCOMPARE(all - tried, QSet<QString>());
    QStringList left;
    for (const Entry &entry : diagnosis::entries()) {
        if (canBeBroughtAbout(entry) && operationsTried(entry).isEmpty())
            left += text(entry.id);
    }
    QCOMPARE(left, QStringList());
}

void TestOfferedActions::isOffered_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("action");
    for (const Entry &entry : diagnosis::entries()) {
        if (!canBeBroughtAbout(entry))
            continue;
        const QStringList operations = operationsTried(entry);
        for (const QString &operation : operations)
            QTest::addRow("%s at %s", entry.id, qPrintable(operation))
                << operation << QByteArray(entry.code) << QByteArray(entry.message) << text(entry.action);
    }
}

void TestOfferedActions::isOffered()
{
    QFETCH(QString, operation);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, message);
    QFETCH(QString, action);
    meet(operation, code, message.isEmpty() ? QByteArray("Something new.") : message);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(shownCallout(m_page.get()), 30'000); // reads and throttled calls are tried several times
    QTRY_VERIFY2(isOfferedNow(action), qPrintable(shownCallout(m_page.get())->content().plainText()));
}

void TestOfferedActions::resendsFromTheConfirmation()
{
    meet(u"ConfirmSignUp"_s, "ExpiredCodeException", "Invalid code provided, please request a code again.");
    m_bench->answer(resent);
    click(u"calloutAction.resendCode"_s);
    QTRY_COMPARE(m_bench->server().requests().size(), 2);
    QCOMPARE(m_bench->operation(1), u"ResendConfirmationCode"_s);
    QVERIFY(m_bench->body(1).contains("sunny@example.com"));
    QTRY_VERIFY(!shownCallout(m_page.get()));
}

void TestOfferedActions::resendsAfterASignUpWhoseCodeWasNotDelivered()
{
    meet(u"SignUp"_s, "CodeDeliveryFailureException", "Unable to deliver message");
    m_bench->answer(resent);
    click(u"calloutAction.resendCode"_s);
    QTRY_COMPARE(m_bench->server().requests().size(), 2);
    QCOMPARE(m_bench->operation(1), u"ResendConfirmationCode"_s);
    QTRY_VERIFY(find(m_page.get(), u"confirm.code"_s)->isVisible());
    m_bench->answer("{}");
    m_bench->answer(signedInAnswer("sunny"));
    fill(u"confirm.code"_s, u"123456"_s);
    click(u"confirm.submit"_s);
    QTRY_COMPARE(m_bench->operation(3), u"InitiateAuth"_s); // the password was not forgotten
}

void TestOfferedActions::makesAPasswordThatFits()
{
    meet(u"SignUp"_s, "InvalidPasswordException",
         "Password did not conform with policy: Password must have symbol characters");
    click(u"calloutAction.generatePassword"_s);
    QTRY_VERIFY(!shownCallout(m_page.get()));
    QVERIFY(find<QLineEdit>(m_page.get(), u"signup.password"_s)->text() != password);
    QVERIFY(find<QLineEdit>(m_page.get(), u"signup.password"_s)->text().size() >= 8);
}

void TestOfferedActions::refreshesTheTokens()
{
    meet(u"GlobalSignOut"_s, "NotAuthorizedException", "Access Token has expired");
    m_bench->answer(signedInAnswer("sunny", 7200));
    click(u"calloutAction.refreshTokens"_s);
    QTRY_COMPARE(m_bench->server().requests().size(), 3);
    QCOMPARE(m_bench->operation(2), u"InitiateAuth"_s);
    QVERIFY(m_bench->body(2).contains("REFRESH_TOKEN"));
    QTRY_VERIFY(shownCallout(m_page.get()));
    QTRY_COMPARE(shownCallout(m_page.get())->content().tone, Tone::Good);
    m_bench->answer("{}");
    signOutEverywhere();
    QTRY_VERIFY(!m_bench->sessions().current());
}

void TestOfferedActions::failedRefreshIsSaid()
{
    meet(u"GlobalSignOut"_s, "NotAuthorizedException", "Access Token has expired");
    refuse("NotAuthorizedException", "Refresh Token has been revoked");
    click(u"calloutAction.refreshTokens"_s);
    QTRY_VERIFY(isOfferedNow(u"signInInstead"_s));
}

void TestOfferedActions::signsInInstead()
{
    meet(u"GlobalSignOut"_s, "NotAuthorizedException", "Access Token has been revoked");
    QSignalSpy requested(&m_bench->workspace(), &Workspace::signInRequested);
    click(u"calloutAction.signInInstead"_s);
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<auth::SignInForm>().username, u"sunny"_s);
    QVERIFY(!shownCallout(m_page.get()));
}

void TestOfferedActions::leadsToTheUsersTrouble_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    const QByteArray refused = "NotAuthorizedException";
    QTest::newRow("sign-in") << u"InitiateAuth"_s << refused << QByteArray("User is disabled.");
    QTest::newRow("temporary password") << u"InitiateAuth"_s << refused
                                        << QByteArray(
                                               "Temporary password has expired and must be reset by an administrator.");
    QTest::newRow("next step") << u"RespondToAuthChallenge"_s << refused << QByteArray("User is disabled.");
    QTest::newRow("reset") << u"ForgotPassword"_s << QByteArray("InvalidParameterException")
                           << QByteArray("Cannot reset password for the user as there is no registered/verified email "
                                         "or phone_number");
    QTest::newRow("code for it") << u"ConfirmForgotPassword"_s << refused
                                 << QByteArray("User password cannot be reset in the current state.");
}

// What administrators can do about it stands there.
void TestOfferedActions::leadsToTheUsersTrouble()
{
    QFETCH(QString, operation);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, message);
    meet(operation, code, message);
    if (QTest::currentTestFailed())
        return;
    QSignalSpy shown(&m_bench->workspace(), &Workspace::pageRequested);
    QSignalSpy asked(&m_bench->workspace(), &Workspace::troubleRequested);
    click(u"calloutAction.whyThisUser"_s);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), user);
    QCOMPARE(shown[0][0].toString(), QString(pages::Why));
}

void TestOfferedActions::nobodyIsLookedUpWithoutKeys()
{
    openSignIn();
    m_page.reset();
    m_bench->useNoKeys();
    showSignIn();
    refuse("NotAuthorizedException", "User is disabled.");
    click(u"signin.submit"_s);
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(shownCallout(m_page.get())->content().plainText().contains(u"This user is disabled."));
    QVERIFY(!isOfferedNow(u"whyThisUser"_s));
}

QTEST_MAIN(TestOfferedActions)
#include "tst_offeredactions.moc"
