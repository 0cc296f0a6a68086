#include "auth/session.h"
#include "auth/signinflow.h"
#include "ui/common/callout.h"
#include "ui/common/chip.h"
#include "ui/common/monotextview.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/tokens/tokenspage.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::ui;

// A session's refresh token is explained, whatever the service makes of it, and never judged.
class TestRefreshTokens final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void isExplained_data();
    void isExplained();
    void endedSessionNamesWhoSignsIn();

private:
    void openWith(const QString &refreshToken);
    const Chip *verdict() const;

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<TokensPage> m_page;
};

void TestRefreshTokens::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestRefreshTokens::openWith(const QString &refreshToken)
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Scripted);
    QByteArray answer = signedInAnswer("sunny");
    m_bench->answer(answer.replace("'RefreshToken':'refresh'", "'RefreshToken':'" + refreshToken.toLatin1() + "'"));
    auth::SignInFlow flow(&m_bench->access(), &m_bench->sessions());
    flow.start({.username = QStringLiteral("sunny"),
                .password = QStringLiteral("Correct-horse-7"),
                .flow = QStringLiteral("USER_PASSWORD_AUTH")});
    QTRY_VERIFY(m_bench->sessions().current());
    QCOMPARE(m_bench->sessions().current()->tokens().refreshToken, refreshToken);
    m_page = std::make_unique<TokensPage>(m_bench->workspace());
    m_page->resize(1100, 700);
    showActive(m_page.get());
    QTRY_VERIFY(verdict()); // on the ID token
}

const Chip *TestRefreshTokens::verdict() const
{
    return m_page->findChild<Chip *>(QStringLiteral("verdict"));
}

void TestRefreshTokens::isExplained_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("readable");
    QTest::newRow("a signed JWT without token_use, expired")
        << unsignedToken("{'cognito:username':'sunny','email':'sunny@example.com','iat':1700000000,'exp':1700003600}")
        << "for its service alone" << true;
    QTest::newRow("an opaque text") << "3f1d4b0a-7d0d-4d0e-9d2b-refresh"
                                    << "Only the service knows what this token stands for" << false;
    QTest::newRow("a JWE") << "eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.YWJj.ZGVm.Z2hp.amts"
                           << "Only the service can read this token" << false;
}

void TestRefreshTokens::isExplained()
{
    QFETCH(QString, token);
    QFETCH(QString, words);
    QFETCH(bool, readable);
    openWith(token);
    auto *source = find<QPushButton>(m_page.get(), QStringLiteral("tokenSource.refresh"));
    source->click();
    const auto *bytes = find<MonoTextView>(m_page.get(), QStringLiteral("tokenBytes"));
    QTRY_COMPARE(bytes->text(), token);
    const auto isSaid = [this](const QString &text) {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    };
    QVERIFY(isSaid(words));
    QCOMPARE(find<QTreeView>(m_page.get(), QStringLiteral("claims"))->isVisible(), readable);
    QVERIFY(!verdict());
    // Neither as time passes nor when keys come.
    m_bench->clock().setOffsetMs(2LL * 3600 * 1000);
    m_page->hide();
    showActive(m_page.get()); // looks at the clock at once
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(!verdict());
    find<QPushButton>(m_page.get(), QStringLiteral("tokenSource.access"))->click();
    QTRY_VERIFY(verdict());
    QVERIFY(!isSaid(words));
}

// People know an e-mail address better than a user name; it may not be what the pool takes.
void TestRefreshTokens::endedSessionNamesWhoSignsIn()
{
    const QString name = QStringLiteral("sunny");
    const QString password = QStringLiteral("Correct-horse-7");
    const QString email = QStringLiteral("sunny@example.com");
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Sandbox);
    QVERIFY(m_bench->openPreset(QStringLiteral("alias")));
    const QString pool = m_bench->access().userPoolId();
    QVERIFY(m_bench->call(
        idp::AdminCreateUserRequest{.userPoolId = pool,
                                    .username = name,
                                    .userAttributes = {{{.name = QStringLiteral("email"), .value = email}}},
                                    .messageAction = QStringLiteral("SUPPRESS")}));
    QVERIFY(m_bench->call(idp::AdminSetUserPasswordRequest{
        .userPoolId = pool, .username = name, .password = password, .permanent = true}));
    QVERIFY(m_bench->signIn(name, password));
    QCOMPARE(m_bench->sessions().current()->displayName(), email);
    QVERIFY(m_bench->call(idp::AdminUserGlobalSignOutRequest{.userPoolId = pool, .username = name}));
    m_page = std::make_unique<TokensPage>(m_bench->workspace());
    showActive(m_page.get());
    QSignalSpy requested(&m_bench->workspace(), &Workspace::signInRequested);
    find<QPushButton>(m_page.get(), QStringLiteral("tokens.refresh"))->click();
    QPushButton *signIn = nullptr;
    QTRY_VERIFY((signIn = m_page->findChild<QPushButton *>(QStringLiteral("calloutAction.signInInstead"))));
    signIn->click();
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<auth::SignInForm>().username, name);
}

QTEST_MAIN(TestRefreshTokens)
#include "tst_refreshtokens.moc"
