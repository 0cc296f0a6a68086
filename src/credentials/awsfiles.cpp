#include "credentials/awsfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace poolscope::credentials {

namespace {

struct AwsReadingText final
{
    Q_DECLARE_TR_FUNCTIONS(AwsFiles)
};

tl::unexpected<Error> unreadableFile(const QString &path, const QString &reason)
{
    return failure(Error::storage(QStringLiteral("AwsFilesUnreadable"),
                                  AwsReadingText::tr("%1 could not be read: %2").arg(path, reason)));
}

QString expanded(const QString &path, const QString &home)
{
    return path.startsWith(u"~/") ? home + path.sliced(1) : path;
}

Result<QByteArray> contentOf(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return QByteArray();
    // A pipe or a device could keep us waiting for ever.
    if (!info.isFile())
        return unreadableFile(path, AwsReadingText::tr("it is not a file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadableFile(path, file.errorString());
    const QByteArray bytes = file.read(awsFileLimit + 1);
    if (bytes.size() > awsFileLimit)
        return unreadableFile(path, AwsReadingText::tr("it is larger than 4 MB."));
    return bytes;
}

} // namespace

AwsFiles AwsFiles::in(const QProcessEnvironment &environment)
{
    const QString home = environment.value(QStringLiteral("HOME"), QDir::homePath());
    const auto path = [&](const QString &variable, const QString &usual) {
        const QString named = environment.value(variable);
        return named.isEmpty() ? home + usual : expanded(named, home);
    };
    return {path(QStringLiteral("AWS_CONFIG_FILE"), QStringLiteral("/.aws/config")),
            path(QStringLiteral("AWS_SHARED_CREDENTIALS_FILE"), QStringLiteral("/.aws/credentials"))};
}

Result<AwsProfiles> readAwsFiles(const AwsFiles &files)
{
    const auto config = contentOf(files.config);
    if (!config)
        return failure(config.error());
    const auto credentials = contentOf(files.credentials);
    if (!credentials)
        return failure(credentials.error());
    auto profiles = parseAwsFiles(*config, *credentials);
    if (!profiles)
        return failure(Error::validation(QStringLiteral("AwsFilesInvalid"), describe(profiles.error())));
    return std::move(*profiles);
}

} // namespace poolscope::credentials
