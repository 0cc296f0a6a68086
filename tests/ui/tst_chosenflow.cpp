#include "auth/poolsettings.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signin/signinpage.h"

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

// By which flow one signs in: the usual one, until somebody chooses another.
class TestChosenFlow final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void theFlowStays();
    void aChosenFlowIsNotOverruled();
    void theUsualFlowWhereOnlyThatIsAllowed();

private:
    void open(Service service);
    QLineEdit *edit(const QString &name) { return find<QLineEdit>(m_page.get(), name); }
    void fill(const QString &name, const QString &text);
    void click(const QString &name);
    void enter(int flow, const QString &name = user, const QString &word = password);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SignInPage> m_page;
};

void TestChosenFlow::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestChosenFlow::open(Service service)
{
    m_bench = std::make_unique<ScreenBench>(service);
    m_page = std::make_unique<SignInPage>(m_bench->workspace());
    m_page->resize(900, 700);
    showActive(m_page.get());
}

void TestChosenFlow::fill(const QString &name, const QString &text)
{
    QLineEdit *field = edit(name);
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

void TestChosenFlow::click(const QString &name)
{
    const auto isReady = [this, &name] {
        const auto *button = m_page->findChild<QAbstractButton *>(name);
        return button && button->isVisible() && button->isEnabled();
    };
    QTRY_VERIFY2(isReady(), qPrintable(name));
    m_page->findChild<QAbstractButton *>(name)->click();
}

void TestChosenFlow::enter(int flow, const QString &name, const QString &word)
{
    find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"))->setCurrentIndex(flow);
    fill(QStringLiteral("signin.username"), name);
    fill(QStringLiteral("signin.password"), word);
    press(Qt::Key_Return);
}

// Who tests plain passwords chooses them once.
void TestChosenFlow::theFlowStays()
{
    open(Service::Sandbox);
    QVERIFY(m_bench->addUser(user, password));
    enter(1);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sessions().current(), 30'000);
    QCOMPARE(find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"))->currentIndex(), 1);
    QVERIFY(edit(QStringLiteral("signin.username"))->text().isEmpty());
}

// What leads to this page fills it in; it does not know what is being tried.
void TestChosenFlow::aChosenFlowIsNotOverruled()
{
    open(Service::Scripted);
    auto *flow = find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"));
    flow->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(flow->currentIndex(), 1);
    m_bench->answer(signedInAnswer("sunny"));
    m_bench->workspace().requestSignIn(
        {.username = user, .password = password, .flow = QStringLiteral("USER_SRP_AUTH")}, true);
    QTRY_VERIFY(m_bench->sessions().current());
    QVERIFY2(m_bench->body(0).contains("USER_PASSWORD_AUTH"), m_bench->body(0));
    QCOMPARE(flow->currentIndex(), 1);
}

// A message's "Use this password" says nothing of a flow.
void TestChosenFlow::theUsualFlowWhereOnlyThatIsAllowed()
{
    open(Service::Sandbox);
    m_page.reset();
    const auto client = m_bench->call(
        idp::CreateUserPoolClientRequest{.userPoolId = m_bench->pool().userPoolId,
                                         .clientName = QStringLiteral("plain"),
                                         .explicitAuthFlows = QStringList{QStringLiteral("ALLOW_USER_PASSWORD_AUTH"),
                                                                          QStringLiteral("ALLOW_REFRESH_TOKEN_AUTH")}});
    QVERIFY(client);
    m_bench->open(m_bench->pool().userPoolId, *client->userPoolClient->clientId);
    m_bench->access().loadSettings();
    QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    QVERIFY(m_bench->addUser(user, password));
    m_page = std::make_unique<SignInPage>(m_bench->workspace());
    showActive(m_page.get());
    QCOMPARE(find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"))->currentIndex(), 1);
    m_bench->workspace().requestSignIn({.username = user, .password = password}, false);
    QCOMPARE(find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"))->currentIndex(), 1);
    click(QStringLiteral("signin.submit"));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->sessions().current(), 30'000);
}

QTEST_MAIN(TestChosenFlow)
#include "tst_chosenflow.moc"
