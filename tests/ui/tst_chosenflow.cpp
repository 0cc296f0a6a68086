#include "auth/poolsettings.h"
#include "ui/keyboard.h"
#include "ui/signinpagebench.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

// By which flow one signs in: the usual one, until somebody chooses another.
class TestChosenFlow final : public SignInPageBench
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void theFlowStays();
    void aChosenFlowIsNotOverruled();
    void theUsualFlowWhereOnlyThatIsAllowed();
};

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
