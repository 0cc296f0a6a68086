#include "app/bannerids.h"
#include "app/sandboxnotices.h"
#include "sandbox/sandbox.h"
#include "support/signingkeys.h"
#include "ui/common/translations.h"
#include "ui/shell/banners.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace poolscope;
using sandbox::Fault;

namespace {

const QString &notice = bannerids::SandboxControls;
constexpr qint64 dayMs = 86'400'000;

} // namespace

// What stands above every page while the sandbox is not as a service would be.
class TestSandboxNotices final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingAtTheStart();
    void theClockAndBack();
    void faultsAndOff();
    void bothAtOnce();
    void onlyWhereTheSandboxIsUsed();
    void requestsThatMeetAFaultChangeNothing();
    void othersActionsAreLeftAlone();

private:
    QPushButton *button(const QString &action);
    QString text() const;

    ui::Translations m_translations;
    std::unique_ptr<sandbox::Sandbox> m_sandbox; // not started: what is turned belongs to it all the same
    std::unique_ptr<ui::Banners> m_banners;
    std::unique_ptr<SandboxNotices> m_notices;
};

void TestSandboxNotices::init()
{
    m_translations.install(QStringLiteral("en")); // for the plural forms
    m_sandbox = std::make_unique<sandbox::Sandbox>(sandbox::Options{.makeKey = poolscope::tests::sharedSigningKey});
    m_banners = std::make_unique<ui::Banners>();
    m_notices = std::make_unique<SandboxNotices>(*m_sandbox, *m_banners);
    m_notices->setShown(true);
}

void TestSandboxNotices::cleanup()
{
    m_notices.reset();
    m_banners.reset();
    m_sandbox.reset();
}

QPushButton *TestSandboxNotices::button(const QString &action)
{
    return m_banners->findChild<QPushButton *>(QStringLiteral("calloutAction.") + action);
}

QString TestSandboxNotices::text() const
{
    const auto *callout = m_banners->findChild<ui::Callout *>(QStringLiteral("banner.") + notice);
    return callout ? callout->content().plainText() : QString();
}

void TestSandboxNotices::nothingAtTheStart()
{
    QVERIFY(!m_banners->isShown(notice));
}

void TestSandboxNotices::theClockAndBack()
{
    QVERIFY(m_sandbox->setClockOffset(2 * dayMs));
    QTRY_VERIFY(m_banners->isShown(notice));
    QCOMPARE(text(), QStringLiteral("The sandbox's clock stands 2 days ahead of real time."));
    QVERIFY(!button(QStringLiteral("noFaults")));
    QVERIFY(m_sandbox->setClockOffset(-dayMs));
    QTRY_COMPARE(text(), QStringLiteral("The sandbox's clock stands 1 day behind real time."));
    button(QStringLiteral("realTime"))->click();
    QTRY_VERIFY(!m_banners->isShown(notice));
    QCOMPARE(m_sandbox->clock().offsetMs(), 0);
}

void TestSandboxNotices::faultsAndOff()
{
    m_sandbox->addFault({.kind = Fault::Kind::Cut, .operations = {QStringLiteral("SignUp")}});
    QTRY_VERIFY(m_banners->isShown(notice));
    QVERIFY2(text().contains(QStringLiteral("SignUp: connection cut")), qPrintable(text()));
    QVERIFY(!button(QStringLiteral("realTime")));
    button(QStringLiteral("noFaults"))->click();
    QTRY_VERIFY(!m_banners->isShown(notice));
    QVERIFY(m_sandbox->faults().isEmpty());
}

void TestSandboxNotices::bothAtOnce()
{
    QVERIFY(m_sandbox->setClockOffset(dayMs));
    m_sandbox->addFault({.kind = Fault::Kind::TooManyRequests});
    QTRY_VERIFY(button(QStringLiteral("noFaults")));
    QVERIFY2(
        text().startsWith(QStringLiteral("The sandbox's clock stands 1 day ahead of real time, and faults are on.")),
        qPrintable(text()));
    button(QStringLiteral("realTime"))->click();
    QTRY_COMPARE(m_sandbox->clock().offsetMs(), 0);
    QTRY_VERIFY(text().startsWith(QStringLiteral("Faults are on in the sandbox.")));
    QCOMPARE(m_sandbox->faults().size(), 1);
}

void TestSandboxNotices::onlyWhereTheSandboxIsUsed()
{
    QVERIFY(m_sandbox->setClockOffset(dayMs));
    QTRY_VERIFY(m_banners->isShown(notice));
    m_notices->setShown(false);
    QVERIFY(!m_banners->isShown(notice));
    m_notices->setShown(true); // it still stands there
    QVERIFY(m_banners->isShown(notice));
}

// A button that is pressed must not go from under the mouse because a program asks again.
void TestSandboxNotices::requestsThatMeetAFaultChangeNothing()
{
    m_sandbox->addFault({.kind = Fault::Kind::InternalError, .times = 5});
    QTRY_VERIFY(m_banners->isShown(notice));
    QVERIFY2(!text().contains(QStringLiteral("more time")), qPrintable(text()));
    const QPointer<QPushButton> off = button(QStringLiteral("noFaults"));
    QTest::mousePress(off, Qt::LeftButton);
    emit m_sandbox->faultsChanged(); // as after every request that met one
    QVERIFY(off);
    QTest::mouseRelease(off, Qt::LeftButton);
    QTRY_VERIFY(m_sandbox->faults().isEmpty());
}

void TestSandboxNotices::othersActionsAreLeftAlone()
{
    m_sandbox->addFault({.kind = Fault::Kind::Cut});
    QVERIFY(m_sandbox->setClockOffset(dayMs));
    emit m_banners->actionTriggered(QStringLiteral("keychain"), QStringLiteral("retry"));
    emit m_banners->actionTriggered(QStringLiteral("keychain"), QStringLiteral("noFaults"));
    QCOMPARE(m_sandbox->faults().size(), 1);
    QCOMPARE(m_sandbox->clock().offsetMs(), dayMs);
}

QTEST_MAIN(TestSandboxNotices)
#include "tst_sandboxnotices.moc"
