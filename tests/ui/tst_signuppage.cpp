#include "auth/session.h"
#include "auth/signupflow.h"
#include "sandbox/presets.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/codefield.h"
#include "ui/common/stepbar.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signup/signuppage.h"

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
const QString password = QStringLiteral("Correct-horse-7");
const QByteArray delivered = "'CodeDeliveryDetails':{'Destination':'s***@e***','DeliveryMedium':'EMAIL',"
                             "'AttributeName':'email'}";
const QByteArray signedUp =
    "{'UserConfirmed':false,'UserSub':'5f0c0000-0000-4000-8000-000000000001'," + delivered + "}";

} // namespace

class TestSignUpPage final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void wholeWay();
    void refusedSignUpKeepsWhatWasTyped_data();
    void refusedSignUpKeepsWhatWasTyped();
    void severalErrorsStandEachAtItsField();
    void existingUserIsSaidAtTheName();
    void localProblemsCanBeSentAnyway();
    void missingPasswordIsSaidFirst();
    void resendCountsDown();
    void replacedCodeIsNamed();
    void confirmsAnExistingUser();
    void confirmsNobodyWithoutAName();
    void confirmLaterKeepsTheForm();
    void busyUntilCancelled();
    void destroyedMidRequest_data();
    void destroyedMidRequest();
    void lateSettingsAddFields();
    void noFaults_data();
    void noFaults();
    void tabOrder();

private:
    void open(Service service, bool withSettings = false);
    void showPage();
    QLineEdit *edit(const QString &name) { return find<QLineEdit>(m_page.get(), name); }
    void fill(const QString &name, const QString &text);
    void click(const QString &name);
    bool isShown(const QString &name);
    void signUp(const QString &name = user, const QString &word = password);
    void openPreset(const QString &id);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SignUpPage> m_page;
};

void TestSignUpPage::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestSignUpPage::showPage()
{
    m_page = std::make_unique<SignUpPage>(m_bench->workspace());
    m_page->resize(900, 700);
    showActive(m_page.get());
}

void TestSignUpPage::open(Service service, bool withSettings)
{
    m_bench = std::make_unique<ScreenBench>(service);
    if (withSettings) {
        m_bench->access().loadSettings();
        QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    }
    showPage();
}

void TestSignUpPage::openPreset(const QString &id)
{
    m_bench = std::make_unique<ScreenBench>(Service::Sandbox);
    const QList<sandbox::Preset> presets = sandbox::presets();
    for (sandbox::Preset preset : presets) {
        if (preset.id != id)
            continue;
        const auto pool = m_bench->call(preset.pool);
        QVERIFY(pool);
        preset.client.userPoolId = pool->userPool->id;
        const auto client = m_bench->call(preset.client);
        QVERIFY(client);
        m_bench->open(*pool->userPool->id, *client->userPoolClient->clientId);
    }
}

void TestSignUpPage::fill(const QString &name, const QString &text)
{
    QLineEdit *field = edit(name);
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

void TestSignUpPage::click(const QString &name)
{
    auto *button = find<QAbstractButton>(m_page.get(), name);
    QVERIFY(button);
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

bool TestSignUpPage::isShown(const QString &name)
{
    const auto *widget = m_page->findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

void TestSignUpPage::signUp(const QString &name, const QString &word)
{
    fill(QStringLiteral("signup.username"), name);
    fill(QStringLiteral("signup.password"), word);
    press(Qt::Key_Return);
}

void TestSignUpPage::wholeWay()
{
    open(Service::Sandbox, true);
    signUp();
    QTRY_VERIFY(isShown(QStringLiteral("confirm.code")));
    QTRY_VERIFY(find<QLabel>(m_page.get(), QStringLiteral("confirm.delivery"))->text().contains(u"s***@e***"));
    const sandbox::Message mail = m_bench->newestMessage(user);
    QCOMPARE(mail.code.size(), 6);

    const QString wrong = mail.code == u"000000" ? QStringLiteral("000001") : QStringLiteral("000000");
    fill(QStringLiteral("confirm.code"), wrong);
    press(Qt::Key_Return);
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(shownCallout(m_page.get())->content().serviceWords.contains(u"CodeMismatchException"));
    QVERIFY(!edit(QStringLiteral("confirm.code"))->accessibleDescription().isEmpty());
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), wrong);
    QVERIFY(edit(QStringLiteral("confirm.code"))->hasFocus());

    m_bench->workspace().offerCode(mail);
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), mail.code);
    QVERIFY(!shownCallout(m_page.get()));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("done.tokens")), 30'000);
    QVERIFY(m_bench->sessions().current());
    QCOMPARE(m_bench->sessions().current()->displayName(), user);
    QVERIFY(find<QLabel>(m_page.get(), QStringLiteral("done.title"))->text().contains(user));
    QCOMPARE(m_page->findChild<StepBar *>()->current(), 2);

    QSignalSpy pages(&m_bench->workspace(), &Workspace::pageRequested);
    press(Qt::Key_Return);
    QCOMPARE(pages.value(0).value(0).toString(), QString(pages::Tokens));
}

