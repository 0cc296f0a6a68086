#include "auth/sessionmanager.h"
#include "auth/userpoolaccess.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/why/troubles.h"
#include "ui/why/whypage.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

namespace {

const QString sunny = QStringLiteral("sunny@example.com");

} // namespace

class TestWhyPage final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bench.reset(); }
    void cleanup();
    void findsTheCause_data();
    void findsTheCause();
    void mends_data();
    void mends();
    void setsAPassword();
    void saysWhatCannotBeSeen();
    void offersSimilarUsers();
    void choosesAmongSeveral();
    void asksForOneUser();
    void aSettledPoolChangesTheJudgement();
    void withoutCredentials();
    void refused();
    void wrongInput_data();
    void wrongInput();
    void readOnlyHandsOver();
    void productionWantsTheName();
    void cancels();
    void destroyedMidRequest();
    void noFaults_data();
    void noFaults();
    void tabOrder();

private:
    void begin(ScreenBench::Service service = ScreenBench::Service::Sandbox);
    void showPage(bool withSettings = true);
    void search(const QString &name);
    QStringList causes() const;
    Callout *finding(const QString &cause) const;
    Callout *callout() const { return m_page->findChild<Callout *>(QStringLiteral("why.callout")); }
    void press(const QString &action);
    void confirm();
    QString status(const QString &name);
    bool saysSomewhere(const QString &text) const;

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<WhyPage> m_page;
};

void TestWhyPage::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void TestWhyPage::begin(ScreenBench::Service service)
{
    m_bench = std::make_unique<ScreenBench>(service);
}

void TestWhyPage::showPage(bool withSettings)
{
    if (withSettings) {
        m_bench->access().loadSettings();
        QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    }
    m_page = std::make_unique<WhyPage>(m_bench->workspace());
    m_page->resize(900, 900);
    showActive(m_page.get());
}

void TestWhyPage::search(const QString &name)
{
    auto *field = find<QLineEdit>(m_page.get(), QStringLiteral("why.name"));
    field->setFocus();
    field->selectAll();
    type(name);
    ui::press(Qt::Key_Return);
    QTRY_VERIFY(find(m_page.get(), QStringLiteral("why.search"))->isEnabled());
}

QStringList TestWhyPage::causes() const
{
    QStringList list;
    const auto callouts = m_page->findChildren<Callout *>();
    for (const Callout *one : callouts) {
        if (one->objectName().startsWith(u"why.finding."))
            list += one->objectName().mid(12);
    }
    return list;
}

Callout *TestWhyPage::finding(const QString &cause) const
{
    return m_page->findChild<Callout *>(QStringLiteral("why.finding.") + cause);
}

void TestWhyPage::press(const QString &action)
{
    auto *button = m_page->findChild<QPushButton *>(QStringLiteral("calloutAction.") + action);
    QVERIFY2(button, qPrintable(action));
    button->click();
}

void TestWhyPage::confirm()
{
    const QPointer<QWidget> dialog = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(dialog);
    find<QPushButton>(dialog, QStringLiteral("confirmButton"))->click();
    QTRY_VERIFY(!dialog);
}

QString TestWhyPage::status(const QString &name)
{
    const auto user =
        m_bench->call(idp::AdminGetUserRequest{.userPoolId = m_bench->access().userPoolId(), .username = name});
    return user ? user->userStatus.value_or(QString()) : user.error().code;
}

bool TestWhyPage::saysSomewhere(const QString &text) const
{
    const auto labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
        return label->isVisibleTo(m_page.get()) && label->text().contains(text);
    });
}

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

void TestWhyPage::mends_data()
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
    row("verify for resets", "no verified address", "verifyEmail", "CONFIRMED", nothing);
}

void TestWhyPage::mends()
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
    QVERIFY(!callout()->isVisible());
    press(action);
    confirm();
    QTRY_VERIFY(callout()->isVisible());
    QVERIFY2(callout()->content().tone == Tone::Good, qPrintable(callout()->content().plainText()));
    QTRY_COMPARE(causes(), then);
    QCOMPARE(this->status(name), status);
    if (action == u"resendCode" || action == u"startReset")
        QVERIFY(m_bench->newestMessage(sunny).id != 0);
}

void TestWhyPage::setsAPassword()
{
    begin();
    addNamed(*m_bench, sunny,
             {{QStringLiteral("email"), sunny}, {QStringLiteral("email_verified"), QStringLiteral("true")}}, {});
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("temporary-valid")});
    press(QStringLiteral("lastingPassword"));
    QPointer<QWidget> dialog = openDialog(QStringLiteral("setPasswordDialog"));
    QVERIFY(dialog);
    QCOMPARE(accessibilityFaults(dialog), QStringList());
    auto *set = find<QPushButton>(dialog, QStringLiteral("setPassword.set"));
    QVERIFY(!set->isEnabled());
    find(dialog, QStringLiteral("setPassword.password"))->setFocus();
    type(QStringLiteral("Ab1!x"));
    QVERIFY(set->isEnabled()); // the service judges, and says so
    set->click();
    QTRY_VERIFY(callout()->isVisible());
    QCOMPARE(callout()->content().tone, Tone::Bad);
    QVERIFY(!callout()->content().plainText().contains(u"Ab1!x"));
    press(QStringLiteral("lastingPassword"));
    dialog = openDialog(QStringLiteral("setPasswordDialog"));
    QVERIFY(dialog);
    find(dialog, QStringLiteral("setPassword.password"))->setFocus();
    type(troublePassword);
    ui::press(Qt::Key_Return);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nothing")});
    QVERIFY(m_bench->signIn(sunny, troublePassword));
    QVERIFY(!saysSomewhere(troublePassword));
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
    QVERIFY(callout()->content().title.contains(u"zoe"));
    QVERIFY(!saysSomewhere(QStringLiteral("ListUsers does not tell them")));
}

void TestWhyPage::withoutCredentials()
{
    begin(ScreenBench::Service::Scripted);
    m_bench->useNoKeys();
    showPage(false);
    search(sunny);
    QTRY_VERIFY(callout()->isVisible());
    QVERIFY(callout()->content().title.contains(QStringLiteral("no AWS credentials")));
    QVERIFY(callout()->content().body.contains(QStringLiteral("Nothing was sent")));
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

void TestWhyPage::readOnlyHandsOver()
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

void TestWhyPage::productionWantsTheName()
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

void TestWhyPage::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestWhyPage::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    begin();
    signUpAt(*m_bench, sunny);
    showPage();
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    search(QStringLiteral("suny@example.com"));
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("nobody")});
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
}

void TestWhyPage::tabOrder()
{
    begin();
    signUpAt(*m_bench, sunny);
    showPage();
    search(sunny);
    QTRY_COMPARE(causes(), QStringList{QStringLiteral("unconfirmed")});
    QStringList stops = tabStops(m_page.get());
    const QStringList wanted{QStringLiteral("why.name"), QStringLiteral("why.search"),
                             QStringLiteral("calloutAction.resendCode"), QStringLiteral("calloutAction.confirmSignUp"),
                             QStringLiteral("why.askOne")};
    stops.removeIf([&wanted](const QString &name) { return !wanted.contains(name); });
    std::rotate(stops.begin(), std::find(stops.begin(), stops.end(), wanted.first()), stops.end());
    QCOMPARE(stops, wanted);
}

QTEST_MAIN(TestWhyPage)
#include "tst_whypage.moc"
