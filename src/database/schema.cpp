#include "database/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

namespace poolscope::database {

namespace {

// Lies beside the database while somebody has it open; found at a start, it means that nobody closed it.
QString markOf(const QString &path)
{
    return path + QStringLiteral(".open");
}

Result<qint64> readNumber(Connection &connection, const QString &sql)
{
    qint64 number = 0;
    auto done = connection.query(sql, {}, [&](const Row &row) { number = row.integer(0); });
    if (!done)
        return failure(std::move(done).error());
    return number;
}

Result<void> quickCheck(Connection &connection)
{
    QString verdict;
    auto done =
        connection.query(QStringLiteral("PRAGMA quick_check(1)"), {}, [&](const Row &row) { verdict = row.text(0); });
    if (!done)
        return done;
    if (verdict == QLatin1StringView("ok"))
        return {};
    return failure(
        Error::storage(QStringLiteral("Corrupt"),
                       QCoreApplication::translate("Database", "The database is damaged: %1.").arg(verdict)));
}

Result<std::unique_ptr<Connection>> openChecked(const Options &options, bool check, const QStringList &migrations)
{
    auto connection = Connection::open(options);
    if (!connection)
        return connection;
    if (check) {
        if (auto sound = quickCheck(**connection); !sound)
            return failure(std::move(sound).error());
    }
    if (auto migrated = migrate(**connection, migrations); !migrated)
        return failure(std::move(migrated).error());
    return connection;
}

Result<QString> moveAside(const QString &path, const QDateTime &now)
{
    const QString stem = path + QStringLiteral(".damaged-") + now.toUTC().toString(u"yyyyMMdd-HHmmss");
    QString target = stem;
    for (int n = 2; QFile::exists(target); ++n)
        target = stem + u'-' + QString::number(n);
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (!QFile::exists(path + suffix) || QFile::rename(path + suffix, target + suffix))
            continue;
        return failure(Error::storage(
            QStringLiteral("CannotMove"),
            QCoreApplication::translate("Database", "The damaged database %1 could not be moved aside.").arg(path)));
    }
    return target;
}

void setMark(const QString &path)
{
    QFile mark(markOf(path));
    if (mark.open(QIODevice::WriteOnly))
        mark.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

// A folder that was there before is narrowed only while nothing of others can be in it.
Result<void> protectExisting(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::stat(name.constData(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) == 0)
        return {};
    if (QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot) &&
        ::chmod(name.constData(), S_IRWXU) == 0) {
        return {};
    }
    return failure(Error::storage(
        QStringLiteral("FolderNotPrivate"),
        QCoreApplication::translate("Database", "The folder %1 is open to other users of this machine. Choose an empty "
                                                "or a new folder, or close it with chmod 700.")
            .arg(path)));
}

} // namespace

Result<void> migrate(Connection &connection, const QStringList &migrations)
{
    const auto version = readNumber(connection, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return failure(version.error());
    if (*version > migrations.size()) {
        return failure(Error::storage(
            QStringLiteral("NewerSchema"),
            QCoreApplication::translate("Database", "%1 was written by a newer version of Poolscope (schema %2, this "
                                                    "version knows %3). Update Poolscope, or choose another folder.")
                .arg(connection.path())
                .arg(*version)
                .arg(migrations.size())));
    }
    if (*version == migrations.size())
        return {};
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return failure(std::move(transaction).error());
    for (qsizetype i = *version; i < migrations.size(); ++i) {
        if (auto done = connection.script(migrations.at(i)); !done)
            return done;
    }
    if (auto done = connection.script(QStringLiteral("PRAGMA user_version = %1").arg(migrations.size())); !done)
        return done;
    return transaction->commit();
}

Result<OpenedDatabase> openWithSchema(const Options &options, const QStringList &migrations, const QDateTime &now)
{
    const bool unclean = QFile::exists(markOf(options.path));
    OpenedDatabase opened;
    auto connection = openChecked(options, unclean, migrations);
    if (!connection && connection.error().code == QLatin1StringView("Corrupt") && !options.readOnly) {
        auto aside = moveAside(options.path, now);
        if (!aside)
            return failure(std::move(aside).error());
        opened.movedAside = *aside;
        connection = openChecked(options, false, migrations);
    }
    if (!connection)
        return failure(std::move(connection).error());
    if (!options.readOnly)
        setMark(options.path);
    opened.connection = std::move(*connection);
    return opened;
}

Result<void> closeCleanly(std::unique_ptr<Connection> connection)
{
    const QString path = connection->path();
    auto done = connection->query(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"), {}, [](const Row &) {});
    connection.reset();
    if (done)
        QFile::remove(markOf(path));
    return done;
}

Result<void> makePrivateFolder(const QString &path)
{
    const QString clean = QDir::cleanPath(QDir(path).absolutePath());
    const QString parent = QFileInfo(clean).path();
    if (!QFileInfo::exists(parent)) {
        if (auto made = makePrivateFolder(parent); !made)
            return made;
    }
    const QByteArray name = QFile::encodeName(clean);
    const bool existed = ::mkdir(name.constData(), S_IRWXU) != 0;
    if (existed && errno != EEXIST) {
        return failure(Error::storage(QStringLiteral("CannotMakeFolder"),
                                      QCoreApplication::translate("Database", "The folder %1 cannot be made: %2.")
                                          .arg(clean, QString::fromLocal8Bit(std::strerror(errno)))));
    }
    if (!QFileInfo(clean).isDir()) {
        return failure(Error::storage(QStringLiteral("CannotMakeFolder"),
                                      QCoreApplication::translate("Database", "%1 is not a folder.").arg(clean)));
    }
    if (existed)
        return protectExisting(clean);
    return {};
}

} // namespace poolscope::database
