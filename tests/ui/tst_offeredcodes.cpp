#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signin/signinpage.h"
#include "ui/signup/signuppage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

namespace {

const QString user = QStringLiteral("sunny@example.com");
const QString other = QStringLiteral("rainy@example.com");
const QString password = QStringLiteral("Correct-horse-7");

} // namespace

// Codes of the mailbox go to the flow and the user they belong to, whatever page is shown.
class TestOfferedCodes final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theNewestCodeIsThatOfTheOpenForm();
    void anothersCodeBringsItsOwnForm();
    void aConfirmationLeftOpenIsGoneBackTo();
    void aResetCodeOpensTheReset();
    void aResetCodeGoesIntoTheOpenReset();
    void anInvitationGoesToTheSignIn();
    void whatCannotBeUsedIsSaid_data();
    void whatCannotBeUsedIsSaid();
    void anEndedCodeCanBeTried();
    void whatTheyWereForIsKept();

private:
    QLineEdit *edit(const QString &name) { return find<QLineEdit>(m_pages.get(), name); }
    bool isShown(const QString &name);
    sandbox::Message signUp(const QString &name);
    sandbox::Message askForReset(const QString &name);
    Workspace &workspace() { return m_bench->workspace(); }

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<QStackedWidget> m_pages;
};

void TestOfferedCodes::init()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Sandbox);
    m_bench->access().loadSettings();
    QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    m_pages = std::make_unique<QStackedWidget>();
    auto *signUpPage = new SignUpPage(workspace(), m_pages.get());
    auto *signInPage = new SignInPage(workspace(), m_pages.get());
    m_pages->addWidget(signUpPage);
    m_pages->addWidget(signInPage);
    connect(&workspace(), &Workspace::pageRequested, m_pages.get(), [this, signUpPage, signInPage](const QString &id) {
        m_pages->setCurrentWidget(id == pages::SignUp ? static_cast<QWidget *>(signUpPage) : signInPage);
    });
    m_pages->resize(900, 700);
    showActive(m_pages.get());
}

void TestOfferedCodes::cleanup()
{
    m_pages.reset();
    m_bench.reset();
}

bool TestOfferedCodes::isShown(const QString &name)
{
    const auto *widget = m_pages->findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

sandbox::Message TestOfferedCodes::signUp(const QString &name)
{
    const auto done =
        m_bench->call(idp::SignUpRequest{.clientId = m_bench->access().clientId(),
                                         .username = name,
                                         .password = password,
                                         .userAttributes = {{{.name = QStringLiteral("email"), .value = name}}}});
    return done ? m_bench->newestMessage(name) : sandbox::Message();
}

sandbox::Message TestOfferedCodes::askForReset(const QString &name)
{
    const bool added = m_bench->addUser(name, password);
    const auto asked =
        m_bench->call(idp::ForgotPasswordRequest{.clientId = m_bench->access().clientId(), .username = name});
    return added && asked ? m_bench->newestMessage(name) : sandbox::Message();
}

void TestOfferedCodes::theNewestCodeIsThatOfTheOpenForm()
{
    const sandbox::Message theirs = signUp(other);
    const sandbox::Message newest = signUp(user);
    QVERIFY(newest.id > theirs.id);
    workspace().requestConfirmation(other, {});
    QCOMPARE(workspace().offerNewestCode(m_bench->messages()), QString());
    QCOMPARE(edit(QStringLiteral("confirm.username"))->text(), other);
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), theirs.code);
}

void TestOfferedCodes::anothersCodeBringsItsOwnForm()
{
    const sandbox::Message theirs = signUp(other);
    workspace().requestConfirmation(user, {});
    QCOMPARE(workspace().offerCode(theirs), QString());
    QCOMPARE(edit(QStringLiteral("confirm.username"))->text(), other);
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), theirs.code);
    workspace().requestConfirmation({}, {}); // nobody is named yet
    QCOMPARE(workspace().offerCode(theirs), QString());
    QCOMPARE(edit(QStringLiteral("confirm.username"))->text(), other);
}

