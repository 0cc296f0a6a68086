#include "auth/attributes.h"
#include "auth/codedelivery.h"
#include "auth/session.h"
#include "model/cognitoidp.h"
#include "sandbox/presets.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signup/signuppage.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;
using Service = ScreenBench::Service;

namespace {

const QString user = u"sunny@example.com"_s;
const QString password = u"Correct-horse-7"_s;
const QByteArray signedUp = "{'UserConfirmed':false,'UserSub':'5f0c0000-0000-4000-8000-000000000001',"
                            "'CodeDeliveryDetails':{'Destination':'s***@e***','DeliveryMedium':'EMAIL',"
                            "'AttributeName':'email'}}";

} // namespace

// What the sign-up form gathers and hands on: attributes of one's choice, data for triggers, passwords that it makes
// itself; and the ways on that it offers when a step was left or did not work.
class TestSignUpForm final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void addsAnAttributeFromTheMenu();
    void addsAnAttributeByName();
    void refusesWhatIsNoName_data();
    void refusesWhatIsNoName();
    void attributeDialogHasNoFaults_data();
    void attributeDialogHasNoFaults();
    void triggersGetTheirData();
    void madePasswordFits();
    void strengthFollowsTheTyping();
    void confirmNowAfterConfirmLater_data();
    void confirmNowAfterConfirmLater();
    void failedSignInAfterConfirmationIsSaid();
    void challengeAfterConfirmationLeadsToSignIn();
    void closedPoolIsSaidFirst();
    void codeToAHiddenUserIsNoFact();

private:
    void open(Service service);
    void openPreset(const QString &id);
    void showPage();
    QLineEdit *edit(const QString &name) { return find<QLineEdit>(m_page.get(), name); }
    void fill(const QString &name, const QString &text);
    void click(const QString &name);
    bool isShown(const QString &name);
    void signUp();
    void confirm();
    QMenu *openMenu();
    QWidget *openAttributeDialog();

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SignUpPage> m_page;
};

void TestSignUpForm::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestSignUpForm::showPage()
{
    m_page = std::make_unique<SignUpPage>(m_bench->workspace());
    m_page->resize(900, 700);
    showActive(m_page.get());
}

void TestSignUpForm::open(Service service)
{
    m_bench = std::make_unique<ScreenBench>(service);
    showPage();
}

void TestSignUpForm::openPreset(const QString &id)
{
    m_bench = std::make_unique<ScreenBench>(Service::Sandbox);
    QVERIFY(m_bench->openPreset(id));
    showPage();
}

