#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/why/troubles.h"
#include "ui/why/whybench.h"
#include "ui/why/whypage.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;

class TestWhyRepairs final : public WhyBench
{
    Q_OBJECT

private slots:
    void mends_data();
    void mends();
    void namesWhomItIsAbout();
    void setsAPassword();
    void keepsARefusedPassword();
    void stopsWaitingForAPassword();
    void doneStaysWhenTheNextLookFails();
    void cancelsARepair();
    void addressIsNotTakenForNobody();
    void readOnlyHandsOver();
    void productionWantsTheName();
};

void TestWhyRepairs::mends_data()
{
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QStringList>("then");
    const QStringList nothing{QStringLiteral("nothing")};
    const auto row = [](const char *name, const char *trouble, const char *action, const char *status,
                        const QStringList &then, const QString &user = sunny) {
        QTest::newRow(name) << QString::fromLatin1(trouble) << QString::fromLatin1(action) << user
                            << QString::fromLatin1(status) << then;
    };
    row("confirm", "not confirmed", "confirmSignUp", "CONFIRMED",
        {QStringLiteral("nothing"), QStringLiteral("no-verified-address")});
    row("send a code", "not confirmed", "resendCode", "UNCONFIRMED", {QStringLiteral("unconfirmed")});
    row("enable", "disabled", "enable", "CONFIRMED", nothing);
    row("invite again", "invitation expired", "resendInvitation", "FORCE_CHANGE_PASSWORD",
        {QStringLiteral("temporary-either")});
    row("send a reset code", "reset required", "startReset", "RESET_REQUIRED", {QStringLiteral("reset-required")});
    row("reset", "nothing wrong", "resetPassword", "RESET_REQUIRED", {QStringLiteral("reset-required")});
    row("verify", "address not verified as an alias", "verifyEmail", "CONFIRMED", nothing, QStringLiteral("sunny"));
    row("take the alias", "alias taken by another user", "moveEmail", "CONFIRMED", nothing, QStringLiteral("aaron"));
    row("allow SRP", "app client takes no passwords", "allowSrp", "CONFIRMED", nothing, QStringLiteral("sunny"));
    row("verify for resets", "no verified address", "verifyEmail", "CONFIRMED", nothing);
}

void TestWhyRepairs::mends()
{
    QFETCH(QString, trouble);
    QFETCH(QString, action);
    QFETCH(QString, name);
    QFETCH(QString, status);
    QFETCH(QStringList, then);
    const QList<Trouble> all = troubles();
    const auto one =
        std::find_if(all.cbegin(), all.cend(), [&](const Trouble &t) { return trouble == QLatin1StringView(t.name); });
    QVERIFY(one != all.cend());
    begin();
    const QString typed = one->make(*m_bench);
    showPage();
    search(typed);
    QTRY_COMPARE(causes(), one->causes);
    press(action);
    const QPointer<QWidget> dialog = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(dialog);
    find<QPushButton>(dialog, QStringLiteral("confirmCancel"))->click(); // nothing without a yes
    QTRY_VERIFY(!dialog);
    QVERIFY(!outcome()->isVisible());
    press(action);
    confirm();
    QTRY_VERIFY(outcome()->isVisible());
    QVERIFY2(outcome()->content().tone == Tone::Good, qPrintable(outcome()->content().plainText()));
    QVERIFY(outcome()->content().body.contains(sunny));
    QTRY_COMPARE(causes(), then);
    QVERIFY(outcome()->isVisible() && !callout()->isVisible());
    QCOMPARE(this->status(name), status);
    if (action == u"resendCode" || action == u"startReset")
        QVERIFY(m_bench->newestMessage(sunny).id != 0);
}

// Where names are addresses the service calls a user by the sub, which tells nobody who that is.
void TestWhyRepairs::namesWhomItIsAbout()
{
    begin();
    m_bench->addUser(sunny, troublePassword);
    const auto user =
        m_bench->call(idp::AdminGetUserRequest{.userPoolId = m_bench->access().userPoolId(), .username = sunny});
    QVERIFY(user && user->username && user->username != sunny);
    const QString name = QStringLiteral("%1 (%2)").arg(sunny, *user->username);
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    press(QStringLiteral("startReset"));
    QPointer<QWidget> dialog = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(dialog);
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(
        std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text().contains(name); }));
    find<QPushButton>(dialog, QStringLiteral("confirmButton"))->click();
    QTRY_VERIFY(outcome()->isVisible());
    QVERIFY(outcome()->content().body.contains(name));
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(find(m_page.get(), QStringLiteral("why.search"))->isEnabled()); // it was looked again
    dialog = askForAPassword(QStringLiteral("temporaryPassword"));
    QVERIFY(dialog);
    QVERIFY(dialog->windowTitle().contains(name));
}

