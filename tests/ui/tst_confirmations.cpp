#include "auth/signupflow.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signup/signuppage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;
using Service = ScreenBench::Service;

namespace {

const QString user = u"sunny@example.com"_s;
const QString other = u"rainy@example.com"_s;
const QString password = u"Correct-horse-7"_s;
const QByteArray signedUp = "{'UserConfirmed':false,'UserSub':'5f0c0000-0000-4000-8000-000000000001',"
                            "'CodeDeliveryDetails':{'Destination':'s***@e***','DeliveryMedium':'EMAIL',"
                            "'AttributeName':'email'}}";
const QByteArray signedUpWithoutACode = "{'UserConfirmed':false,'UserSub':'5f0c0000-0000-4000-8000-000000000001'}";

} // namespace

// What is said of a user's code, and what becomes of who has no code or no password.
class TestConfirmations final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void noCodeIsSent_data();
    void noCodeIsSent();
    void noCodeIsSentByAPoolNobodyKnows();
    void nothingIsKnownOfAnExistingUser();
    void aSessionIsNoPassword();
    void resendsAreCountedForWhoStandsThere();
    void theRefusalThatLedHereIsTold();
    void anotherUserBeginsEmpty();
    void whoIsConfirmedIsNotLeftForLater();

private:
    void open(Service service);
    void showPage();
    bool isShown(const QString &name);
    void fill(const QString &name, const QString &text);
    void click(const QString &name);
    void signUp(const QString &name);
    QString said(); // of the code
    QString resendText();

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SignUpPage> m_page;
};

void TestConfirmations::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestConfirmations::open(Service service)
{
    m_bench = std::make_unique<ScreenBench>(service);
    showPage();
}

void TestConfirmations::showPage()
{
    m_page = std::make_unique<SignUpPage>(m_bench->workspace());
    m_page->resize(900, 700);
    showActive(m_page.get());
}