void TestOfferedCodes::aConfirmationLeftOpenIsGoneBackTo()
{
    const sandbox::Message mail = signUp(user);
    workspace().requestConfirmation(user, password);
    workspace().showPage(pages::SignIn);
    QCOMPARE(workspace().offerCode(mail), QString());
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), mail.code);
    find<QPushButton>(m_pages.get(), QStringLiteral("confirm.submit"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sessions().current(), 30'000); // the password was not forgotten on the way
}

void TestOfferedCodes::aResetCodeOpensTheReset()
{
    const sandbox::Message mail = askForReset(user);
    workspace().requestConfirmation(user, {}); // of the same user, but another purpose
    QCOMPARE(workspace().offerCode(mail), QString());
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), QString());
    QVERIFY(isShown(QStringLiteral("reset.password")));
    QCOMPARE(edit(QStringLiteral("reset.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("reset.code"))->text(), mail.code);
    QVERIFY(edit(QStringLiteral("reset.password"))->hasFocus());
}

void TestOfferedCodes::aResetCodeGoesIntoTheOpenReset()
{
    const sandbox::Message mail = askForReset(user);
    workspace().requestPasswordReset(user);
    QVERIFY(!isShown(QStringLiteral("reset.code")));
    QCOMPARE(workspace().offerCode(mail), QString());
    QCOMPARE(edit(QStringLiteral("reset.code"))->text(), mail.code);
    workspace().requestPasswordReset(other); // gives way to one chosen by hand
    QCOMPARE(workspace().offerCode(mail), QString());
    QCOMPARE(edit(QStringLiteral("reset.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("reset.code"))->text(), mail.code);
}

void TestOfferedCodes::anInvitationGoesToTheSignIn()
{
    QVERIFY(m_bench->call(idp::AdminCreateUserRequest{
        .userPoolId = m_bench->access().userPoolId(),
        .username = user,
        .userAttributes = {{{.name = QStringLiteral("email"), .value = user},
                            {.name = QStringLiteral("email_verified"), .value = QStringLiteral("true")}}},
        .desiredDeliveryMediums = {{QStringLiteral("EMAIL")}}}));
    const sandbox::Message mail = m_bench->newestMessage(user);
    QVERIFY(mail.isInvitation);
    QCOMPARE(workspace().offerCode(mail), QString());
    QCOMPARE(edit(QStringLiteral("signin.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("signin.password"))->text(), mail.code);
    find<QPushButton>(m_pages.get(), QStringLiteral("signin.submit"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("challenge.NEW_PASSWORD")), 30'000);
}

void TestOfferedCodes::whatCannotBeUsedIsSaid_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("pool");
    QTest::addColumn<int>("purpose");
    using State = sandbox::Message::State;
    using Purpose = sandbox::Message::Purpose;
    const int confirms = int(Purpose::Confirmation);
    QTest::newRow("used") << int(State::Used) << "" << confirms;
    QTest::newRow("of another pool") << int(State::Current) << "us-east-1_Elsewhere" << confirms;
    QTest::newRow("for something else") << int(State::Current) << "" << int(Purpose::None);
    QTest::newRow("for an e-mail address") << int(State::Current) << "" << int(Purpose::EmailVerification);
    QTest::newRow("for a phone number") << int(State::Current) << "" << int(Purpose::PhoneVerification);
}

void TestOfferedCodes::whatCannotBeUsedIsSaid()
{
    QFETCH(int, state);
    QFETCH(QString, pool);
    QFETCH(int, purpose);
    sandbox::Message mail = signUp(user);
    QVERIFY(mail.id != 0);
    mail.state = sandbox::Message::State(state);
    if (!pool.isEmpty())
        mail.userPoolId = pool;
    mail.purpose = sandbox::Message::Purpose(purpose);
    workspace().requestConfirmation(user, {});
    QVERIFY(!workspace().offerCode(mail).isEmpty());
    if (pool.isEmpty()) // the mailbox holds one pool's
        QVERIFY(!workspace().offerNewestCode({mail}).isEmpty());
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), QString());
}

// As the sandbox tells of them once they have ended, not only as they were.
void TestOfferedCodes::whatTheyWereForIsKept()
{
    const sandbox::Message first = signUp(user);
    QVERIFY(first.id != 0);
    QVERIFY(
        m_bench->call(idp::ResendConfirmationCodeRequest{.clientId = m_bench->access().clientId(), .username = user}));
    const auto former = [&] {
        const QList<sandbox::Message> all = m_bench->messages();
        const auto found = std::find_if(all.cbegin(), all.cend(), [&](const auto &one) { return one.id == first.id; });
        return found == all.cend() ? sandbox::Message() : *found;
    };
    QTRY_COMPARE(former().state, sandbox::Message::State::Replaced);
    QCOMPARE(former().purpose, sandbox::Message::Purpose::Confirmation);
    QCOMPARE(workspace().offerCode(former()), QString());
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), first.code);
}

// Asked for on purpose; the newest code by its key is another matter.
void TestOfferedCodes::anEndedCodeCanBeTried()
{
    for (const auto state : {sandbox::Message::State::Expired, sandbox::Message::State::Replaced}) {
        sandbox::Message mail = signUp(state == sandbox::Message::State::Expired ? user : other);
        QVERIFY(mail.id != 0);
        mail.state = state;
        QVERIFY(!workspace().offerNewestCode({mail}).isEmpty());
        QCOMPARE(workspace().offerCode(mail), QString());
        QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), mail.code);
    }
}

QTEST_MAIN(TestOfferedCodes)
#include "tst_offeredcodes.moc"