void TestSignUpPage::refusedSignUpKeepsWhatWasTyped_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("field"); // empty: the callout above the buttons
    QTest::newRow("user is there") << "UsernameExistsException"
                                   << "User already exists"
                                   << "signup.username";
    QTest::newRow("password without a digit")
        << "InvalidPasswordException"
        << "Password did not conform with policy: Password must have numeric characters"
        << "signup.password";
    QTest::newRow("too many requests") << "TooManyRequestsException"
                                       << "Rate exceeded"
                                       << "";
    QTest::newRow("an error nobody knows") << "CosmicRayException"
                                           << "A bit was flipped"
                                           << "";
}

void TestSignUpPage::refusedSignUpKeepsWhatWasTyped()
{
    QFETCH(QString, type);
    QFETCH(QString, message);
    QFETCH(QString, field);
    open(Service::Scripted);
    for (int i = 0; i < 4; ++i) // what is retried is refused again
        m_bench->server().addError(type.toUtf8(), message.toUtf8());
    click(QStringLiteral("signup.advanced"));
    fill(QStringLiteral("signup.clientMetadata.name0"), QStringLiteral("campaign"));
    fill(QStringLiteral("signup.clientMetadata.value0"), QStringLiteral("autumn"));
    signUp(user, QStringLiteral("Correct-horse"));
    QTRY_VERIFY_WITH_TIMEOUT(shownCallout(m_page.get()), 30'000);
    const Callout::Content content = shownCallout(m_page.get())->content();
    QVERIFY2(content.serviceWords.contains(type) && content.serviceWords.contains(message),
             qPrintable(content.serviceWords));
    QCOMPARE(edit(QStringLiteral("signup.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("signup.password"))->text(), QStringLiteral("Correct-horse"));
    QCOMPARE(edit(QStringLiteral("signup.clientMetadata.value0"))->text(), QStringLiteral("autumn"));
    for (const QString &name : {QStringLiteral("signup.username"), QStringLiteral("signup.password")})
        QCOMPARE(!edit(name)->accessibleDescription().isEmpty(), name == field);
    if (!field.isEmpty()) {
        QVERIFY(edit(field)->hasFocus());
        const int under = shownCallout(m_page.get())->mapTo(m_page.get(), QPoint()).y();
        QVERIFY(under > edit(field)->mapTo(m_page.get(), QPoint()).y());
        QTest::keyClick(edit(field), Qt::Key_X);
        QVERIFY(!shownCallout(m_page.get()));
    }
}

void TestSignUpPage::severalErrorsStandEachAtItsField()
{
    openPreset(QStringLiteral("required"));
    m_bench->access().loadSettings();
    QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    showPage();
    fill(QStringLiteral("attribute.birthdate"), QStringLiteral("2000-01-01"));
    edit(QStringLiteral("attribute.given_name"))->setText(QString(2049, u'x'));
    edit(QStringLiteral("signup.username"))->setText(QString(129, u'x') + QStringLiteral("@example.com"));
    fill(QStringLiteral("signup.password"), QStringLiteral("short"));
    press(Qt::Key_Return);
    if (isShown(QStringLiteral("calloutAction.sendAnyway")))
        click(QStringLiteral("calloutAction.sendAnyway"));
    const auto said = [this](const QString &name) {
        const auto *callout = m_page->findChild<Callout *>(name + QStringLiteral(".error"));
        return callout && callout->isVisible() ? callout->content().serviceWords : QString();
    };
    QTRY_VERIFY(said(QStringLiteral("signup.username")).contains(u"'username'"));
    QVERIFY(said(QStringLiteral("signup.password")).contains(u"'password'"));
    QVERIFY(said(QStringLiteral("attribute.given_name")).contains(u"'userAttributes."));
    QVERIFY(said(QStringLiteral("attribute.birthdate")).isEmpty());
    QVERIFY(edit(QStringLiteral("signup.username"))->hasFocus());
}

void TestSignUpPage::existingUserIsSaidAtTheName()
{
    open(Service::Sandbox);
    QVERIFY(m_bench->addUser(user, password));
    QSignalSpy requested(&m_bench->workspace(), &Workspace::signInRequested);
    signUp();
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(shownCallout(m_page.get())->content().serviceWords.contains(u"UsernameExistsException"));
    click(QStringLiteral("calloutAction.signInInstead"));
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<auth::SignInForm>().username, user);
    QCOMPARE(requested[0][0].value<auth::SignInForm>().password, password);
}

void TestSignUpPage::localProblemsCanBeSentAnyway()
{
    openPreset(QStringLiteral("required"));
    m_bench->access().loadSettings();
    QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    showPage();
    fill(QStringLiteral("attribute.given_name"), QStringLiteral("Sunny"));
    fill(QStringLiteral("attribute.birthdate"), QStringLiteral("yesterday"));
    signUp();
    QVERIFY(edit(QStringLiteral("attribute.birthdate"))->accessibleDescription().size() > 0);
    QVERIFY(isShown(QStringLiteral("calloutAction.sendAnyway")));
    QVERIFY(isShown(QStringLiteral("signup.submit")));
    click(QStringLiteral("calloutAction.sendAnyway"));
    QTRY_VERIFY(!isShown(QStringLiteral("calloutAction.sendAnyway")));
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(shownCallout(m_page.get())->content().serviceWords.contains(u"InvalidParameterException"));
    QCOMPARE(edit(QStringLiteral("attribute.birthdate"))->text(), QStringLiteral("yesterday"));
}

void TestSignUpPage::missingPasswordIsSaidFirst()
{
    open(Service::Scripted);
    signUp(user, {});
    QVERIFY(edit(QStringLiteral("signup.password"))->accessibleDescription().size() > 0);
    QVERIFY(edit(QStringLiteral("signup.password"))->hasFocus());
    QVERIFY(m_bench->server().requests().isEmpty());
    m_bench->server().addError("InvalidParameterException", "Password is missing.");
    click(QStringLiteral("calloutAction.sendAnyway"));
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
}

void TestSignUpPage::resendCountsDown()
{
    open(Service::Scripted);
    m_bench->answer(signedUp);
    signUp();
    QTRY_VERIFY(isShown(QStringLiteral("confirm.resend")));
    auto *resend = find<QPushButton>(m_page.get(), QStringLiteral("confirm.resend"));
    QVERIFY2(resend->text().contains(u'5'), qPrintable(resend->text()));
    m_bench->answer("{" + delivered + "}");
    fill(QStringLiteral("confirm.code"), QStringLiteral("123"));
    click(QStringLiteral("confirm.resend"));
    QTRY_VERIFY2(resend->text().contains(u'4'), qPrintable(resend->text()));
    QCOMPARE(m_bench->operation(1), QStringLiteral("ResendConfirmationCode"));
    QTRY_COMPARE(edit(QStringLiteral("confirm.code"))->text(), QString()); // the old one counts no more
    QVERIFY(edit(QStringLiteral("confirm.code"))->hasFocus());
}

void TestSignUpPage::replacedCodeIsNamed()
{
    open(Service::Sandbox);
    signUp();
    QTRY_VERIFY(isShown(QStringLiteral("confirm.code")));
    const sandbox::Message first = m_bench->newestMessage(user);
    click(QStringLiteral("confirm.resend"));
    QTRY_VERIFY(m_bench->newestMessage(user).id != first.id);
    QTRY_VERIFY(find<QPushButton>(m_page.get(), QStringLiteral("confirm.submit"))->isEnabled());
    fill(QStringLiteral("confirm.code"), first.code);
    press(Qt::Key_Return);
    QTRY_VERIFY(isShown(QStringLiteral("calloutAction.useNewestCode")));
    click(QStringLiteral("calloutAction.useNewestCode"));
    QTRY_COMPARE(edit(QStringLiteral("confirm.code"))->text(), m_bench->newestMessage(user).code);
}

void TestSignUpPage::confirmsAnExistingUser()
{
    open(Service::Sandbox);
    const auto made =
        m_bench->call(idp::SignUpRequest{.clientId = m_bench->access().clientId(),
                                         .username = user,
                                         .password = password,
                                         .userAttributes = {{{.name = QStringLiteral("email"), .value = user}}}});
    QVERIFY(made);
    fill(QStringLiteral("signup.username"), user);
    click(QStringLiteral("signup.confirmExisting"));
    QTRY_VERIFY(isShown(QStringLiteral("confirm.code")));
    QCOMPARE(edit(QStringLiteral("confirm.username"))->text(), user);
    QVERIFY(!edit(QStringLiteral("confirm.username"))->isReadOnly());
    const QString code = m_bench->newestMessage(user).code;
    fill(QStringLiteral("confirm.code"), code.left(3) + u' ' + code.mid(3));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("done.signIn")), 30'000); // nobody knows the password
    QCOMPARE(m_page->findChild<StepBar *>()->current(), 1);                   // confirmed, not signed in
    QVERIFY(!m_bench->sessions().current());
}

void TestSignUpPage::confirmsNobodyWithoutAName()
{
    open(Service::Scripted);
    click(QStringLiteral("signup.confirmExisting"));
    QTRY_VERIFY(isShown(QStringLiteral("confirm.username")));
    click(QStringLiteral("confirm.submit"));
    QTRY_COMPARE(QApplication::focusWidget(), edit(QStringLiteral("confirm.username")));
    fill(QStringLiteral("confirm.username"), user);
    fill(QStringLiteral("confirm.code"), QStringLiteral("123456"));
    m_bench->server().addError("CodeMismatchException", "Invalid verification code provided, please try again.");
    click(QStringLiteral("confirm.submit"));
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    QTRY_VERIFY(shownCallout(m_page.get()));
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), QStringLiteral("123456"));
    click(QStringLiteral("confirm.later"));
    QTRY_VERIFY(isShown(QStringLiteral("signup.submit")));
}