void TestSignUpForm::fill(const QString &name, const QString &text)
{
    QLineEdit *field = edit(name);
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

void TestSignUpForm::click(const QString &name)
{
    QTRY_VERIFY2(isShown(name), qPrintable(name));
    auto *button = find<QAbstractButton>(m_page.get(), name);
    QTRY_VERIFY(button->isEnabled());
    button->click();
}

bool TestSignUpForm::isShown(const QString &name)
{
    const auto *widget = m_page->findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

void TestSignUpForm::signUp()
{
    fill(u"signup.username"_s, user);
    fill(u"signup.password"_s, password);
    press(Qt::Key_Return);
}

void TestSignUpForm::confirm()
{
    QTRY_VERIFY(isShown(u"confirm.code"_s));
    fill(u"confirm.code"_s, u"123456"_s);
    press(Qt::Key_Return);
}

QMenu *TestSignUpForm::openMenu()
{
    QMenu *menu = find<QPushButton>(m_page.get(), u"signup.addAttribute"_s)->menu();
    menu->popup(m_page->mapToGlobal(QPoint(100, 100)));
    return menu;
}

QWidget *TestSignUpForm::openAttributeDialog()
{
    QMenu *menu = openMenu();
    menu->setActiveAction(menu->actions().last());
    QTest::keyClick(menu, Qt::Key_Return);
    QWidget *dialog = openDialog(u"attributeDialog"_s);
    if (dialog)
        showActive(dialog);
    return dialog;
}

void TestSignUpForm::addsAnAttributeFromTheMenu()
{
    open(Service::Scripted);
    const auth::AttributeSpec birthdate = auth::attributeSpec({}, u"birthdate"_s);
    const auto entry = [&]() -> QAction * {
        const QList<QAction *> actions = openMenu()->actions();
        const auto found = std::find_if(actions.cbegin(), actions.cend(),
                                        [&](const QAction *action) { return action->text() == birthdate.label; });
        return found == actions.cend() ? nullptr : *found;
    };
    QAction *action = entry();
    QVERIFY(action);
    auto *menu = find<QPushButton>(m_page.get(), u"signup.addAttribute"_s)->menu();
    menu->setActiveAction(action);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(isShown(u"attribute.birthdate"_s));
    QCOMPARE(m_page->focusWidget(), find(m_page.get(), u"attribute.birthdate"_s));
    QVERIFY(!entry()); // once is enough
    menu->close();
    showActive(m_page.get());

    fill(u"attribute.birthdate"_s, u"yesterday"_s);
    press(Qt::Key_Tab);
    QVERIFY(!edit(u"attribute.birthdate"_s)->accessibleDescription().isEmpty());
    signUp();
    QVERIFY(isShown(u"calloutAction.sendAnyway"_s));
    QVERIFY(m_bench->server().requests().isEmpty());
    m_bench->answer(signedUp);
    fill(u"attribute.birthdate"_s, u"2000-01-31"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    QVERIFY2(m_bench->body(0).contains(R"({"Name":"birthdate","Value":"2000-01-31"})"), m_bench->body(0));
}

void TestSignUpForm::addsAnAttributeByName()
{
    open(Service::Scripted);
    QWidget *dialog = openAttributeDialog();
    QVERIFY(dialog);
    type(u" custom:tier "_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(isShown(u"attribute.custom:tier"_s));
    QCOMPARE(m_page->focusWidget(), find(m_page.get(), u"attribute.custom:tier"_s));
    showActive(m_page.get());
    QVERIFY(!edit(u"attribute.custom:tier"_s)->accessibleName().isEmpty());
    m_bench->answer(signedUp);
    fill(u"attribute.custom:tier"_s, u"gold"_s);
    signUp();
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    QVERIFY2(m_bench->body(0).contains(R"({"Name":"custom:tier","Value":"gold"})"), m_bench->body(0));
}

void TestSignUpForm::refusesWhatIsNoName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("with a blank") << u"two words"_s;
    QTest::newRow("too long") << QString(33, u'x');
    QTest::newRow("nothing") << QString();
}

void TestSignUpForm::refusesWhatIsNoName()
{
    QFETCH(QString, name);
    open(Service::Scripted);
    const QPointer<QWidget> dialog = openAttributeDialog();
    QVERIFY(dialog);
    type(name);
    press(Qt::Key_Return);
    auto *field = find<QLineEdit>(dialog, u"attributeDialog.name"_s);
    QVERIFY(dialog->isVisible());
    QVERIFY(shownCallout(dialog));
    QVERIFY(shownCallout(dialog)->content().title.contains(name));
    QVERIFY(!field->accessibleDescription().isEmpty());
    QCOMPARE(field->text(), name); // to be mended
    QVERIFY(field->hasFocus());
    QVERIFY(accessibilityFaults(dialog).isEmpty());
    QVERIFY(!m_page->findChild<QWidget *>(u"attribute."_s + name));

    field->selectAll();
    type(u"nickname"_s);
    QVERIFY(!shownCallout(dialog));
    press(Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(isShown(u"attribute.nickname"_s));
}

void TestSignUpForm::attributeDialogHasNoFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Korean") << u"ko"_s;
}

void TestSignUpForm::attributeDialogHasNoFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    open(Service::Scripted);
    QWidget *dialog = openAttributeDialog();
    QVERIFY(dialog);
    QCOMPARE(accessibilityFaults(dialog).join(u'\n'), QString());
}

void TestSignUpForm::triggersGetTheirData()
{
    open(Service::Scripted);
    m_bench->answer(signedUp);
    m_bench->answer("{}");
    m_bench->answer(signedInAnswer("sunny"));
    click(u"signup.advanced"_s);
    fill(u"signup.validationData.name0"_s, u"plan"_s);
    fill(u"signup.validationData.value0"_s, u"free"_s);
    fill(u"signup.clientMetadata.name0"_s, u"campaign"_s);
    fill(u"signup.clientMetadata.value0"_s, u"autumn"_s);
    signUp();
    QTRY_COMPARE(m_bench->server().requests().size(), 1);
    QVERIFY2(m_bench->body(0).contains(R"("ValidationData":[{"Name":"plan","Value":"free"}])"), m_bench->body(0));
    QVERIFY2(m_bench->body(0).contains(R"("ClientMetadata":{"campaign":"autumn"})"), m_bench->body(0));
    confirm();
    QTRY_VERIFY(m_bench->server().requests().size() >= 2);
    QCOMPARE(m_bench->operation(1), u"ConfirmSignUp"_s);
    QVERIFY2(m_bench->body(1).contains(R"("ClientMetadata":{"campaign":"autumn"})"), m_bench->body(1));
    QVERIFY(!m_bench->body(1).contains("ValidationData"));
}

void TestSignUpForm::madePasswordFits()
{
    openPreset(u"email"_s);
    fill(u"signup.username"_s, user);
    click(u"generatePassword"_s);
    QLineEdit *field = edit(u"signup.password"_s);
    const QString made = field->text();
    QVERIFY(made.size() >= 8);
    QCOMPARE(field->echoMode(), QLineEdit::Normal); // to be written down
    QVERIFY(field->hasFocus());
    click(u"generatePassword"_s);
    QVERIFY(field->text() != made);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"confirm.code"_s), 30'000); // the service finds nothing wrong with it
}

void TestSignUpForm::strengthFollowsTheTyping()
{
    open(Service::Scripted);
    auto *strength = find<QLabel>(m_page.get(), u"passwordStrength"_s);
    QCOMPARE(strength->text(), QString());
    fill(u"signup.password"_s, u"password"_s);
    QTRY_VERIFY(!strength->text().isEmpty());
    const QString weak = strength->text();
    fill(u"signup.password"_s, u"7 otters juggle umbrellas!"_s);
    QTRY_VERIFY(!strength->text().isEmpty() && strength->text() != weak);
    edit(u"signup.password"_s)->clear();
    QTRY_COMPARE(strength->text(), QString());
}

void TestSignUpForm::confirmNowAfterConfirmLater_data()
{
    QTest::addColumn<bool>("anotherNameTyped");
    QTest::newRow("form left as it was") << false;
    QTest::newRow("another name typed") << true;
}

void TestSignUpForm::confirmNowAfterConfirmLater()
{
    QFETCH(bool, anotherNameTyped);
    open(Service::Scripted);
    m_bench->answer(signedUp);
    signUp();
    click(u"confirm.later"_s);
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(shownCallout(m_page.get())->content().title.contains(user));
    if (anotherNameTyped)
        fill(u"signup.username"_s, u"rainy@example.com"_s);
    m_bench->answer("{}");
    m_bench->answer(signedInAnswer("sunny"));
    click(u"calloutAction.confirmNow"_s);
    QTRY_COMPARE(edit(u"confirm.username"_s)->text(), user);
    confirm();
    QTRY_VERIFY(m_bench->server().requests().size() >= 2);
    QCOMPARE(m_bench->operation(1), u"ConfirmSignUp"_s);
    QVERIFY(m_bench->body(1).contains("sunny@example.com"));
    if (anotherNameTyped) {
        QTRY_VERIFY(isShown(u"done.signIn"_s)); // of whom the password is not known any more
        QCOMPARE(m_bench->server().requests().size(), 2);
    } else {
        QTRY_COMPARE(m_bench->operation(2), u"InitiateAuth"_s);
    }
}

void TestSignUpForm::failedSignInAfterConfirmationIsSaid()
{
    open(Service::Scripted);
    m_bench->answer(signedUp);
    m_bench->answer("{}");
    m_bench->server().addError("NotAuthorizedException", "Incorrect username or password.");
    signUp();
    confirm();
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(shownCallout(m_page.get())->content().serviceWords.contains(u"Incorrect username or password."));
    QVERIFY(find<QLabel>(m_page.get(), u"done.title"_s)->text().contains(user)); // confirmed all the same
    QVERIFY(!isShown(u"done.tokens"_s));
    QVERIFY(!m_bench->sessions().current());
    QSignalSpy requested(&m_bench->workspace(), &Workspace::signInRequested);
    click(u"done.signIn"_s);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<auth::SignInForm>().username, user);
    QCOMPARE(requested[0][0].value<auth::SignInForm>().password, password);
}

