#include "app/bannerids.h"
#include "app/renewalwatch.h"
#include "auth/sessionrenewal.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/shell/banners.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;

// The banner about tokens that could not be refreshed, above the window's pages.
class TestRenewalWatch final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void onlyWhileTheWindowIsShown();
    void saysWhyAndLeadsOn();
    void aPassingFailureIsTriedAgain();
    void goesWithTheFailure();
    void goesWithTheConnection();
    void watchesTheNewOne();

private:
    void signIn(qint64 lifetimeSeconds);
    void watch();
    void failWith(const char *code, const char *message);
    Callout *banner() { return m_window->findChild<Callout *>(u"banner."_s + bannerids::Renewal); }
    bool isShown() { return m_window->banners()->isShown(bannerids::Renewal); }

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<auth::SessionRenewal> m_renewal;
    std::unique_ptr<RenewalWatch> m_watch;
};

void TestRenewalWatch::init()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Scripted);
    m_window = std::make_unique<MainWindow>(MainWindow::Parts());
    m_watch = std::make_unique<RenewalWatch>(*m_window);
}

void TestRenewalWatch::cleanup()
{
    m_renewal.reset();
    m_watch.reset();
    m_window.reset();
    m_bench.reset();
}

void TestRenewalWatch::signIn(qint64 lifetimeSeconds)
{
    const qint64 now = m_bench->clock().nowSeconds();
    const QString access = unsignedToken(
        "{'token_use':'access','username':'sunny','exp':" + QByteArray::number(now + lifetimeSeconds) + '}');
    idp::AuthenticationResultType tokens;
    tokens.accessToken = access;
    tokens.expiresIn = int(lifetimeSeconds);
    tokens.tokenType = u"Bearer"_s;
    tokens.refreshToken = u"refresh"_s;
    tokens.idToken = unsignedToken("{'email':'sunny@example.com'}");
    QVERIFY(m_bench->sessions().adopt(tokens, u"sunny"_s));
}

void TestRenewalWatch::watch()
{
    m_renewal = std::make_unique<auth::SessionRenewal>(m_bench->sessions(), m_bench->clock());
    m_watch->watch(*m_renewal, m_bench->workspace());
}

void TestRenewalWatch::failWith(const char *code, const char *message)
{
    showActive(m_window.get());
    signIn(3600);
    watch();
    m_bench->server().addError(code, message);
    m_bench->clock().setOffsetMs(3'590'000); // so shortly before the end it is refreshed
    m_renewal->judgeAgain();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(), 30'000);
}

void TestRenewalWatch::onlyWhileTheWindowIsShown()
{
    m_bench->answer(signedInAnswer("sunny", 7200));
    signIn(3600);
    watch();
    m_bench->clock().setOffsetMs(3'590'000);
    m_renewal->judgeAgain();
    // What was wrongly sent would stand before this one.
    m_bench->call(idp::GetUserRequest{.accessToken = u"t"_s});
    QCOMPARE(m_bench->server().requests().size(), 1);
    QCOMPARE(m_bench->operation(0), u"GetUser"_s);
    showActive(m_window.get());
    QTRY_COMPARE(m_bench->server().requests().size(), 2);
    QVERIFY(m_bench->body(1).contains("REFRESH_TOKEN"));
    QTRY_VERIFY(!m_bench->sessions().current()->isExpired());
    QVERIFY(!isShown());
}

void TestRenewalWatch::saysWhyAndLeadsOn()
{
    failWith("NotAuthorizedException", "Refresh Token has expired");
    const Callout::Content content = banner()->content();
    QVERIFY2(content.title.contains(u"sunny@example.com"), qPrintable(content.title));
    QVERIFY2(!content.body.isEmpty() && !content.body.contains(u"Refresh Token has expired"), qPrintable(content.body));
    QVERIFY2(content.serviceWords.contains(u"Refresh Token has expired"), qPrintable(content.serviceWords));
    QVERIFY(!content.guideId.isEmpty());
    QSignalSpy requested(&m_bench->workspace(), &Workspace::signInRequested);
    find<QAbstractButton>(banner(), u"calloutAction.signInInstead"_s)->click();
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].value<auth::SignInForm>().username, u"sunny"_s); // nothing says that names are addresses
    QCOMPARE(requested[0][1].toBool(), false);
}

void TestRenewalWatch::aPassingFailureIsTriedAgain()
{
    failWith("LimitExceededException", "Not now.");
    const Callout::Content content = banner()->content();
    QVERIFY2(content.whatToDo.contains(u"again in a minute"), qPrintable(content.whatToDo));
    QVERIFY(content.actions.isEmpty());
}

void TestRenewalWatch::goesWithTheFailure()
{
    failWith("LimitExceededException", "Not now.");
    signIn(7200);
    QTRY_VERIFY(!isShown());
}

void TestRenewalWatch::goesWithTheConnection()
{
    failWith("NotAuthorizedException", "Refresh Token has expired");
    m_renewal.reset(); // as when the connection is closed, with no other in its place
    QVERIFY(!isShown());
}

void TestRenewalWatch::watchesTheNewOne()
{
    failWith("NotAuthorizedException", "Refresh Token has expired");
    const std::unique_ptr<auth::SessionRenewal> before = std::move(m_renewal);
    watch();
    QVERIFY(!isShown());
    emit m_renewal->failed(u"rainy"_s, Error::validation(u"SignInNeeded"_s, u"Sign in."_s), false);
    QVERIFY(isShown());
    QVERIFY2(banner()->content().title.contains(u"rainy"), qPrintable(banner()->content().title));
}

QTEST_MAIN(TestRenewalWatch)
#include "tst_renewalwatch.moc"
