#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/why/troubles.h"
#include "ui/why/whybench.h"
#include "ui/why/whypage.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace poolscope;
using namespace poolscope::ui;

class TestWhyPage final : public WhyBench
{
    Q_OBJECT

private slots:
    void findsTheCause_data();
    void findsTheCause();
    void saysWhatCannotBeSeen();
    void aSettledPoolChangesTheJudgement();
    void aMovedClockChangesTheJudgement();
    void whatExpiredOnDemandIsNotCalledGood();
    void theSandboxKnowsWhatExpired();
    void theSandboxKnowsWhoIsLockedOut();
    void aLockOutComesAndGoes();
    void waitsForARepair();
    void offersSimilarUsers();
    void choosesAmongSeveral();
    void asksForOneUser();
    void leadsToTheNameThatSignsIn();
    void withoutCredentials();
    void refused();
    void refusedKeys();
    void wrongInput_data();
    void wrongInput();
    void cancels();
    void destroyedMidRequest();
    void keepsTheName();
    void isAskedFromElsewhere();

private:
    void tryWrongPassword(); // sunny's
};

void TestWhyPage::findsTheCause_data()
{
    QTest::addColumn<int>("index");
    const QList<Trouble> list = troubles();
    for (int i = 0; i < list.size(); ++i)
        QTest::newRow(list[i].name) << i;
}

void TestWhyPage::findsTheCause()
{
    QFETCH(int, index);
    const Trouble trouble = troubles().at(index);
    begin();
    const QString typed = trouble.make(*m_bench);
    showPage();
    search(typed);
    QTRY_COMPARE(causes(), trouble.causes);
    const Callout::Content content = finding(trouble.causes.first())->content();
    QStringList actions;
    for (const Callout::Action &action : content.actions)
        actions += action.id;
    QCOMPARE(actions, trouble.actions);
    QVERIFY(!content.title.contains(u'%') && !content.body.contains(u'%'));
    QTRY_VERIFY(saysSomewhere(typed));
}

void TestWhyPage::saysWhatCannotBeSeen()
{
    begin();
    m_bench->addUser(sunny, troublePassword);
    showPage(false); // nobody read the settings
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    QTRY_VERIFY(saysSomewhere(QStringLiteral("Wrong passwords")));
    QTRY_VERIFY(saysSomewhere(QStringLiteral("Second factors")));
    QTRY_VERIFY(saysSomewhere(QStringLiteral("The pool's settings")));
    QTRY_VERIFY(saysSomewhere(QStringLiteral("The app client's settings")));
    const Callout::Content content = finding(QStringLiteral("nothing"))->content();
    QVERIFY(content.title.contains(QStringLiteral("could not be read")));
    QVERIFY(!content.plainText().contains(QStringLiteral("app client allow")));
    QCOMPARE(content.tone, Tone::Neutral);
}

void TestWhyPage::aSettledPoolChangesTheJudgement()
{
    begin();
    openPool(*m_bench, {.poolName = QStringLiteral("Names")});
    addNamed(*m_bench, QStringLiteral("sunny"),
             {{QStringLiteral("email"), sunny}, {QStringLiteral("email_verified"), QStringLiteral("true")}});
    showPage(false);
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    m_bench->access().loadSettings();
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("not-a-name")});
}

void TestWhyPage::aMovedClockChangesTheJudgement()
{
    begin();
    addNamed(*m_bench, sunny, {{QStringLiteral("email"), sunny}}, {});
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-either")});
    m_bench->clock().setOffsetMs(31 * qint64(86'400'000));
    m_bench->access().announceClockJump();
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-expired")});
}

void TestWhyPage::whatExpiredOnDemandIsNotCalledGood()
{
    begin();
    addNamed(*m_bench, sunny, {{QStringLiteral("email"), sunny}}, {});
    std::optional<int> expired;
    m_bench->sandbox().expireProofs(m_bench->access().userPoolId(), sunny, sandbox::ProofKind::TemporaryPassword, this,
                                    [&expired](const Result<int> &count) { expired = count.value_or(0); });
    QTRY_VERIFY(expired == 1);
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-either")});
    const QString text = finding(QStringLiteral("temporary-either"))->content().plainText();
    QVERIFY2(text.contains(QStringLiteral("made to expire")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("at least")), qPrintable(text));
}

