#include "auth/session.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/signinpagebench.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::ui;

// What is said of who has just been signed out.
class TestSessionsCard final : public SignInPageBench
{
    Q_OBJECT

private slots:
    void cleanup() { close(); }
    void aRefusedSignOutIsSaid_data();
    void aRefusedSignOutIsSaid();
};

void TestSessionsCard::aRefusedSignOutIsSaid_data()
{
    QTest::addColumn<bool>("others");
    QTest::newRow("until it is closed") << false;
    QTest::newRow("also where somebody signs in and out meanwhile") << true;
}

void TestSessionsCard::aRefusedSignOutIsSaid()
{
    QFETCH(bool, others);
    open(Service::Scripted);
    m_bench->answer(signedInAnswer("sunny"));
    enter(1);
    QTRY_VERIFY(m_bench->sessions().current());
    const QString name = m_bench->sessions().current()->displayName();
    m_bench->server().addError("InternalErrorException", "Something is wrong.");
    click(QStringLiteral("session.signOut.") + name);
    QTRY_VERIFY(m_bench->sessions().sessions().isEmpty());
    const auto *callout = shownCallout(m_page.get());
    QVERIFY(callout);
    QVERIFY2(callout->content().title.contains(u"was not revoked"), qPrintable(callout->content().title));
    const auto isSaid = [this] {
        const auto callouts = m_page->findChildren<Callout *>();
        return std::any_of(callouts.cbegin(), callouts.cend(), [](const Callout *one) {
            return one->isVisible() && one->content().title.contains(u"was not revoked");
        });
    };
    QVERIFY(isSaid());
    if (others) {
        m_bench->answer(signedInAnswer("rainy"));
        enter(1);
        QTRY_VERIFY(m_bench->sessions().current());
        QVERIFY(isSaid());
        m_bench->answer("{}");
        click(QStringLiteral("session.signOut.") + m_bench->sessions().current()->displayName());
        QTRY_VERIFY(m_bench->sessions().sessions().isEmpty());
        QVERIFY(isSaid());
    }
    callout->findChild<QAbstractButton *>(QStringLiteral("calloutClose"))->click();
    QTRY_VERIFY(!isSaid());
}

QTEST_MAIN(TestSessionsCard)
#include "tst_sessionscard.moc"