void TestWhyRepairs::setsAPassword()
{
    begin();
    addNamed(*m_bench, sunny,
             {{QStringLiteral("email"), sunny}, {QStringLiteral("email_verified"), QStringLiteral("true")}}, {});
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-either")});
    const QPointer<QWidget> dialog = askForAPassword(QStringLiteral("lastingPassword"));
    QVERIFY(dialog);
    QCOMPARE(accessibilityFaults(dialog), QStringList());
    auto *set = find<QPushButton>(dialog, QStringLiteral("setPassword.set"));
    auto *field = find<QLineEdit>(dialog, QStringLiteral("setPassword.password"));
    auto *copy = find<QPushButton>(dialog, QStringLiteral("setPassword.copy"));
    QVERIFY(!set->isEnabled() && !copy->isVisible());
    find<QPushButton>(dialog, QStringLiteral("generatePassword"))->click();
    const QString password = field->text();
    QVERIFY(set->isEnabled() && !password.isEmpty());
    ui::press(Qt::Key_Return);
    // Nobody else has it: it can be read and copied until the dialog is closed.
    QTRY_VERIFY(copy->isVisible());
    QVERIFY(dialog->isVisible() && !set->isVisible());
    QCOMPARE(field->text(), password);
    QVERIFY(field->isReadOnly() && field->isVisible());
    QCOMPARE(QApplication::focusWidget(), copy);
    ui::press(Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), password);
    QCOMPARE(accessibilityFaults(dialog), QStringList());
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    QVERIFY(outcome()->content().body.contains(sunny));
    find<QPushButton>(dialog, QStringLiteral("setPassword.cancel"))->click();
    QTRY_VERIFY(!dialog);
    QVERIFY(m_bench->signIn(sunny, password));
    QVERIFY(!saysSomewhere(password));
    QGuiApplication::clipboard()->clear();
}

void TestWhyRepairs::keepsARefusedPassword()
{
    begin();
    m_bench->addUser(sunny, troublePassword);
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    const QPointer<QWidget> dialog = askForAPassword(QStringLiteral("temporaryPassword"));
    QVERIFY(dialog);
    type(QStringLiteral("Ab1!x"));
    auto *set = find<QPushButton>(dialog, QStringLiteral("setPassword.set"));
    QVERIFY(set->isEnabled()); // the service judges, and says so
    set->click();
    QTRY_VERIFY(shownCallout(dialog));
    const Callout *refused = shownCallout(dialog);
    QCOMPARE(refused->content().tone, Tone::Bad);
    QVERIFY(!refused->content().plainText().contains(u"Ab1!x"));
    auto *field = find<QLineEdit>(dialog, QStringLiteral("setPassword.password"));
    QCOMPARE(field->text(), QStringLiteral("Ab1!x"));
    QCOMPARE(QApplication::focusWidget(), field);
    QVERIFY(!outcome()->isVisible());
    field->setText(troublePassword + u'x');
    QVERIFY(!shownCallout(dialog));
    ui::press(Qt::Key_Return);
    QTRY_COMPARE(status(sunny), QStringLiteral("FORCE_CHANGE_PASSWORD"));
    QTRY_VERIFY(outcome()->isVisible());
    QCOMPARE(outcome()->content().tone, Tone::Good);
}