void TestWhyPage::theSandboxKnowsWhatExpired()
{
    begin();
    addNamed(*m_bench, sunny, {{QStringLiteral("email"), sunny}}, {});
    showPage();
    m_page->lookInto(m_bench->sandbox());
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-valid")});
    std::optional<int> expired;
    m_bench->sandbox().expireProofs(m_bench->access().userPoolId(), sunny, sandbox::ProofKind::TemporaryPassword, this,
                                    [&expired](const Result<int> &count) { expired = count.value_or(0); });
    QTRY_VERIFY(expired == 1);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-expired")}); // without being looked for again
    QVERIFY(finding(QStringLiteral("temporary-expired"))->content().title.startsWith(QStringLiteral("Cannot sign in")));
    QVERIFY(!saysSomewhere(QStringLiteral("good for")));

    press(QStringLiteral("resendInvitation"));
    confirm();
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-valid")});
    QCOMPARE(m_bench->sandbox().setClockOffset(8 * qint64(86'400'000)).has_value(), true);
    m_bench->clock().setOffsetMs(8 * qint64(86'400'000));
    m_bench->access().announceClockJump();
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-expired")});
}

void TestWhyPage::tryWrongPassword()
{
    const auto answer = m_bench->call(
        idp::InitiateAuthRequest{.authFlow = QStringLiteral("USER_PASSWORD_AUTH"),
                                 .authParameters = {{{QStringLiteral("USERNAME"), sunny},
                                                     {QStringLiteral("PASSWORD"), QStringLiteral("Wr0ng-password!")}}},
                                 .clientId = m_bench->access().clientId()});
    QCOMPARE(answer ? QString() : answer.error().code, QStringLiteral("NotAuthorizedException"));
}

