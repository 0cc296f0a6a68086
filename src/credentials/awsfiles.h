#pragma once

#include "core/result.h"
#include "credentials/awsprofiles.h"

#include <QProcessEnvironment>
#include <QString>

namespace poolscope::credentials {

// Where the AWS configuration lies: ~/.aws, or where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say.
struct AwsFiles
{
    QString config;
    QString credentials;

    static AwsFiles in(const QProcessEnvironment &environment);
};

// A larger file is not read.
inline constexpr qint64 awsFileLimit = 4 * 1024 * 1024;

// Reads both; one that is not there counts as empty. Blocks on the disk: not for the GUI thread. Errors: Storage
// "AwsFilesUnreadable", Validation "AwsFilesInvalid".
Result<AwsProfiles> readAwsFiles(const AwsFiles &files);

} // namespace poolscope::credentials