void TestWhyRepairs::stopsWaitingForAPassword()
{
    begin(ScreenBench::Service::Scripted);
    answerSearch("true");
    m_bench->server().addSilence();
    answerSearch("true");
    showPage(false);
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    const QPointer<QWidget> dialog = askForAPassword(QStringLiteral("temporaryPassword"));
    QVERIFY(dialog);
    type(troublePassword);
    ui::press(Qt::Key_Return);
    auto *set = find<QPushButton>(dialog, QStringLiteral("setPassword.set"));
    QVERIFY(!set->isEnabled());
    QTRY_COMPARE(m_bench->server().requests().size(), 4);
    QCOMPARE(m_bench->operation(3), QStringLiteral("AdminSetUserPassword"));
    ui::press(Qt::Key_Escape); // of the request, not of what was typed
    QVERIFY(dialog->isVisible() && set->isEnabled());
    QCOMPARE(find<QLineEdit>(dialog, QStringLiteral("setPassword.password"))->text(), troublePassword);
    QVERIFY(shownCallout(dialog)->content().title.contains(QStringLiteral("nobody knows")));
    QTRY_COMPARE(m_bench->server().requests().size(), 7); // it may have been set
    QVERIFY(!outcome()->isVisible());
    ui::press(Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

// What was done stays done, and what was found before it counts no more.
void TestWhyRepairs::doneStaysWhenTheNextLookFails()
{
    begin(ScreenBench::Service::Scripted);
    answerSearch("false");
    m_bench->answer("{}");
    m_bench->server().addError("NotAuthorizedException", "Not now.");
    showPage(false);
    search(sunny);
    QTRY_COMPARE(causes().value(0), QStringLiteral("disabled"));
    press(QStringLiteral("enable"));
    confirm();
    QTRY_VERIFY(callout()->isVisible());
    QVERIFY(outcome()->isVisible());
    QCOMPARE(outcome()->content().tone, Tone::Good);
    QVERIFY(outcome()->content().body.contains(sunny));
    QVERIFY(callout()->content().title.contains(QStringLiteral("could not be looked at again")));
    QVERIFY(callout()->content().serviceWords.contains(QStringLiteral("Not now.")));
    QCOMPARE(causes(), QStringList());
    QVERIFY(!m_page->findChild<QPushButton *>(QStringLiteral("calloutAction.enable")));
    answerSearch("true");
    press(QStringLiteral("lookAgain"));
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    QVERIFY(!callout()->isVisible());
    QVERIFY(outcome()->isVisible());
}

void TestWhyRepairs::cancelsARepair()
{
    begin(ScreenBench::Service::Scripted);
    const QByteArray other = listed("false").replace("7d8e2c1a", "aaaaaaaa");
    m_bench->answer(listed("false"));
    m_bench->answer(other);
    m_bench->answer("{'Users':[]}");
    m_bench->server().addSilence();
    answerSearch("true");
    showPage(false);
    search(sunny);
    QTRY_COMPARE(causes().value(0), QStringLiteral("disabled"));
    auto *list = find(m_page.get(), QStringLiteral("why.people"));
    QVERIFY(list->isVisible() && list->isEnabled());
    press(QStringLiteral("enable"));
    confirm();
    auto *cancel = find<QPushButton>(m_page.get(), QStringLiteral("why.cancel"));
    QTRY_COMPARE(m_bench->server().requests().size(), 4);
    QVERIFY(cancel->isVisible());
    QVERIFY(!list->isEnabled()); // "Done" must not stand above somebody else
    cancel->click();
    QVERIFY(outcome()->isVisible());
    QCOMPARE(outcome()->content().tone, Tone::Caution);
    QVERIFY(outcome()->content().body.contains(QStringLiteral("sunny@example.com (7d8e2c1a)")));
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")}); // it was done after all
    QVERIFY(outcome()->isVisible());
}

// Found a while ago, and not as it was any more: the one who has the address keeps it.
void TestWhyRepairs::addressIsNotTakenForNobody()
{
    const QList<Trouble> all = troubles();
    const auto taken = std::find_if(all.cbegin(), all.cend(), [](const Trouble &t) {
        return QLatin1StringView(t.name) == "alias taken by another user"_L1;
    });
    QVERIFY(taken != all.cend());
    begin();
    const QString typed = taken->make(*m_bench);
    showPage();
    search(typed);
    QTRY_COMPARE(causes(), taken->causes);
    const QString pool = m_bench->access().userPoolId();
    QVERIFY(m_bench->call(idp::AdminDeleteUserRequest{.userPoolId = pool, .username = QStringLiteral("aaron")}));
    press(QStringLiteral("moveEmail"));
    confirm();
    QTRY_VERIFY(outcome()->isVisible());
    QCOMPARE(outcome()->content().tone, Tone::Bad);
    const auto owner = m_bench->call(idp::AdminGetUserRequest{.userPoolId = pool, .username = typed}); // by the alias
    QVERIFY(owner);
    QCOMPARE(owner->username, QStringLiteral("zoe"));
}

void TestWhyRepairs::readOnlyHandsOver()
{
    begin();
    signUpAt(*m_bench, sunny);
    m_bench->reopen([](profiles::Connection &connection) { connection.readOnly = true; });
    showPage(false);
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    auto *button = m_page->findChild<QPushButton *>(QStringLiteral("calloutAction.confirmSignUp"));
    QVERIFY(button);
    QVERIFY(!button->isEnabled());
    QTRY_VERIFY(saysSomewhere(QStringLiteral("read-only")));
}

void TestWhyRepairs::productionWantsTheName()
{
    begin();
    m_bench->addUser(sunny, troublePassword);
    m_bench->reopen(
        [](profiles::Connection &connection) { connection.environment = profiles::Environment::Production; });
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    press(QStringLiteral("resetPassword"));
    const QPointer<QWidget> dialog = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(dialog);
    QVERIFY(!find<QPushButton>(dialog, QStringLiteral("confirmButton"))->isEnabled());
    find<QLineEdit>(dialog, QStringLiteral("confirmName"))->setText(m_bench->access().connection().name);
    find<QPushButton>(dialog, QStringLiteral("confirmButton"))->click();
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("reset-required")});
}

QTEST_MAIN(TestWhyRepairs)
#include "tst_whyrepairs.moc"