void TestWhyPage::theSandboxKnowsWhoIsLockedOut()
{
    begin();
    QVERIFY(m_bench->addUser(sunny, troublePassword));
    showPage();
    m_page->lookInto(m_bench->sandbox());
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    QTRY_VERIFY(!saysSomewhere(QStringLiteral("the service tells nobody")));
    const auto moveTo = [this](qint64 seconds) {
        QCOMPARE(m_bench->sandbox().setClockOffset(seconds * 1'000).has_value(), true);
        m_bench->clock().setOffsetMs(seconds * 1'000);
        m_bench->access().announceClockJump();
    };
    for (int i = 0; i < 10; ++i) { // the tenth locks out for 32 seconds
        moveTo(i * 60);
        tryWrongPassword();
    }
    search(sunny);
    QTRY_COMPARE(causes().first(), QStringLiteral("locked-out"));
    const QString text = finding(QStringLiteral("locked-out"))->content().plainText();
    QVERIFY2(text.contains(QStringLiteral("even the right password")), qPrintable(text));
    QVERIFY(saysSomewhere(QStringLiteral("10 in a row")));
    moveTo(560);
    QTRY_COMPARE(causes().first(), QStringLiteral("locked-out")); // still, for some seconds
    press(QStringLiteral("endLockOut"));
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")}); // without being looked for again
    QVERIFY(outcome()->isVisible());
    QVERIFY(m_bench->signIn(sunny, troublePassword));
}

// Nobody tells the page of a wrong password, and nobody moves the clock.
void TestWhyPage::aLockOutComesAndGoes()
{
    begin();
    QVERIFY(m_bench->addUser(sunny, troublePassword));
    showPage();
    m_page->lookInto(m_bench->sandbox());
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    m_page->hide();
    for (int wrong = 1; wrong <= 7; ++wrong) { // the seventh locks out for 4 seconds
        QVERIFY(m_bench->sandbox().setClockOffset(wrong * 60'000));
        tryWrongPassword();
    }
    m_bench->clock().setOffsetMs(7 * 60'000);
    m_page->show();
    QTRY_COMPARE(causes().first(), QStringLiteral("locked-out"));
    QTRY_COMPARE_WITH_TIMEOUT(causes(), QStringList{QStringLiteral("nothing")}, 30'000);
}

// Asked for from another page while the answer to a repair is still on its way.
void TestWhyPage::waitsForARepair()
{
    begin();
    const QString rainy = QStringLiteral("rainy@example.com");
    signUpAt(*m_bench, rainy);
    m_bench->addUser(sunny, troublePassword);
    showPage();
    search(rainy);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    m_bench->sandbox().addFault(
        {.kind = sandbox::Fault::Kind::Delay, .delayMs = 1'000, .operations = {QStringLiteral("AdminConfirmSignUp")}});
    press(QStringLiteral("confirmSignUp"));
    confirm();
    m_bench->workspace().requestTrouble(sunny);
    auto *name = find<QLineEdit>(m_page.get(), QStringLiteral("why.name"));
    QCOMPARE(name->text(), rainy); // what stands below it is still about her
    QTRY_COMPARE(name->text(), sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    QVERIFY(outcome()->isVisible());
    QVERIFY2(outcome()->content().body.contains(rainy), qPrintable(outcome()->content().body));
}

void TestWhyPage::offersSimilarUsers()
{
    begin();
    m_bench->addUser(sunny, troublePassword);
    m_bench->addUser(QStringLiteral("rainy@example.com"), troublePassword);
    showPage();
    search(QStringLiteral("suny@example.com"));
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nobody")});
    auto *list = find<QListWidget>(m_page.get(), QStringLiteral("why.people"));
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().startsWith(sunny));
    list->setFocus();
    QCOMPARE(causes(), QStringList{QStringLiteral("nobody")}); // passing by chooses nobody
    ui::press(Qt::Key_Return);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
}

void TestWhyPage::choosesAmongSeveral()
{
    begin();
    openPool(*m_bench,
             {.poolName = QStringLiteral("Aliases"), .aliasAttributes = QStringList{QStringLiteral("email")}});
    addNamed(*m_bench, QStringLiteral("aaron"), {{QStringLiteral("email"), sunny}});
    addNamed(*m_bench, QStringLiteral("zoe"),
             {{QStringLiteral("email"), sunny}, {QStringLiteral("email_verified"), QStringLiteral("true")}});
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("alias-taken")});
    auto *list = find<QListWidget>(m_page.get(), QStringLiteral("why.people"));
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->count(), 2);
    list->setFocus();
    ui::press(Qt::Key_Down);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
}

void TestWhyPage::asksForOneUser()
{
    begin();
    openPool(*m_bench,
             {.poolName = QStringLiteral("Aliases"), .aliasAttributes = QStringList{QStringLiteral("email")}});
    addNamed(*m_bench, QStringLiteral("aaron"), {{QStringLiteral("email"), sunny}});
    addNamed(*m_bench, QStringLiteral("zoe"),
             {{QStringLiteral("email"), sunny}, {QStringLiteral("email_verified"), QStringLiteral("true")}});
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("alias-taken")});
    find<QPushButton>(m_page.get(), QStringLiteral("why.askOne"))->click();
    confirm();
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")}); // it leads to zoe
    QVERIFY(outcome()->content().title.contains(QStringLiteral("sunny@example.com (zoe)")));
    QVERIFY(!saysSomewhere(QStringLiteral("ListUsers does not tell them")));

    // It may cost to ask: looking at others and coming back loses nothing.
    auto *list = find<QListWidget>(m_page.get(), QStringLiteral("why.people"));
    const auto clickCurrent = [list] {
        const QPoint place = list->visualItemRect(list->currentItem()).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place);
    };
    clickCurrent();
    QVERIFY(outcome()->isVisible());
    QVERIFY(!saysSomewhere(QStringLiteral("ListUsers does not tell them")));
    const int zoe = list->currentRow();
    list->setCurrentRow(1 - zoe);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("alias-taken")});
    QVERIFY(!outcome()->isVisible());
    QTRY_VERIFY(saysSomewhere(QStringLiteral("ListUsers does not tell them"))); // of the other one
    list->setCurrentRow(zoe);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    QVERIFY(outcome()->isVisible());
    QTRY_VERIFY(!saysSomewhere(QStringLiteral("ListUsers does not tell them")));
}

void TestWhyPage::leadsToTheNameThatSignsIn()
{
    begin();
    openPool(*m_bench, {.poolName = QStringLiteral("Names")});
    addNamed(*m_bench, QStringLiteral("sunny"), {{QStringLiteral("email"), sunny}});
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("not-a-name")});
    QSignalSpy asked(&m_bench->workspace(), &Workspace::signInRequested);
    press(QStringLiteral("signInAs"));
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<auth::SignInForm>().username, QStringLiteral("sunny"));
}

void TestWhyPage::withoutCredentials()
{
    begin(ScreenBench::Service::Scripted);
    m_bench->useNoKeys();
    showPage(false);
    QVERIFY(callout()->isVisible()); // before anybody types
    QVERIFY(callout()->content().body.contains(QStringLiteral("AWS credentials")));
    QVERIFY(!find(m_page.get(), QStringLiteral("why.search"))->isEnabled());
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    m_page->lookFor(sunny);
    QVERIFY(callout()->isVisible());
    QSignalSpy asked(&m_bench->workspace(), &Workspace::pageRequested);
    press(QStringLiteral("signIn"));
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), QString(pages::SignIn));
    QCOMPARE(m_bench->server().requests().size(), 0);
    QCOMPARE(causes(), QStringList());
}

