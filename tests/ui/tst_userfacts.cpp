#include "app/sandboxuserfacts.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signin/signinpage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;

namespace {

const QString user = u"sunny@example.com"_s;
const QString password = u"Correct-horse-7"_s;

} // namespace

// A refused sign-in on the sandbox: the service hides what the sandbox knows.
class TestUserFacts final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsWhatTheServiceHides_data();
    void tellsWhatTheServiceHides();
    void tellsOfTheLockOut();
    void theOneThatLocksOutSaysSo();
    void theFieldKeepsItsFocus();
    void nobodyTellsOfASub();
    void pageGoneBeforeTheAnswer();

private:
    void tryToSignIn(const QString &name, const QString &with);
    void askSomethingElse(); // whose answer comes after those that were asked for before
    Callout::Content said() const;

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SandboxUserFacts> m_facts;
    std::unique_ptr<SignInPage> m_page;
};

void TestUserFacts::init()
{
    m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Sandbox);
    m_bench->access().loadSettings();
    QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    QVERIFY(m_bench->addUser(user, password));
    m_facts = std::make_unique<SandboxUserFacts>(m_bench->sandbox());
    m_bench->workspace().setUserFacts(m_facts.get());
    m_page = std::make_unique<SignInPage>(m_bench->workspace());
    m_page->resize(900, 800);
    showActive(m_page.get());
}

void TestUserFacts::cleanup()
{
    m_page.reset();
    m_bench.reset();
    m_facts.reset();
}

void TestUserFacts::tryToSignIn(const QString &name, const QString &with)
{
    find<QLineEdit>(m_page.get(), u"signin.username"_s)->setText(name);
    find<QLineEdit>(m_page.get(), u"signin.password"_s)->setText(with);
    find<QComboBox>(m_page.get(), u"signin.flow"_s)->setCurrentIndex(1);
    auto *submit = find<QPushButton>(m_page.get(), u"signin.submit"_s);
    QTRY_VERIFY(submit->isEnabled());
    submit->click();
    QTRY_VERIFY(shownCallout(m_page.get()));
}

void TestUserFacts::askSomethingElse()
{
    bool answered = false;
    m_bench->sandbox().messages(this, [&answered](const Result<QList<sandbox::Message>> &) { answered = true; });
    QTRY_VERIFY(answered);
}

Callout::Content TestUserFacts::said() const
{
    return shownCallout(m_page.get()) ? shownCallout(m_page.get())->content() : Callout::Content();
}

void TestUserFacts::tellsWhatTheServiceHides_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("guideId");
    QTest::addColumn<QString>("words");
    QTest::newRow("nobody") << u"suny@example.com"_s << u"incorrect-nobody"_s << u"no user of that name"_s;
    QTest::newRow("somebody") << user << u"incorrect-known"_s << u"1 wrong in a row"_s;
}

void TestUserFacts::tellsWhatTheServiceHides()
{
    QFETCH(QString, name);
    QFETCH(QString, guideId);
    QFETCH(QString, words);
    tryToSignIn(name, u"Wr0ng-password!"_s);
    QTRY_COMPARE(said().guideId, guideId);
    QVERIFY2(said().plainText().contains(words), qPrintable(said().plainText()));
    QCOMPARE(said().serviceWords, u"NotAuthorizedException · Incorrect username or password."_s); // as it was answered
}

void TestUserFacts::tellsOfTheLockOut()
{
    for (int i = 1; i <= 8; ++i) {
        QVERIFY(m_bench->sandbox().setClockOffset(i * 60'000));
        m_bench->call(
            idp::InitiateAuthRequest{.authFlow = u"USER_PASSWORD_AUTH"_s,
                                     .authParameters = {{{u"USERNAME"_s, user}, {u"PASSWORD"_s, u"Wr0ng-password!"_s}}},
                                     .clientId = m_bench->access().clientId()});
    }
    tryToSignIn(user, password);
    QCOMPARE(said().guideId, u"locked-out"_s);
    QTRY_VERIFY(said().body.contains(u"After 8 wrong passwords in a row the user is locked out until "));
    m_page->hide();
    m_page->show();
    QVERIFY(!shownCallout(m_page.get())); // it may be over by now
}

void TestUserFacts::theOneThatLocksOutSaysSo()
{
    for (int i = 1; i <= 8; ++i) {
        QVERIFY(m_bench->sandbox().setClockOffset(i * 60'000));
        tryToSignIn(user, u"Wr0ng-password!"_s);
        QTRY_COMPARE(said().guideId, i < 5 ? u"incorrect-known"_s : u"incorrect-locks"_s);
    }
    QVERIFY2(said().body.contains(u"8 were wrong in a row: until "), qPrintable(said().plainText()));
}

// What comes a little later stands where the first words stood, and takes nothing away from who is typing.
void TestUserFacts::theFieldKeepsItsFocus()
{
    tryToSignIn(u"suny@example.com"_s, password);
    auto *name = find<QLineEdit>(m_page.get(), u"signin.username"_s);
    name->setFocus();
    QTRY_COMPARE(said().guideId, u"incorrect-nobody"_s);
    QVERIFY(name->hasFocus());
}

void TestUserFacts::nobodyTellsOfASub()
{
    tryToSignIn(u"5f0c0000-0000-4000-8000-000000000001"_s, password);
    askSomethingElse();
    QCOMPARE(said().guideId, u"incorrect-hidden"_s);
}

void TestUserFacts::pageGoneBeforeTheAnswer()
{
    tryToSignIn(user, u"Wr0ng-password!"_s);
    m_page.reset();
    askSomethingElse();
}

QTEST_MAIN(TestUserFacts)
#include "tst_userfacts.moc"