void TestSignUpPage::confirmLaterKeepsTheForm()
{
    open(Service::Scripted);
    m_bench->answer(signedUp);
    signUp();
    QTRY_VERIFY(isShown(QStringLiteral("confirm.later")));
    click(QStringLiteral("confirm.later"));
    QTRY_VERIFY(isShown(QStringLiteral("signup.submit")));
    QCOMPARE(edit(QStringLiteral("signup.username"))->text(), user);
    QCOMPARE(m_bench->server().requests().size(), 1);
}

void TestSignUpPage::busyUntilCancelled()
{
    open(Service::Scripted);
    m_bench->server().addSilence();
    signUp();
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    auto *submit = find<QPushButton>(m_page.get(), QStringLiteral("signup.submit"));
    QVERIFY(!submit->isEnabled());
    press(Qt::Key_Return); // once is enough
    click(QStringLiteral("signup.cancel"));
    QTRY_VERIFY(submit->isEnabled());
    QVERIFY(!isShown(QStringLiteral("signup.cancel")));
    QVERIFY(!shownCallout(m_page.get()));
    QTRY_COMPARE(m_bench->server().openConnections(), 0);
    QCOMPARE(m_bench->server().requests().size(), 1);
    QCOMPARE(edit(QStringLiteral("signup.password"))->text(), password);
}