void TestWhyPage::refused()
{
    begin();
    showPage();
    const auto gone = m_bench->call(idp::DeleteUserPoolRequest{.userPoolId = m_bench->access().userPoolId()});
    QVERIFY(gone);
    search(sunny);
    QTRY_VERIFY(callout()->isVisible());
    QVERIFY(callout()->content().serviceWords.contains(QStringLiteral("ResourceNotFoundException")));
    QCOMPARE(causes(), QStringList());
    QSignalSpy asked(&m_bench->workspace(), &Workspace::connectionEditingRequested);
    press(QStringLiteral("editConnection"));
    QTRY_COMPARE(asked.size(), 1);
}

// What is wrong with AWS keys is said in words, and where they are entered.
void TestWhyPage::refusedKeys()
{
    begin(ScreenBench::Service::Scripted);
    showPage(false);
    m_bench->server().addError("UnrecognizedClientException", "The security token included in the request is invalid.");
    search(sunny);
    QTRY_VERIFY(callout()->isVisible());
    QCOMPARE(callout()->content().title, QStringLiteral("AWS does not know this access key."));
    QSignalSpy asked(&m_bench->workspace(), &Workspace::connectionEditingRequested);
    press(QStringLiteral("editConnection"));
    QTRY_COMPARE(asked.size(), 1);
}

void TestWhyPage::wrongInput_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << QStringLiteral("   ");
    QTest::newRow("too long") << QString(300, u'x');
}

void TestWhyPage::wrongInput()
{
    QFETCH(QString, typed);
    begin(ScreenBench::Service::Scripted);
    showPage(false);
    auto *field = find<QLineEdit>(m_page.get(), QStringLiteral("why.name"));
    field->setText(typed);
    find<QPushButton>(m_page.get(), QStringLiteral("why.search"))->click();
    QTRY_VERIFY(shownCallout(m_page.get()));
    QVERIFY(!callout()->isVisible()); // it stands at the field
    QCOMPARE(m_bench->server().requests().size(), 0);
    QTRY_COMPARE(QApplication::focusWidget(), field);
}

void TestWhyPage::cancels()
{
    begin();
    m_bench->addUser(sunny, troublePassword);
    showPage();
    auto *field = find<QLineEdit>(m_page.get(), QStringLiteral("why.name"));
    field->setText(sunny);
    find<QPushButton>(m_page.get(), QStringLiteral("why.search"))->click();
    auto *cancel = find<QPushButton>(m_page.get(), QStringLiteral("why.cancel"));
    QVERIFY(cancel->isVisible());
    cancel->click();
    QVERIFY(find(m_page.get(), QStringLiteral("why.search"))->isEnabled());
    QVERIFY(!cancel->isVisible());
    QVERIFY(m_bench->call(idp::ListUsersRequest{.userPoolId = m_bench->access().userPoolId()}));
    QCOMPARE(causes(), QStringList()); // nothing came after all
}

void TestWhyPage::destroyedMidRequest()
{
    begin();
    signUpAt(*m_bench, sunny);
    showPage();
    find<QLineEdit>(m_page.get(), QStringLiteral("why.name"))->setText(sunny);
    find<QPushButton>(m_page.get(), QStringLiteral("why.search"))->click();
    m_page.reset();
    QVERIFY(m_bench->call(idp::ListUsersRequest{.userPoolId = m_bench->access().userPoolId()}));
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    press(QStringLiteral("confirmSignUp"));
    confirm();
    m_page.reset();
    QVERIFY(m_bench->call(idp::ListUsersRequest{.userPoolId = m_bench->access().userPoolId()}));
}

void TestWhyPage::keepsTheName()
{
    begin(ScreenBench::Service::Scripted);
    showPage(false);
    find<QLineEdit>(m_page.get(), QStringLiteral("why.name"))->setText(sunny);
    m_page.reset();
    showPage(false);
    QCOMPARE(find<QLineEdit>(m_page.get(), QStringLiteral("why.name"))->text(), sunny);
    QCOMPARE(m_bench->server().requests().size(), 0);
}

void TestWhyPage::isAskedFromElsewhere()
{
    begin();
    signUpAt(*m_bench, sunny);
    showPage();
    QSignalSpy shown(&m_bench->workspace(), &Workspace::pageRequested);
    m_bench->workspace().requestTrouble(sunny);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown[0][0].toString(), QString(pages::Why));
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    QCOMPARE(find<QLineEdit>(m_page.get(), QStringLiteral("why.name"))->text(), sunny);
}

QTEST_MAIN(TestWhyPage)
#include "tst_whypage.moc"
