#include "auth/session.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signin/signinpage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace poolscope;
using namespace poolscope::ui;
using Service = ScreenBench::Service;

namespace {

const QString user = QStringLiteral("sunny@example.com");
const QString password = QStringLiteral("Correct-horse-7");

} // namespace

// What is said of who has just been signed out.
class TestSessionsCard final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void aRefusedSignOutIsSaid_data();
    void aRefusedSignOutIsSaid();

private:
    void open(Service service);
    QLineEdit *edit(const QString &name) { return find<QLineEdit>(m_page.get(), name); }
    void fill(const QString &name, const QString &text);
    void click(const QString &name);
    void enter(int flow, const QString &name = user, const QString &word = password);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SignInPage> m_page;
};

void TestSessionsCard::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestSessionsCard::open(Service service)
{
    m_bench = std::make_unique<ScreenBench>(service);
    m_page = std::make_unique<SignInPage>(m_bench->workspace());
    m_page->resize(900, 700);
    showActive(m_page.get());
}

void TestSessionsCard::fill(const QString &name, const QString &text)
{
    QLineEdit *field = edit(name);
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

void TestSessionsCard::click(const QString &name)
{
    const auto isReady = [this, &name] {
        const auto *button = m_page->findChild<QAbstractButton *>(name);
        return button && button->isVisible() && button->isEnabled();
    };
    QTRY_VERIFY2(isReady(), qPrintable(name));
    m_page->findChild<QAbstractButton *>(name)->click();
}

void TestSessionsCard::enter(int flow, const QString &name, const QString &word)
{
    find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"))->setCurrentIndex(flow);
    fill(QStringLiteral("signin.username"), name);
    fill(QStringLiteral("signin.password"), word);
    press(Qt::Key_Return);
}

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