void TestSignUpPage::destroyedMidRequest_data()
{
    QTest::addColumn<int>("answered"); // requests that are answered before silence
    QTest::addColumn<QString>("last");
    QTest::newRow("signing up") << 0 << "SignUp";
    QTest::newRow("confirming") << 1 << "ConfirmSignUp";
    QTest::newRow("resending") << 1 << "ResendConfirmationCode";
    QTest::newRow("signing in") << 2 << "InitiateAuth";
}

void TestSignUpPage::destroyedMidRequest()
{
    QFETCH(int, answered);
    QFETCH(QString, last);
    open(Service::Scripted);
    if (answered > 0)
        m_bench->answer(signedUp);
    if (answered > 1)
        m_bench->answer("{}");
    m_bench->server().addSilence();
    signUp();
    if (last == u"ResendConfirmationCode") {
        QTRY_VERIFY(isShown(QStringLiteral("confirm.resend")));
        click(QStringLiteral("confirm.resend"));
    } else if (answered > 0) {
        QTRY_VERIFY(isShown(QStringLiteral("confirm.code")));
        fill(QStringLiteral("confirm.code"), QStringLiteral("123456"));
        press(Qt::Key_Return);
    }
    QTRY_COMPARE(m_bench->server().requests().size(), answered + 1);
    QCOMPARE(m_bench->operation(answered), last);
    m_page.reset();
    QTRY_COMPARE(m_bench->server().openConnections(), 0);
    QVERIFY(!m_bench->sessions().current());
}