void TestSignUpForm::challengeAfterConfirmationLeadsToSignIn()
{
    open(Service::Scripted);
    m_bench->answer(signedUp);
    m_bench->answer("{}");
    m_bench->answer("{'ChallengeName':'SMS_MFA','Session':'session-of-twenty-characters','ChallengeParameters':"
                    "{'CODE_DELIVERY_DELIVERY_MEDIUM':'SMS','CODE_DELIVERY_DESTINATION':'+*******0123'}}");
    QSignalSpy requested(&m_bench->workspace(), &Workspace::signInRequested);
    QSignalSpy pages(&m_bench->workspace(), &Workspace::pageRequested);
    signUp();
    confirm();
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<auth::SignInForm>().username, user);
    QCOMPARE(requested[0][0].value<auth::SignInForm>().password, password);
    QCOMPARE(requested[0][1].toBool(), true); // goes on there without a further click
    QCOMPARE(pages.value(0).value(0).toString(), QString(pages::SignIn));
    QVERIFY(!shownCallout(m_page.get()));
}

void TestSignUpForm::closedPoolIsSaidFirst()
{
    openPreset(u"invitation"_s);
    const Callout *closed = shownCallout(m_page.get());
    QVERIFY(closed);
    QCOMPARE(closed->content().tone, Tone::Caution);
    QVERIFY(closed->content().body.contains(u"AllowAdminCreateUserOnly"));
    QVERIFY(find<QPushButton>(m_page.get(), u"signup.submit"_s)->isEnabled()); // to see the refusal
    signUp();
    const auto isRefused = [this] {
        const auto callouts = m_page->findChildren<Callout *>();
        return std::any_of(callouts.cbegin(), callouts.cend(), [](const Callout *callout) {
            return callout->isVisible() && callout->content().serviceWords.contains(u"NotAuthorizedException") &&
                   callout->content().body.contains(u"AllowAdminCreateUserOnly");
        });
    };
    QTRY_VERIFY(isRefused());
    QVERIFY(closed->isVisible()); // it still holds

    const auto opened = m_bench->call(idp::UpdateUserPoolRequest{
        .userPoolId = m_bench->access().userPoolId(),
        .adminCreateUserConfig = idp::AdminCreateUserConfigType{.allowAdminCreateUserOnly = false}});
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    m_bench->access().loadSettings();
    QTRY_VERIFY(!closed->isVisible());
}

void TestSignUpForm::codeToAHiddenUserIsNoFact()
{
    openPreset(u"email"_s);
    fill(u"signup.username"_s, u"nobody@example.com"_s);
    click(u"signup.confirmExisting"_s);
    click(u"confirm.resend"_s);
    const auto *delivery = find<QLabel>(m_page.get(), u"confirm.delivery"_s);
    const QString caution = auth::codeDeliveryToNamed({}, true).caution();
    QTRY_VERIFY2(delivery->text().endsWith(caution), qPrintable(delivery->text()));
    QVERIFY(!caution.isEmpty());
}

QTEST_MAIN(TestSignUpForm)
#include "tst_signupform.moc"
