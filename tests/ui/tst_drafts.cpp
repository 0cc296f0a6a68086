#include "auth/poolsettings.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signin/signinpage.h"
#include "ui/signup/signuppage.h"
#include "ui/tokens/tokenspage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using Service = ScreenBench::Service;

namespace {

const QString user = QStringLiteral("sunny@example.com");
const QString password = QStringLiteral("Correct-horse-7");

} // namespace

// A connection that is opened anew, because it was changed, keeps what is typed in its pages.
class TestDrafts final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void signUp();
    void attributesWaitForTheirFields();
    void confirmation();
    void signIn_data();
    void signIn();
    void passwordReset();
    void passwordResetWithoutACode();
    void pastedToken();
    void pagesThatAreNotShownAgain();

private:
    template<class PageOf>
    void show()
    {
        m_page = std::make_unique<PageOf>(m_bench->workspace());
        m_page->resize(900, 700);
        showActive(m_page.get());
    }
    void reopen(); // what app does: the page goes, the drafts are handed on
    QLineEdit *edit(const QString &name) { return find<QLineEdit>(m_page.get(), name); }
    void fill(const QString &name, const QString &text);
    QLineEdit *firstLine(const QString &pairs);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<QWidget> m_page;
};

void TestDrafts::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestDrafts::reopen()
{
    m_page.reset();
    const Drafts drafts = m_bench->workspace().drafts();
    m_bench->open(m_bench->access().userPoolId(), m_bench->access().clientId());
    m_bench->workspace().drafts() = drafts;
}

void TestDrafts::fill(const QString &name, const QString &text)
{
    edit(name)->setFocus();
    edit(name)->selectAll();
    type(text);
}

QLineEdit *TestDrafts::firstLine(const QString &pairs)
{
    return find(m_page.get(), pairs)->findChildren<QLineEdit *>().value(0);
}

