#include "auth/session.h"
#include "ui/accessibility.h"
#include "ui/challenge/challengeform.h"
#include "ui/common/callout.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signin/signinpage.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using Service = ScreenBench::Service;

namespace {

const QString user = QStringLiteral("sunny@example.com");
const QString other = QStringLiteral("rainy@example.com");
const QString password = QStringLiteral("Correct-horse-7");
const QByteArray newPassword =
    "{'ChallengeName':'NEW_PASSWORD_REQUIRED','Session':'session-of-twenty-characters','ChallengeParameters':{"
    "'requiredAttributes':'[\\\"userAttributes.given_name\\\",\\\"userAttributes.birthdate\\\"]','userAttributes':'{}'}"
    "}";
const QByteArray unknown = "{'ChallengeName':'RETINA_SCAN','Session':'session-of-twenty-characters',"
                           "'ChallengeParameters':{'EYE':'left'}}";
const QByteArray codeSent = "{'CodeDeliveryDetails':{'Destination':'s***@e***','DeliveryMedium':'EMAIL',"
                            "'AttributeName':'email'}}";

} // namespace

class TestSignInPage final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void signsIn_data();
    void signsIn();
    void wrongPasswordKeepsTheName();
    void newPasswordWithAttributes();
    void newPasswordErrorsStandAtTheField_data();
    void newPasswordErrorsStandAtTheField();
    void unknownChallengeIsAnswered();
    void unconfirmedUserIsLedOn();
    void forgottenPassword();
    void aResetBeginsAnew();
    void sessionsSwitchAndSignOut();
    void sessionsKeepTheFocus();
    void signsOutEverywhere();
    void busyUntilCancelled();
    void destroyedMidRequest_data();
    void destroyedMidRequest();
    void noFaults_data();
    void noFaults();
    void tabOrder();

private:
    void open(Service service);
    QLineEdit *edit(const QString &name) { return find<QLineEdit>(m_page.get(), name); }
    void fill(const QString &name, const QString &text);
    void click(const QString &name);
    bool isShown(const QString &name);
    void enter(int flow, const QString &name = user, const QString &word = password);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SignInPage> m_page;
};

void TestSignInPage::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestSignInPage::open(Service service)
{
    m_bench = std::make_unique<ScreenBench>(service);
    m_page = std::make_unique<SignInPage>(m_bench->workspace());
    m_page->resize(900, 700);
    showActive(m_page.get());
}

