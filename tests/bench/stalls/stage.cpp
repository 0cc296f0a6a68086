#include "stage.h"

#include "app/application.h"
#include "database/connection.h"
#include "stallwatch.h"

#include <QAbstractButton>
#include <QTcpServer>
#include <QUrl>

namespace poolscope::bench {

namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

Stage::Stage(const Fill &fill)
    : m_port(freePort())
{
    if (m_profile.isValid() && prepare(fill))
        open();
}

Stage::~Stage() = default;

QUrl Stage::endpoint() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

// The sandbox makes its database and the demo pool, and is gone before the database is filled.
bool Stage::prepare(const Fill &fill)
{
    const QString folder = m_profile.filePath(QStringLiteral("sandbox"));
    {
        sandbox::Sandbox sandbox({.dataDir = folder});
        QObject context;
        sandbox.start();
        const bool started = turnUntil([&] { return sandbox.isRunning(); });
        sandbox.demoPool(
            &context, [this](const Result<sandbox::DemoPool> &pool) { m_pool = pool.value_or(sandbox::DemoPool()); });
        if (!started || !turnUntil([this] { return !m_pool.clientId.isEmpty(); }))
            return false;
    }
    if (!fill)
        return true;
    auto database = database::Connection::open(
        {.path = folder + QStringLiteral("/sandbox.db"), .synchronous = database::Synchronous::Normal});
    return database && fill(**database);
}

void Stage::open()
{
    m_application = std::make_unique<Application>(WindowOptions{.profileDir = m_profile.path(),
                                                                .language = QStringLiteral("en"),
                                                                .theme = QStringLiteral("light"),
                                                                .sandboxPort = m_port,
                                                                .keychain = false});
    m_application->start();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->objectName() == u"mainWindow")
            m_window = window;
    }
    // The page of an open connection, not the one that says it is being opened.
    showPage("tokens");
    if (!turnUntil([this] { return find<QAbstractButton>("tokens.paste") != nullptr; }))
        m_application.reset();
}

void Stage::showPage(const char *id)
{
    if (auto *button = find<QAbstractButton>(QByteArray("nav.").append(id).constData()))
        button->click();
}

bool addUsers(database::Connection &database, int count, const QString &furtherAttributes)
{
    const QString numbers = QStringLiteral("WITH RECURSIVE numbers(i) AS"
                                           " (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < %1) ")
                                .arg(count);
    const QString sub = QStringLiteral("printf('%08x-0000-4000-8000-%012x', i, i)");
    const QString more =
        furtherAttributes.isEmpty() ? QString() : u',' + QString(furtherAttributes).replace(u'\'', u' ');
    auto transaction = database::Transaction::begin(database);
    if (!transaction)
        return false;
    const auto users = database.execute(
        numbers +
            QStringLiteral("INSERT INTO users (pool, username, username_key, sub, status, enabled, attributes,"
                           " salt, verifier, password_set, signed_out, created, modified)"
                           " SELECT (SELECT min(id) FROM pools), printf('user%07d', i), printf('user%07d', i), ") +
            sub +
            QStringLiteral(", 'CONFIRMED', 1, printf('[[\"sub\",\"%s\"],[\"email\",\"user%07d@example.com\"],"
                           "[\"email_verified\",\"true\"]%s]', ") +
            sub + QStringLiteral(", i, ?), 'a5', '02', 1, 0, 1768480496000 + i, 1768480496000 + i FROM numbers"),
        {more});
    const auto lookup =
        database.execute(QStringLiteral("INSERT INTO user_lookup (user, attribute, pool, key)"
                                        " SELECT id, 'email', pool, username || '@example.com' FROM users"));
    const auto counted = database.execute(QStringLiteral("UPDATE pools SET users = ?"), {count});
    return users && lookup && counted && transaction->commit();
}

} // namespace poolscope::bench