void TestSignUpPage::lateSettingsAddFields()
{
    openPreset(QStringLiteral("required"));
    showPage();
    QVERIFY(!isShown(QStringLiteral("attribute.given_name")));
    fill(QStringLiteral("signup.username"), user);
    fill(QStringLiteral("signup.password"), password);
    m_bench->access().loadSettings();
    QTRY_VERIFY(isShown(QStringLiteral("attribute.given_name")));
    QVERIFY(isShown(QStringLiteral("attribute.birthdate")));
    QCOMPARE(edit(QStringLiteral("signup.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("signup.password"))->text(), password);
    fill(QStringLiteral("attribute.given_name"), QStringLiteral("Sunny"));
    m_bench->access().loadSettings();
    QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    QCOMPARE(edit(QStringLiteral("attribute.given_name"))->text(), QStringLiteral("Sunny"));
}

void TestSignUpPage::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestSignUpPage::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    open(Service::Sandbox, true);
    click(QStringLiteral("signup.advanced"));
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    const auto labels = m_page->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const qsizetype key = label->buddy() ? label->text().indexOf(u'&') + 1 : 0;
        QVERIFY2(key == 0 || label->text()[key].unicode() < 0x80, qPrintable(label->text()));
    }
    signUp();
    QTRY_VERIFY(isShown(QStringLiteral("confirm.code")));
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    fill(QStringLiteral("confirm.code"), m_bench->newestMessage(user).code);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("done.tokens")), 30'000);
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
}

void TestSignUpPage::tabOrder()
{
    open(Service::Scripted);
    edit(QStringLiteral("signup.username"))->setFocus();
    QStringList stops = tabStops(m_page.get());
    const QStringList wanted{QStringLiteral("signup.username"),       QStringLiteral("signup.addAttribute"),
                             QStringLiteral("signup.password"),       QStringLiteral("generatePassword"),
                             QStringLiteral("signup.advanced"),       QStringLiteral("signup.submit"),
                             QStringLiteral("signup.confirmExisting")};
    stops.removeIf([&wanted](const QString &name) { return !wanted.contains(name); });
    std::rotate(stops.begin(), std::find(stops.begin(), stops.end(), wanted.first()), stops.end());
    QCOMPARE(stops, wanted);
}

QTEST_MAIN(TestSignUpPage)
#include "tst_signuppage.moc"
