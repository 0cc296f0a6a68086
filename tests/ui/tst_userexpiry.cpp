#include "auth/session.h"
#include "auth/sessionmanager.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/sandbox/sandboxpage.h"
#include "ui/screenbench.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

namespace {

const QString user = QStringLiteral("sunny@example.com");
const QString password = QStringLiteral("Correct-horse-7");

} // namespace

// What time ends of a user, made to expire by itself from the list of users.
class TestUserExpiry final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_bench = std::make_unique<ScreenBench>(ScreenBench::Service::Sandbox); }
    void cleanup();
    void offersOnlyWhatThereIs();
    void aCode();
    void aRefreshToken();
    void aTemporaryPassword();
    void tellsThatTheUserIsGone();
    void tellsThatItCannotBeTold();
    void destroyedWhileItAsks();
    void noFaults_data();
    void noFaults();

private:
    void showPage();
    void invite();
    QPushButton *button() { return find<QPushButton>(m_page.get(), QStringLiteral("users.expire")); }
    QAction *action(const QString &kind)
    {
        return m_page->findChild<QAction *>(QStringLiteral("users.expire.") + kind);
    }
    void expire(const QString &kind);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SandboxPage> m_page;
};

void TestUserExpiry::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

// With the one user chosen.
void TestUserExpiry::showPage()
{
    m_page = std::make_unique<SandboxPage>(m_bench->workspace(), m_bench->sandbox());
    m_page->resize(900, 700);
    showActive(m_page.get());
    QVERIFY(!button()->isEnabled());
    auto *table = find<QTableView>(m_page.get(), QStringLiteral("users.table"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->selectRow(0);
    QVERIFY(button()->isEnabled());
}

void TestUserExpiry::invite()
{
    QVERIFY(m_bench->call(idp::AdminCreateUserRequest{.userPoolId = m_bench->access().userPoolId(),
                                                      .username = user,
                                                      .temporaryPassword = password,
                                                      .messageAction = QStringLiteral("SUPPRESS")}));
}

void TestUserExpiry::expire(const QString &kind)
{
    QTRY_VERIFY(action(kind)->isEnabled());
    action(kind)->trigger();
    QTRY_VERIFY(!action(kind)->isEnabled());
    QTRY_VERIFY(shownCallout(m_page.get()));
    QCOMPARE(shownCallout(m_page.get())->content().tone, Tone::Good);
    QVERIFY(shownCallout(m_page.get())->content().title.contains(user)); // not the user name, which is a sub
}

void TestUserExpiry::offersOnlyWhatThereIs()
{
    QVERIFY(m_bench->addUser(user, password));
    showPage();
    emit button()->menu()->aboutToShow();
    QVERIFY(m_bench->signIn(user, password));
    for (const char *kind : {"codes", "sessions", "temporaryPassword", "refreshTokens", "lockOut"})
        QVERIFY2(!action(QLatin1StringView(kind))->isEnabled(), kind);
    emit button()->menu()->aboutToShow(); // asks anew
    QTRY_VERIFY(action(QStringLiteral("refreshTokens"))->isEnabled());
    QVERIFY(action(QStringLiteral("refreshTokens"))->text().contains(u'1'));
    QVERIFY(!action(QStringLiteral("codes"))->isEnabled());
}

void TestUserExpiry::aCode()
{
    const QString clientId = m_bench->pool().clientId;
    QVERIFY(m_bench->call(idp::SignUpRequest{.clientId = clientId, .username = user, .password = password}));
    const QString code = m_bench->newestMessage(user).code;
    QVERIFY(!code.isEmpty());
    showPage();
    expire(QStringLiteral("codes"));
    const auto answer =
        m_bench->call(idp::ConfirmSignUpRequest{.clientId = clientId, .username = user, .confirmationCode = code});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, QStringLiteral("ExpiredCodeException"));
    QCOMPARE(m_bench->newestMessage(user).state, sandbox::Message::State::Expired);
}

void TestUserExpiry::aRefreshToken()
{
    QVERIFY(m_bench->addUser(user, password));
    auth::Session *session = m_bench->signIn(user, password);
    QVERIFY(session);
    showPage();
    expire(QStringLiteral("refreshTokens"));
    std::optional<Result<void>> refreshed;
    session->refresh(this, [&](const Result<void> &result) { refreshed = result; });
    QTRY_VERIFY(refreshed);
    QVERIFY(!*refreshed);
    QCOMPARE(refreshed->error().message, QStringLiteral("Refresh Token has expired"));
}

void TestUserExpiry::aTemporaryPassword()
{
    invite();
    showPage();
    expire(QStringLiteral("temporaryPassword"));
    const auto answer = m_bench->call(
        idp::InitiateAuthRequest{.authFlow = QStringLiteral("USER_PASSWORD_AUTH"),
                                 .authParameters = QMap<QString, QString>{{QStringLiteral("USERNAME"), user},
                                                                          {QStringLiteral("PASSWORD"), password}},
                                 .clientId = m_bench->access().clientId()});
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.startsWith(u"Temporary password has expired"), qPrintable(answer.error().message));
}

void TestUserExpiry::tellsThatTheUserIsGone()
{
    invite();
    showPage();
    QTRY_VERIFY(action(QStringLiteral("temporaryPassword"))->isEnabled());
    QVERIFY(m_bench->call(idp::AdminDeleteUserRequest{.userPoolId = m_bench->access().userPoolId(), .username = user}));
    action(QStringLiteral("temporaryPassword"))->trigger();
    QTRY_VERIFY(shownCallout(m_page.get()));
    QCOMPARE(shownCallout(m_page.get())->content().tone, Tone::Bad);
    QTRY_VERIFY(!action(QStringLiteral("temporaryPassword"))->isEnabled());
}

// A store that is damaged or full has not "nothing".
void TestUserExpiry::tellsThatItCannotBeTold()
{
    invite();
    showPage();
    QTRY_VERIFY(action(QStringLiteral("temporaryPassword"))->isEnabled());
    QVERIFY(!shownCallout(m_page.get()));
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(m_bench->sandbox().dataDir() + QStringLiteral("/sandbox.db"));
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("ALTER TABLE codes RENAME TO gone")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    emit button()->menu()->aboutToShow();
    QTRY_VERIFY(shownCallout(m_page.get()));
    QCOMPARE(shownCallout(m_page.get())->content().tone, Tone::Bad);
}

void TestUserExpiry::destroyedWhileItAsks()
{
    invite();
    showPage();
    QTRY_VERIFY(action(QStringLiteral("temporaryPassword"))->isEnabled());
    action(QStringLiteral("temporaryPassword"))->trigger();
    emit button()->menu()->aboutToShow();
    m_page.reset();
    QVERIFY(m_bench->call(idp::ListUsersRequest{.userPoolId = m_bench->pool().userPoolId}));
}

void TestUserExpiry::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestUserExpiry::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    invite();
    showPage();
    QTRY_VERIFY(action(QStringLiteral("temporaryPassword"))->isEnabled());
    action(QStringLiteral("temporaryPassword"))->trigger();
    QTRY_VERIFY(shownCallout(m_page.get()));
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
}

QTEST_MAIN(TestUserExpiry)
#include "tst_userexpiry.moc"