void TestSignInPage::fill(const QString &name, const QString &text)
{
    QLineEdit *field = edit(name);
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

void TestSignInPage::click(const QString &name)
{
    const auto isReady = [this, &name] {
        const auto *button = m_page->findChild<QAbstractButton *>(name);
        return button && button->isVisible() && button->isEnabled();
    };
    QTRY_VERIFY2(isReady(), qPrintable(name));
    m_page->findChild<QAbstractButton *>(name)->click();
}

bool TestSignInPage::isShown(const QString &name)
{
    const auto *widget = m_page->findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

void TestSignInPage::enter(int flow, const QString &name, const QString &word)
{
    find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"))->setCurrentIndex(flow);
    fill(QStringLiteral("signin.username"), name);
    fill(QStringLiteral("signin.password"), word);
    press(Qt::Key_Return);
}

void TestSignInPage::signsIn_data()
{
    QTest::addColumn<int>("flow");
    QTest::newRow("SRP") << 0;
    QTest::newRow("plain password") << 1;
}

void TestSignInPage::signsIn()
{
    QFETCH(int, flow);
    open(Service::Sandbox);
    QVERIFY(m_bench->addUser(user, password));
    enter(flow);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sessions().current(), 30'000);
    QCOMPARE(m_bench->sessions().current()->displayName(), user);
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(shownCallout(m_page.get())->content().title.contains(user));
    QCOMPARE(edit(QStringLiteral("signin.password"))->text(), QString());
    QSignalSpy pages(&m_bench->workspace(), &Workspace::pageRequested);
    click(QStringLiteral("calloutAction.tokens"));
    QTRY_COMPARE(pages.value(0).value(0).toString(), QString(pages::Tokens));
}

void TestSignInPage::wrongPasswordKeepsTheName()
{
    open(Service::Sandbox);
    QVERIFY(m_bench->addUser(user, password));
    enter(0, user, QStringLiteral("Wrong-horse-7"));
    QTRY_VERIFY_WITH_TIMEOUT(shownCallout(m_page.get()), 30'000);
    QVERIFY(shownCallout(m_page.get())->content().serviceWords.contains(u"Incorrect username or password."));
    QCOMPARE(edit(QStringLiteral("signin.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("signin.password"))->text(), QStringLiteral("Wrong-horse-7"));
    QVERIFY(!m_bench->sessions().current());
    fill(QStringLiteral("signin.password"), password);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sessions().current(), 30'000);
}

void TestSignInPage::newPasswordWithAttributes()
{
    open(Service::Scripted);
    m_bench->answer(newPassword);
    m_bench->answer(signedInAnswer("sunny"));
    enter(1);
    QTRY_VERIFY(isShown(QStringLiteral("challenge.NEW_PASSWORD")));
    QVERIFY(edit(QStringLiteral("challenge.NEW_PASSWORD"))->hasFocus());
    const QString whose = find<QLabel>(m_page.get(), QStringLiteral("challenge.user"))->text();
    QVERIFY2(whose.contains(QStringLiteral("sunny")), qPrintable(whose));
    type(QStringLiteral("Brand-new-9"));
    press(Qt::Key_Return); // the attributes are still missing
    const QString givenName = QStringLiteral("challenge.userAttributes.given_name");
    const QString birthdate = QStringLiteral("challenge.userAttributes.birthdate");
    QTRY_VERIFY(isShown(givenName + QStringLiteral(".error")));
    QVERIFY(isShown(birthdate + QStringLiteral(".error")));
    QVERIFY(!isShown(QStringLiteral("challenge.NEW_PASSWORD.error")));
    QVERIFY(edit(givenName)->hasFocus());
    QCOMPARE(m_bench->server().requests().size(), 1);
    QCOMPARE(edit(QStringLiteral("challenge.NEW_PASSWORD"))->text(), QStringLiteral("Brand-new-9"));
    fill(givenName, QStringLiteral("Sunny"));
    QVERIFY(!isShown(givenName + QStringLiteral(".error")));
    fill(birthdate, QStringLiteral("1990-12-31"));
    press(Qt::Key_Return);
    QTRY_VERIFY(m_bench->sessions().current());
    QCOMPARE(m_bench->operation(1), QStringLiteral("RespondToAuthChallenge"));
    QVERIFY(m_bench->body(1).contains("\"userAttributes.given_name\":\"Sunny\""));
    QVERIFY(m_bench->body(1).contains("\"NEW_PASSWORD\":\"Brand-new-9\""));
    QTRY_VERIFY(isShown(QStringLiteral("signin.submit")));
}

void TestSignInPage::newPasswordErrorsStandAtTheField_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("field");
    QTest::newRow("policy") << "InvalidPasswordException"
                            << "Password did not conform with policy: Password must have numeric characters"
                            << "challenge.NEW_PASSWORD";
    QTest::newRow("attribute") << "InvalidParameterException"
                               << "Invalid attributes given, birthdate is missing"
                               << "challenge.userAttributes.birthdate";
    QTest::newRow("elsewhere") << "InternalErrorException"
                               << "Internal"
                               << "";
}

void TestSignInPage::newPasswordErrorsStandAtTheField()
{
    QFETCH(QString, type);
    QFETCH(QString, message);
    QFETCH(QString, field);
    open(Service::Scripted);
    m_bench->answer(newPassword);
    for (int i = 0; i < 4; ++i)
        m_bench->server().addError(type.toUtf8(), message.toUtf8());
    enter(1);
    QTRY_VERIFY(isShown(QStringLiteral("challenge.NEW_PASSWORD")));
    fill(QStringLiteral("challenge.userAttributes.given_name"), QStringLiteral("Sunny"));
    fill(QStringLiteral("challenge.userAttributes.birthdate"), QStringLiteral("1990-12-31"));
    fill(QStringLiteral("challenge.NEW_PASSWORD"), QStringLiteral("Brand-new"));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shownCallout(m_page.get()), 30'000);
    QVERIFY(shownCallout(m_page.get())->content().serviceWords.contains(type));
    QVERIFY(isShown(QStringLiteral("challenge.NEW_PASSWORD")));
    QCOMPARE(edit(QStringLiteral("challenge.NEW_PASSWORD"))->text(), QStringLiteral("Brand-new"));
    QCOMPARE(edit(QStringLiteral("challenge.userAttributes.given_name"))->text(), QStringLiteral("Sunny"));
    for (const QString &name :
         {QStringLiteral("challenge.NEW_PASSWORD"), QStringLiteral("challenge.userAttributes.given_name"),
          QStringLiteral("challenge.userAttributes.birthdate")})
        QCOMPARE(!edit(name)->accessibleDescription().isEmpty(), name == field);
    QVERIFY(field.isEmpty() || edit(field)->hasFocus());
}

void TestSignInPage::unknownChallengeIsAnswered()
{
    open(Service::Scripted);
    m_bench->answer(unknown);
    m_bench->answer(signedInAnswer("sunny"));
    enter(1);
    QTRY_VERIFY(isShown(QStringLiteral("challenge.parameters")));
    click(QStringLiteral("challenge.parameters"));
    auto *form = m_page->findChild<ChallengeForm *>();
    QVERIFY(form);
    QCOMPARE(form->challenge().parameters.value(QStringLiteral("EYE")), QStringLiteral("left"));
    const auto edits = form->findChildren<QLineEdit *>();
    QVERIFY(edits.size() >= 2);
    QVERIFY(form->isAncestorOf(QApplication::focusWidget()));
    type(QStringLiteral("PATTERN"));
    press(Qt::Key_Tab);
    type(QStringLiteral("blue"));
    click(QStringLiteral("challenge.submit"));
    QTRY_VERIFY(m_bench->sessions().current());
    QVERIFY(m_bench->body(1).contains("\"ChallengeName\":\"RETINA_SCAN\""));
    QVERIFY(m_bench->body(1).contains("\"PATTERN\":\"blue\""));
}

void TestSignInPage::unconfirmedUserIsLedOn()
{
    open(Service::Sandbox);
    QVERIFY(m_bench->call(idp::SignUpRequest{.clientId = m_bench->access().clientId(),
                                             .username = user,
                                             .password = password,
                                             .userAttributes = {{{.name = QStringLiteral("email"), .value = user}}}}));
    QSignalSpy requested(&m_bench->workspace(), &Workspace::confirmationRequested);
    enter(0);
    QTRY_COMPARE_WITH_TIMEOUT(requested.size(), 1, 30'000);
    QCOMPARE(requested[0][0].toString(), user);
    QCOMPARE(requested[0][1].toString(), password);
    QCOMPARE(requested[0][2].value<Error>().code, QStringLiteral("UserNotConfirmedException"));
}

void TestSignInPage::forgottenPassword()
{
    const QString fresh = QStringLiteral("Brand-new-9");
    open(Service::Sandbox);
    QVERIFY(m_bench->addUser(user, password));
    fill(QStringLiteral("signin.username"), user);
    click(QStringLiteral("signin.forgot"));
    QTRY_VERIFY(isShown(QStringLiteral("reset.username")));
    QCOMPARE(edit(QStringLiteral("reset.username"))->text(), user);
    QVERIFY(!isShown(QStringLiteral("reset.code")));
    press(Qt::Key_Return);
    QTRY_VERIFY(isShown(QStringLiteral("reset.code")));
    const sandbox::Message mail = m_bench->newestMessage(user);
    fill(QStringLiteral("reset.password"), fresh);
    fill(QStringLiteral("reset.code"), QStringLiteral("000000"));
    press(Qt::Key_Return);
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(!edit(QStringLiteral("reset.code"))->accessibleDescription().isEmpty());
    QCOMPARE(edit(QStringLiteral("reset.password"))->text(), fresh);
    m_bench->workspace().offerCode(mail);
    QCOMPARE(edit(QStringLiteral("reset.code"))->text(), mail.code);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sessions().current(), 30'000); // signed in with it at once
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(shownCallout(m_page.get())->content().title.contains(u"password was changed"));
}

void TestSignInPage::aResetBeginsAnew()
{
    open(Service::Scripted);
    m_bench->answer(codeSent);
    m_bench->workspace().requestPasswordReset(user);
    QTRY_VERIFY(isShown(QStringLiteral("reset.submit")));
    click(QStringLiteral("reset.submit"));
    QTRY_VERIFY(isShown(QStringLiteral("reset.code")));
    click(QStringLiteral("reset.cancel"));
    QTRY_VERIFY(isShown(QStringLiteral("signin.submit")));
    m_bench->workspace().requestPasswordReset(other);
    QVERIFY(!isShown(QStringLiteral("reset.code"))); // no code went to this one
    QCOMPARE(edit(QStringLiteral("reset.username"))->text(), other);
}

void TestSignInPage::sessionsSwitchAndSignOut()
{
    open(Service::Sandbox);
    for (const QString &name : {user, other}) {
        QVERIFY(m_bench->addUser(name, password));
        QVERIFY(m_bench->signIn(name, password));
    }
    QCOMPARE(m_bench->sessions().sessions().size(), 2);
    QCOMPARE(m_bench->sessions().current()->displayName(), other);
    click(QStringLiteral("session.switch.") + user);
    QCOMPARE(m_bench->sessions().current()->displayName(), user);
    QTRY_VERIFY(isShown(QStringLiteral("session.switch.") + other));
    click(QStringLiteral("session.signOut.") + user);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->sessions().sessions().size(), 1, 30'000);
    QCOMPARE(m_bench->sessions().sessions().first()->displayName(), other);
    QTRY_VERIFY(!m_page->findChild<QWidget *>(QStringLiteral("session.signOut.") + user));
}

void TestSignInPage::sessionsKeepTheFocus()
{
    open(Service::Sandbox);
    for (const QString &name : {user, other}) {
        QVERIFY(m_bench->addUser(name, password));
        QVERIFY(m_bench->signIn(name, password));
    }
    const auto focused = [] {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    };
    QPointer<QWidget> stays = find(m_page.get(), QStringLiteral("session.signOut.") + other);
    find(m_page.get(), QStringLiteral("session.switch.") + user)->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(m_bench->sessions().current()->displayName(), user);
    QCOMPARE(focused(), QStringLiteral("session.tokens.") + user); // it stands where “Switch to” was
    find(m_page.get(), QStringLiteral("session.signOut.") + user)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->sessions().sessions().size(), 1, 30'000);
    QVERIFY(stays);
    QTRY_COMPARE(focused(), QStringLiteral("session.signOut.") + other);
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sessions().sessions().isEmpty(), 30'000);
    QVERIFY(m_page->isAncestorOf(QApplication::focusWidget()));
}

void TestSignInPage::signsOutEverywhere()
{
    open(Service::Sandbox);
    QVERIFY(m_bench->addUser(user, password));
    QVERIFY(m_bench->signIn(user, password));
    const QString token = m_bench->sessions().current()->tokens().accessToken;
    click(QStringLiteral("session.signOutEverywhere.") + user);
    QPointer<QWidget> dialog = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(dialog);
    QVERIFY(dialog->isModal());
    find<QPushButton>(dialog, QStringLiteral("confirmCancel"))->click();
    QTRY_VERIFY(!dialog);
    QVERIFY(m_bench->sessions().current());
    click(QStringLiteral("session.signOutEverywhere.") + user);
    dialog = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(dialog);
    find<QPushButton>(dialog, QStringLiteral("confirmButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sessions().sessions().isEmpty(), 30'000);
    const auto refused = m_bench->call(idp::GetUserRequest{.accessToken = token});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, QStringLiteral("NotAuthorizedException"));
}

void TestSignInPage::busyUntilCancelled()
{
    open(Service::Scripted);
    m_bench->server().addSilence();
    enter(1);
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    auto *submit = find<QPushButton>(m_page.get(), QStringLiteral("signin.submit"));
    QVERIFY(!submit->isEnabled());
    press(Qt::Key_Return);
    click(QStringLiteral("signin.cancel"));
    QTRY_VERIFY(submit->isEnabled());
    QTRY_COMPARE(m_bench->server().openConnections(), 0);
    QCOMPARE(m_bench->server().requests().size(), 1);
    QVERIFY(!shownCallout(m_page.get()));
    QCOMPARE(edit(QStringLiteral("signin.password"))->text(), password);
}

void TestSignInPage::destroyedMidRequest_data()
{
    QTest::addColumn<QByteArray>("first"); // what the first request is answered; empty: nothing
    QTest::addColumn<QString>("last");
    QTest::newRow("starting") << QByteArray() << "InitiateAuth";
    QTest::newRow("answering a challenge") << unknown << "RespondToAuthChallenge";
    QTest::newRow("asking for a reset code") << QByteArray() << "ForgotPassword";
    QTest::newRow("setting the password") << codeSent << "ConfirmForgotPassword";
}

void TestSignInPage::destroyedMidRequest()
{
    QFETCH(QByteArray, first);
    QFETCH(QString, last);
    open(Service::Scripted);
    if (!first.isEmpty())
        m_bench->answer(first);
    m_bench->server().addSilence();
    if (last.endsWith(u"ForgotPassword")) {
        m_bench->workspace().requestPasswordReset(user);
        click(QStringLiteral("reset.submit"));
    } else {
        enter(1);
    }
    if (last == u"RespondToAuthChallenge") {
        QTRY_VERIFY(isShown(QStringLiteral("challenge.submit")));
        type(QStringLiteral("PATTERN"));
        click(QStringLiteral("challenge.submit"));
    } else if (last == u"ConfirmForgotPassword") {
        QTRY_VERIFY(isShown(QStringLiteral("reset.code")));
        fill(QStringLiteral("reset.password"), password);
        fill(QStringLiteral("reset.code"), QStringLiteral("123456"));
        press(Qt::Key_Return);
    }
    const int count = first.isEmpty() ? 1 : 2;
    QTRY_COMPARE(m_bench->server().requests().size(), count);
    QCOMPARE(m_bench->operation(count - 1), last);
    m_page.reset();
    QTRY_COMPARE(m_bench->server().openConnections(), 0);
    QVERIFY(!m_bench->sessions().current());
}

void TestSignInPage::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestSignInPage::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    open(Service::Sandbox);
    for (const QString &name : {user, other}) {
        QVERIFY(m_bench->addUser(name, password));
        QVERIFY(m_bench->signIn(name, password));
    }
    click(QStringLiteral("signin.advanced"));
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    m_bench->workspace().requestPasswordReset(user);
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    click(QStringLiteral("reset.submit"));
    QTRY_VERIFY(isShown(QStringLiteral("reset.code")));
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
}

void TestSignInPage::tabOrder()
{
    open(Service::Scripted);
    edit(QStringLiteral("signin.username"))->setFocus();
    QStringList stops = tabStops(m_page.get());
    const QStringList wanted{QStringLiteral("signin.username"), QStringLiteral("signin.password"),
                             QStringLiteral("signin.flow"),     QStringLiteral("signin.advanced"),
                             QStringLiteral("signin.submit"),   QStringLiteral("signin.forgot")};
    stops.removeIf([&wanted](const QString &name) { return !wanted.contains(name); });
    std::rotate(stops.begin(), std::find(stops.begin(), stops.end(), wanted.first()), stops.end());
    QCOMPARE(stops, wanted);
}

QTEST_MAIN(TestSignInPage)
#include "tst_signinpage.moc"
