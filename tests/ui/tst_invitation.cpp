#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/sandbox/invitedialog.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/screenbench.h"
#include "ui/signup/signuppage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;

// From a sign-up that the pool does not allow to the invitation in its place.
class TestInvitation final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void offeredBeforeTheRefusal();
    void offeredAtTheRefusal();
    void notOfferedWhereThereIsNoSandboxPage();
    void offeredInTheEmptyList();

private:
    static QPushButton *offered(QWidget &page);

    std::unique_ptr<ScreenBench> m_bench;
};

void TestInvitation::init()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Sandbox);
    QVERIFY(m_bench->openPreset(u"invitation"_s));
}

QPushButton *TestInvitation::offered(QWidget &page)
{
    const auto buttons = page.findChildren<QPushButton *>(u"calloutAction.inviteUser"_s);
    const auto shown =
        std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *one) { return one->isVisible(); });
    return shown == buttons.cend() ? nullptr : *shown;
}

// With what was typed, whether the pool's names are addresses or not.
void TestInvitation::offeredBeforeTheRefusal()
{
    SignUpPage page(m_bench->workspace());
    SandboxPage other(m_bench->workspace(), m_bench->sandbox());
    page.resize(900, 700);
    showActive(&page);
    find<QLineEdit>(&page, u"signup.username"_s)->setText(u" sunny@example.com "_s);
    QTRY_VERIFY(offered(page));
    const QSignalSpy shown(&m_bench->workspace(), &Workspace::pageRequested);
    offered(page)->click();
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(shown[0][0].toString(), u"sandboxusers"_s);
    const QPointer<InviteDialog> dialog = other.findChild<InviteDialog *>();
    QVERIFY(dialog);
    QCOMPARE(find<QLineEdit>(dialog, u"invite.username"_s)->text(), u"sunny@example.com"_s);
    find<QPushButton>(dialog, u"invite.send"_s)->click();
    QTRY_VERIFY(!dialog);
    QCOMPARE(m_bench->newestMessage(u"sunny@example.com"_s).isInvitation, true);
}

void TestInvitation::offeredAtTheRefusal()
{
    SignUpPage page(m_bench->workspace());
    page.resize(900, 900);
    showActive(&page);
    find<QLineEdit>(&page, u"signup.username"_s)->setText(u"sunny@example.com"_s);
    find<QLineEdit>(&page, u"signup.password"_s)->setText(u"Correct-horse-7"_s);
    find<QPushButton>(&page, u"signup.submit"_s)->click();
    const auto atTheRefusal = [&]() -> Callout * {
        for (Callout *callout : page.findChildren<Callout *>()) {
            if (callout->isVisible() && callout->content().guideId == u"signup-closed")
                return callout;
        }
        return nullptr;
    };
    QTRY_VERIFY(atTheRefusal());
    const QSignalSpy asked(&m_bench->workspace(), &Workspace::invitationRequested);
    find<QPushButton>(atTheRefusal(), u"calloutAction.inviteUser"_s)->click();
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), u"sunny@example.com"_s);
}

void TestInvitation::notOfferedWhereThereIsNoSandboxPage()
{
    ScreenBench scripted(ScreenBench::Service::Scripted);
    SignUpPage page(scripted.workspace());
    page.resize(900, 700);
    showActive(&page);
    scripted.server().addError("NotAuthorizedException", "SignUp is not permitted for this user pool");
    find<QLineEdit>(&page, u"signup.username"_s)->setText(u"sunny@example.com"_s);
    find<QLineEdit>(&page, u"signup.password"_s)->setText(u"Correct-horse-7"_s);
    find<QPushButton>(&page, u"signup.submit"_s)->click();
    QTRY_VERIFY(shownCallout(&page) && shownCallout(&page)->content().guideId == u"signup-closed");
    QVERIFY(!offered(page));
}

void TestInvitation::offeredInTheEmptyList()
{
    SandboxPage page(m_bench->workspace(), m_bench->sandbox());
    page.resize(900, 900);
    showActive(&page);
    auto *invite = find<QPushButton>(&page, u"emptyAction.invite"_s);
    QVERIFY(invite);
    QTRY_VERIFY(invite->isVisible());
    invite->click();
    QTRY_VERIFY(page.findChild<InviteDialog *>());
}

QTEST_MAIN(TestInvitation)
#include "tst_invitation.moc"