bool TestConfirmations::isShown(const QString &name)
{
    const auto *widget = m_page->findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

void TestConfirmations::fill(const QString &name, const QString &text)
{
    QTRY_VERIFY2(isShown(name), qPrintable(name));
    auto *field = find<QLineEdit>(m_page.get(), name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

void TestConfirmations::click(const QString &name)
{
    QTRY_VERIFY2(isShown(name), qPrintable(name));
    auto *button = find<QAbstractButton>(m_page.get(), name);
    QTRY_VERIFY(button->isEnabled());
    button->click();
}

void TestConfirmations::signUp(const QString &name)
{
    fill(u"signup.username"_s, name);
    fill(u"signup.password"_s, password);
    click(u"signup.submit"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(u"confirm.code"_s), 30'000);
}

QString TestConfirmations::said()
{
    return find<QLabel>(m_page.get(), u"confirm.delivery"_s)->text();
}

QString TestConfirmations::resendText()
{
    return find<QAbstractButton>(m_page.get(), u"confirm.resend"_s)->text();
}

void TestConfirmations::noCodeIsSent_data()
{
    QTest::addColumn<bool>("verifies"); // the pool, e-mail addresses
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("why"); // empty: a code was sent
    QTest::newRow("the optional address is left empty") << true << QString() << u"the e-mail address, and none"_s;
    QTest::newRow("the address is given") << true << user << QString();
    QTest::newRow("the pool verifies nothing") << false << QString() << u"AutoVerifiedAttributes"_s;
}

void TestConfirmations::noCodeIsSent()
{
    QFETCH(bool, verifies);
    QFETCH(QString, email);
    QFETCH(QString, why);
    m_bench = std::make_unique<ScreenBench>(Service::Sandbox);
    QVERIFY(m_bench->openPreset(u"alias"_s));
    if (!verifies) {
        QVERIFY(m_bench->call(idp::UpdateUserPoolRequest{.userPoolId = m_bench->access().userPoolId(),
                                                         .autoVerifiedAttributes = QStringList()}));
        m_bench->access().loadSettings();
        const auto isKnown = [this] {
            const auto &pool = m_bench->access().settings().pool;
            return pool && pool->autoVerifiedAttributes.value_or(QStringList()).isEmpty();
        };
        QTRY_VERIFY(isKnown());
    }
    showPage();
    if (!email.isEmpty())
        fill(u"attribute.email"_s, email);
    signUp(u"sunny"_s);
    QCOMPARE(said().contains(u"No code was sent"), !why.isEmpty());
    QVERIFY2(said().contains(why), qPrintable(said()));
    QCOMPARE(said().contains(u"AdminConfirmSignUp"), !why.isEmpty());
    QCOMPARE(said().contains(u"24 hours"), why.isEmpty());
}

// Both reasons are possible where nobody may read the pool's settings.
void TestConfirmations::noCodeIsSentByAPoolNobodyKnows()
{
    open(Service::Scripted);
    m_bench->answer(signedUpWithoutACode);
    signUp(user);
    QVERIFY2(said().contains(u"No code was sent: either"), qPrintable(said()));
    QVERIFY(said().contains(u"AdminConfirmSignUp"));
    QVERIFY(!said().contains(u"24 hours"));
    m_bench->answer("{'CodeDeliveryDetails':{'Destination':'s***@e***','DeliveryMedium':'EMAIL'}}");
    click(u"confirm.resend"_s); // after an administrator has given the user an address
    QTRY_VERIFY2(said().contains(u"s***@e***"), qPrintable(said()));
    QVERIFY(said().contains(u"24 hours"));
}

void TestConfirmations::nothingIsKnownOfAnExistingUser()
{
    open(Service::Scripted);
    m_bench->answer(signedUpWithoutACode);
    signUp(user);
    const QString ofTheNewOne = said();
    click(u"confirm.changeUser"_s);
    QVERIFY(said() != ofTheNewOne);
    const QString ofAnybody = said();
    click(u"confirm.later"_s);
    click(u"signup.confirmExisting"_s);
    QTRY_VERIFY(isShown(u"confirm.code"_s));
    QCOMPARE(said(), ofAnybody);
    QVERIFY(!said().contains(u"No code was sent"));
}

// It counts in the flow with a choice only; by SRP it signs nobody in.
void TestConfirmations::aSessionIsNoPassword()
{
    open(Service::Scripted);
    fill(u"signup.username"_s, user);
    click(u"signup.confirmExisting"_s);
    fill(u"confirm.code"_s, u"123456"_s);
    m_bench->answer("{'Session':'session-of-twenty-characters'}");
    press(Qt::Key_Return);
    QTRY_VERIFY(isShown(u"done.signIn"_s));
    QVERIFY(!shownCallout(m_page.get()));
    QVERIFY(find(m_page.get(), u"done.signIn"_s)->hasFocus());
    QCOMPARE(m_bench->server().requests().size(), 1);
}

void TestConfirmations::resendsAreCountedForWhoStandsThere()
{
    open(Service::Scripted);
    m_bench->answer(signedUp);
    signUp(user);
    m_bench->server().addError("LimitExceededException", "Attempt limit exceeded, please try after some time.");
    click(u"confirm.resend"_s);
    QTRY_VERIFY2(resendText().contains(u'0'), qPrintable(resendText()));
    click(u"confirm.changeUser"_s);
    fill(u"confirm.username"_s, other);
    QVERIFY2(resendText().contains(u'5'), qPrintable(resendText()));
    fill(u"confirm.username"_s, user);
    QVERIFY2(resendText().contains(u'0'), qPrintable(resendText()));
}

// Whoever signs in and finds themselves here instead hears why, in the service's words too.
void TestConfirmations::theRefusalThatLedHereIsTold()
{
    open(Service::Sandbox);
    const auto words = [this] {
        return shownCallout(m_page.get()) ? shownCallout(m_page.get())->content() : Callout::Content();
    };
    m_bench->workspace().requestConfirmation(user, password,
                                             {.kind = Error::Kind::Service,
                                              .code = u"UserNotConfirmedException"_s,
                                              .message = u"User is not confirmed."_s,
                                              .operation = u"InitiateAuth"_s});
    QTRY_VERIFY(isShown(u"confirm.code"_s));
    QCOMPARE(words().guideId, u"not-confirmed"_s);
    QCOMPARE(words().serviceWords, u"UserNotConfirmedException · User is not confirmed."_s);
    QCOMPARE(words().tone, Tone::Caution);
    m_bench->workspace().requestConfirmation(other, password); // nobody refused anything
    QCOMPARE(find<QLineEdit>(m_page.get(), u"confirm.username"_s)->text(), other);
    QCOMPARE(words().guideId, QString());
}

void TestConfirmations::anotherUserBeginsEmpty()
{
    open(Service::Sandbox);
    m_bench->access().loadSettings();
    QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    signUp(user);
    fill(u"confirm.code"_s, m_bench->newestMessage(user).code);
    click(u"confirm.submit"_s);
    click(u"done.another"_s);
    QTRY_VERIFY(isShown(u"signup.username"_s));
    QVERIFY(find<QLineEdit>(m_page.get(), u"signup.username"_s)->hasFocus());
    QCOMPARE(find<QLineEdit>(m_page.get(), u"signup.username"_s)->text(), QString());
    QCOMPARE(find<QLineEdit>(m_page.get(), u"signup.password"_s)->text(), QString());
}

// The service has just said that the user is confirmed: "later" must not say the contrary.
void TestConfirmations::whoIsConfirmedIsNotLeftForLater()
{
    open(Service::Sandbox);
    QVERIFY(m_bench->addUser(user, password));
    m_bench->workspace().requestConfirmation(user, password);
    fill(u"confirm.code"_s, u"123456"_s);
    click(u"confirm.submit"_s);
    QTRY_VERIFY(shownCallout(m_page.get()));
    QCOMPARE(shownCallout(m_page.get())->content().guideId, u"already-confirmed"_s);
    click(u"confirm.later"_s);
    QTRY_VERIFY(isShown(u"signup.username"_s));
    QVERIFY(!shownCallout(m_page.get()));
    QCOMPARE(find<QLineEdit>(m_page.get(), u"signup.username"_s)->text(), QString());

    m_bench->workspace().requestConfirmation(user, password);
    fill(u"confirm.code"_s, u"123456"_s);
    click(u"confirm.submit"_s);
    QTRY_VERIFY(shownCallout(m_page.get()));
    fill(u"confirm.username"_s, other); // of whom the service has said nothing
    click(u"confirm.later"_s);
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(shownCallout(m_page.get())->content().title.contains(other));
}

QTEST_MAIN(TestConfirmations)
#include "tst_confirmations.moc"
