#include "applicationbench.h"

#include "sandbox/sandbox.h"
#include "ui/common/callout.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>
#include <utility>

namespace poolscope::ui {

bool ApplicationBench::write(const QString &file, const QByteArray &bytes) const
{
    const QString folder = QFileInfo(path(file)).absolutePath();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile written(path(file));
    return written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size();
}

bool ApplicationBench::makeSandbox() const
{
    sandbox::Sandbox sandbox({.dataDir = path(QStringLiteral("sandbox"))});
    QObject context;
    bool made = false;
    sandbox.start();
    if (!QTest::qWaitFor([&] { return sandbox.isRunning(); }, 60'000))
        return false;
    sandbox.demoPool(&context, [&](const Result<sandbox::DemoPool> &pool) { made = pool.has_value(); });
    return QTest::qWaitFor([&] { return made; }, 60'000);
}

bool ApplicationBench::change(const QStringList &statements) const
{
    bool all = false;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(sandboxFile());
        all = database.open() && std::all_of(statements.cbegin(), statements.cend(), [&](const QString &statement) {
                  return QSqlQuery(database).exec(statement);
              });
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return all;
}

void ApplicationBench::start(quint16 sandboxPort, std::unique_ptr<secrets::KeychainBackend> keychain)
{
    const WindowOptions options{.profileDir = m_profile.path(),
                                .language = QStringLiteral("en"),
                                .theme = QStringLiteral("light"),
                                .sandboxPort = sandboxPort,
                                .keychain = keychain != nullptr};
    m_application = std::make_unique<Application>(options, std::move(keychain));
    m_application->start();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *found = qobject_cast<MainWindow *>(window))
            m_window = found;
    }
}

Callout *ApplicationBench::banner(const QString &id) const
{
    auto *callout = m_window->findChild<Callout *>(QStringLiteral("banner.") + id);
    return callout && callout->isVisible() ? callout : nullptr;
}

} // namespace poolscope::ui