void TestDrafts::signUp()
{
    m_bench = std::make_unique<ScreenBench>(Service::Scripted);
    show<SignUpPage>();
    fill(QStringLiteral("signup.username"), user);
    fill(QStringLiteral("signup.password"), password);
    fill(QStringLiteral("attribute.email"), user);
    find<QPushButton>(m_page.get(), QStringLiteral("signup.advanced"))->click();
    firstLine(QStringLiteral("signup.clientMetadata"))->setFocus();
    type(QStringLiteral("source"));
    press(Qt::Key_Tab);
    type(QStringLiteral("fair"));
    reopen();
    show<SignUpPage>();
    QCOMPARE(edit(QStringLiteral("signup.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("signup.password"))->text(), password);
    QCOMPARE(edit(QStringLiteral("attribute.email"))->text(), user);
    QVERIFY(firstLine(QStringLiteral("signup.clientMetadata"))->isVisible());
    QCOMPARE(firstLine(QStringLiteral("signup.clientMetadata"))->text(), QStringLiteral("source"));
    QVERIFY(firstLine(QStringLiteral("signup.validationData"))->text().isEmpty());
    QVERIFY(!m_bench->workspace().drafts().signUp); // the page has it now
}

// Which fields there are is only known once the pool's settings have come.
void TestDrafts::attributesWaitForTheirFields()
{
    m_bench = std::make_unique<ScreenBench>(Service::Sandbox);
    const QString name = QStringLiteral("attribute.nickname");
    m_bench->workspace().drafts().signUp = auth::SignUpForm{
        .username = user, .password = password, .attributes = {{QStringLiteral("nickname"), QStringLiteral("Sun")}}};
    show<SignUpPage>();
    QVERIFY(!m_page->findChild<QLineEdit *>(name));
    reopen(); // meanwhile nothing of it is lost
    show<SignUpPage>();
    m_bench->access().loadSettings();
    QTRY_VERIFY(m_page->findChild<QLineEdit *>(name));
    QCOMPARE(edit(name)->text(), QStringLiteral("Sun"));
}

void TestDrafts::confirmation()
{
    m_bench = std::make_unique<ScreenBench>(Service::Scripted);
    show<SignUpPage>();
    fill(QStringLiteral("signup.username"), user);
    find<QPushButton>(m_page.get(), QStringLiteral("signup.confirmExisting"))->click();
    QTRY_VERIFY(edit(QStringLiteral("confirm.code"))->isVisible());
    fill(QStringLiteral("confirm.code"), QStringLiteral("123"));
    reopen();
    show<SignUpPage>();
    QVERIFY(edit(QStringLiteral("confirm.code"))->isVisible());
    QCOMPARE(edit(QStringLiteral("confirm.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("confirm.code"))->text(), QStringLiteral("123"));
    QCOMPARE(m_bench->server().requests().size(), 0);
}

void TestDrafts::signIn_data()
{
    QTest::addColumn<bool>("settingsCome");
    QTest::newRow("of the pool nothing is known") << false;
    QTest::newRow("its settings come later") << true;
}

void TestDrafts::signIn()
{
    QFETCH(bool, settingsCome);
    m_bench = std::make_unique<ScreenBench>(settingsCome ? Service::Sandbox : Service::Scripted);
    show<SignInPage>();
    fill(QStringLiteral("signin.username"), user);
    fill(QStringLiteral("signin.password"), password);
    find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"))->setFocus();
    press(Qt::Key_Down);
    find<QPushButton>(m_page.get(), QStringLiteral("signin.advanced"))->click();
    firstLine(QStringLiteral("signin.clientMetadata"))->setFocus();
    type(QStringLiteral("source"));
    reopen();
    show<SignInPage>();
    QCOMPARE(edit(QStringLiteral("signin.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("signin.password"))->text(), password);
    QVERIFY(firstLine(QStringLiteral("signin.clientMetadata"))->isVisible());
    QCOMPARE(firstLine(QStringLiteral("signin.clientMetadata"))->text(), QStringLiteral("source"));
    if (settingsCome) {
        m_bench->access().loadSettings();
        QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    }
    QCOMPARE(find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"))->currentIndex(), 1);
}

void TestDrafts::passwordReset()
{
    m_bench = std::make_unique<ScreenBench>(Service::Scripted);
    show<SignInPage>();
    fill(QStringLiteral("signin.username"), user);
    find<QPushButton>(m_page.get(), QStringLiteral("signin.forgot"))->click();
    find<QPushButton>(m_page.get(), QStringLiteral("reset.haveCode"))->click();
    fill(QStringLiteral("reset.code"), QStringLiteral("123456"));
    fill(QStringLiteral("reset.password"), password);
    reopen();
    show<SignInPage>();
    QVERIFY(edit(QStringLiteral("reset.code"))->isVisible());
    QCOMPARE(edit(QStringLiteral("reset.username"))->text(), user);
    QCOMPARE(edit(QStringLiteral("reset.code"))->text(), QStringLiteral("123456"));
    QCOMPARE(edit(QStringLiteral("reset.password"))->text(), password);
    QCOMPARE(m_bench->server().requests().size(), 0); // no code of the hour was spent
    m_bench->answer("{}");
    m_bench->answer(signedInAnswer("sunny"));
    find<QPushButton>(m_page.get(), QStringLiteral("reset.submit"))->click();
    QTRY_COMPARE(m_bench->operation(0), QStringLiteral("ConfirmForgotPassword"));
    QVERIFY(m_bench->body(0).contains("123456"));
    QTRY_VERIFY(m_bench->sessions().current());
    reopen();
    QVERIFY(!m_bench->workspace().drafts().reset); // it is done
}

void TestDrafts::passwordResetWithoutACode()
{
    m_bench = std::make_unique<ScreenBench>(Service::Scripted);
    show<SignInPage>();
    find<QPushButton>(m_page.get(), QStringLiteral("signin.forgot"))->click();
    fill(QStringLiteral("reset.username"), user);
    reopen();
    show<SignInPage>();
    QVERIFY(edit(QStringLiteral("reset.username"))->isVisible());
    QCOMPARE(edit(QStringLiteral("reset.username"))->text(), user);
    QVERIFY(!edit(QStringLiteral("reset.code"))->isVisible());
}

void TestDrafts::pastedToken()
{
    m_bench = std::make_unique<ScreenBench>(Service::Scripted);
    show<TokensPage>();
    const QString token = unsignedToken("{'sub':'1'}");
    qobject_cast<TokensPage *>(m_page.get())->paste(token);
    reopen();
    QCOMPARE(m_bench->workspace().drafts().pastedToken, token);
    show<TokensPage>();
    reopen();
    QCOMPARE(m_bench->workspace().drafts().pastedToken, token);
}

void TestDrafts::pagesThatAreNotShownAgain()
{
    m_bench = std::make_unique<ScreenBench>(Service::Scripted);
    show<SignUpPage>();
    fill(QStringLiteral("signup.username"), user);
    reopen();
    show<SignInPage>();
    reopen();
    show<SignUpPage>();
    QCOMPARE(edit(QStringLiteral("signup.username"))->text(), user);
}

QTEST_MAIN(TestDrafts)
#include "tst_drafts.moc"
